// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

private typealias Family = PrunabilityExperiment

/// Every network's prunability beside its generalisation gap, and the rank correlations.
struct PrunabilityPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] { [PanelFigure.prunability(results)].compactMap { $0 } }

  func tables(_ results: MeasuredResults) -> [ResultTable] {
    [
      ResultTable(
        "correlations", title: "Spearman's rank correlation in each family", rows: results.families,
        columns: [
          .integer("relevant", "Inputs that decide the class", unit: "inputs") { $0.cell[Family.relevant] },
          .integer("samples", "P, of the training", unit: "samples") { $0.cell[Family.samples] },
          .number("noise", "Share of classes flipped in training") { $0.cell[Family.noise] },
          .text("with", "What prunability is held against") { $0.against },
          .integer("networks", "Networks that reached the training loss", unit: "networks") { $0.correlation.pairs },
          .number("correlation", "Spearman's ρ") { $0.correlation.value },
          .number("interval_low", "Lower end of its 95 % interval") { $0.correlation.interval().lowerBound },
          .number("interval_high", "Upper end of its 95 % interval") { $0.correlation.interval().upperBound },
        ])
    ]
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    DisplayTable(
      caption:
        "Spearman's rank correlation of prunability (the smallest share of weights that keeps the training loss) in each family of networks, with 95 % intervals.",
      headings: ["relevant", "$P$", "noise", "with", "networks", "$\\rho$", "from", "to"],
      rows: results.families.map { family in
        let interval = family.correlation.interval()
        return family.cell.texts([Family.relevant, Family.samples, Family.noise])
          + [family.against, "\(family.correlation.pairs)"]
          + [family.correlation.value, interval.lowerBound, interval.upperBound].map { $0.significant(2) }
      })
  }
}

/// The correlation of prunability with another quantity in one family of networks.
private struct FamilyCorrelation: Sendable {
  let cell: Cell
  let against: String
  let correlation: RankCorrelation
}

extension Cell {
  fileprivate var family: String {
    let noise = self[Family.noise]
    let flipped = noise == 0 ? "" : " · \((100 * noise).significant(2)) % flipped"
    return "\(self[Family.relevant]) of \(self[Family.dimension]) · P = \(self[Family.samples])\(flipped)"
  }
}

extension MeasuredResults {
  fileprivate var families: [FamilyCorrelation] {
    cells.flatMap { measured in
      [
        (Family.gap, "gap of the loss"), (Family.errorGap, "gap of the error"), (Family.weights, "number of weights"),
      ].map {
        FamilyCorrelation(
          cell: measured.cell, against: $1,
          correlation: RankCorrelation(measured.values(Family.prunability), measured.values($0)))
      }
    }
  }
}

extension PanelFigure {
  /// A point for every network, a panel for every family.
  fileprivate static func prunability(_ results: MeasuredResults) -> PanelFigure? {
    let networks = results.cells.map { measured in
      (
        family: measured.cell.family,
        points: Array(zip(measured.values(Family.gap), measured.values(Family.prunability)))
      )
    }
    let count = networks.map(\.points.count).reduce(0, +)
    return PanelFigure(
      "prunability", title: "Prunability beside the generalisation gap",
      caption: """
        A point for each of \(count.grouped) networks, trained to about the same loss: the smallest share of weights, the largest in size of all layers, that \
        keeps the training loss within the tolerance, against the loss on fresh samples less the training loss. A panel for each task: inputs that decide the class among all, \
        samples, share of classes flipped in training; $\\rho$: Spearman's rank correlation, with its 95 % interval. A trend, no theorem.
        """,
      panels: networks.map { family, points in
        let correlation = RankCorrelation(points.map(\.0), points.map(\.1))
        let series = Series(
          "", .init("network", "measured, one network", .dots), SeriesStyle(color: "#6b8fb5"), of: points,
          columns: [
            .number("correlation", "Spearman's ρ of the family") { _ in correlation.value },
            .number("correlation_low", "Lower end of its 95 % interval") { _ in correlation.interval().lowerBound },
            .number("correlation_high", "Upper end of its 95 % interval") { _ in correlation.interval().upperBound },
          ]
        ) { Point($0.0, $0.1) }
        let trend = Series(
          "", .joined("means of fifths by the gap, 95 % by Student's t"), .choice(1), of: points.fifths
        ) { Point($0.gap, $0.prunability.mean, yInterval: $0.prunability.meanInterval(confidence: 0.95)) }
        return Panel(
          MarkedText("\(family)\(correlation.words)"),
          x: Axis(name: "gap", label: "generalisation gap of the loss", ticks: .every(0.5)),
          y: .share("prunability", "prunability", "Smallest share of weights that keeps the training loss"),
          [series, trend])
      }, columns: 2)
  }
}

extension RankCorrelation {
  /// " · ρ = −0.35 (−0.48 to −0.21)"; nothing where there is none.
  fileprivate var words: String {
    guard value.isFinite else { return "" }
    let (low, high) = (interval().lowerBound.fixed(2), interval().upperBound.fixed(2))
    return " · $\\rho = \(value.fixed(2))$ ($\(low)$ to $\(high)$)"
  }
}

extension [(Double, Double)] {
  /// Networks by their gap in five groups of one size, with the mean gap and the prunabilities of each.
  fileprivate var fifths: [(gap: Double, prunability: RunningSummary)] {
    let ordered = sorted { $0.0 < $1.0 }
    return (0..<5).compactMap { part in
      let group = ordered[(part * count / 5)..<((part + 1) * count / 5)]
      return group.map(\.0).mean.map { ($0, RunningSummary(group.map(\.1))) }
    }
  }
}
