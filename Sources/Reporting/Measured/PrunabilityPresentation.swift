// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Statistics

/// Every network's prunability beside its generalisation gap, and the rank correlations.
struct PrunabilityPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [any Figure] { [PrunabilityFigure(results)].compactMap { $0 } }

  func tables(_ results: MeasuredResults) -> [ResultTable] {
    [
      ResultTable(
        "correlations", title: "Spearman's rank correlation in each family", rows: results.families,
        columns: [
          .integer("relevant", "Inputs that decide the class", unit: "inputs") { $0.cell.integer("relevant") },
          .integer("samples", "P, of the training", unit: "samples") { $0.cell.integer("samples") },
          .number("noise", "Share of classes flipped in training") { $0.cell.number("noise") },
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
        return ["relevant", "samples", "noise"].map { family.cell[$0] ?? "" }
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
    let noise = number("noise")
    let flipped = noise == 0 ? "" : " · \((100 * noise).significant(2)) % flipped"
    return "\(integer("relevant")) of \(integer("dimension")) · P = \(integer("samples"))\(flipped)"
  }
}

extension MeasuredResults {
  fileprivate var families: [FamilyCorrelation] {
    cells.flatMap { measured in
      [("gap", "gap of the loss"), ("error_gap", "gap of the error"), ("weights", "number of weights")].map {
        FamilyCorrelation(
          cell: measured.cell, against: $1,
          correlation: RankCorrelation(measured.values("prunability"), measured.values($0)))
      }
    }
  }
}

/// A point for every network, a panel for every family.
private struct PrunabilityFigure: Figure {
  let name = "prunability"
  private let networks: [Network]

  private struct Network {
    let family: String
    let gap, prunability: Double
  }

  /// nil without a network that reached its training loss.
  init?(_ results: MeasuredResults) {
    networks = results.cells.flatMap { measured in
      zip(measured.values("gap"), measured.values("prunability")).map {
        Network(family: measured.cell.family, gap: $0, prunability: $1)
      }
    }
    guard !networks.isEmpty else { return nil }
  }

  let title: MarkedText = "Prunability beside the generalisation gap"

  var caption: MarkedText {
    """
    A point for each of \(networks.count.grouped) networks, trained to about the same loss: the smallest share of weights, the largest in size of all layers, that \
    keeps the training loss within the tolerance, against the loss on fresh samples less the training loss. A panel for each task: inputs that decide the class among all, \
    samples, share of classes flipped in training. A trend, with rank correlations in the table: no theorem.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: networks,
      columns: [
        .text("family", "Relevant inputs, samples and share of classes flipped in training") { $0.family },
        .number("gap", "Loss on fresh samples less the training loss") { $0.gap },
        .number("prunability", "Smallest share of weights that keeps the training loss") { $0.prunability },
      ])
  }

  private var families: [String] { networks.map(\.family).grouped { $0 }.map { $0[0] } }

  /// At most four panels a row.
  private var layout: (rows: Int, columns: Int) {
    let columns = min(families.count, 4)
    return ((families.count + columns - 1) / columns, columns)
  }

  var size: (width: Int, height: Int) {
    families.count == 1 ? (760, 560) : (layout.columns * 360, layout.rows * 330)
  }

  var commands: String {
    """
    set multiplot layout \(layout.rows),\(layout.columns)
    set xlabel "generalisation gap of the loss"
    set ylabel "prunability"
    set yrange [0:1.02]
    set xtics 0.5
    unset key
    \(families.map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ family: String) -> String {
    """
    set title \(MarkedText(family).gnuplot)
    plot data using (\(holds(1, family)) ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor '#365c8d'
    """
  }
}
