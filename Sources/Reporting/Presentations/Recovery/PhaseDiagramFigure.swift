// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import RecoveryTheory

extension PanelFigure {
  /// The phase diagram: the measured success rate over P/N and s/P as colour, with the exact law's 5, 50 and 95 % lines; one panel
  /// per dimension and inputs.
  ///
  /// - Returns: nil where the grid is no area: it takes three sparsities of one dimension, and three sample counts of each, or three sparsities
  ///   at each of three sample counts.
  static func phaseDiagram(_ results: RecoveryResults) -> PanelFigure? {
    let areas = results.transitions.grouped { [$0.label, "\($0.dimension)"] }.filter(PhaseArea.isArea)
    let facets = Facets(areas.flatMap { $0 }, aspect: 0.8)
    return PanelFigure(
      "phase_diagram", title: "Phase diagram: measured success rate and the exact law's contours",
      caption: """
        Colour: measured success rate over the undersampling $P/N$ and the relative sparsity $s/P$, \
        \(results.trialsText) (the cells' \(results.intervalsText) are in cells.csv). Lines, where \
        inputs are Gaussian: where their exact law for one neuron reaches 5 % (dotted), 50 % (solid) and 95 % (dashed)\
        \(areas.allSatisfy(PhaseArea.hasRows) ? "" : ", and, orange, where basis pursuit from $P$ equations does"); computed and not fitted.
        """,
      panels: results.phasePanels(facets.panels), color: .success,
      columns: facets.columns, aspect: facets.aspect)
  }
}

extension PanelFigure.ColorScale {
  /// cividis, from failure to success.
  fileprivate static let success = Self(
    name: "rate", label: "success rate", range: 0...1,
    stops: [
      (0, "#00204d"), (0.17, "#233e6c"), (0.33, "#575c6d"), (0.5, "#7c7b78"), (0.67, "#a69c75"), (0.83, "#d3c065"),
      (1, "#ffea46"),
    ])
}

/// A cell of the heat map: half-way to its neighbours in P and, on a logarithmic scale, in s.
private struct PhaseCell {
  let transition: RecoveryResults.Transition
  let cell: CellSummary
  let rate: Double
  let samples, sparsity: ClosedRange<Double>
}

extension RecoveryResults {
  fileprivate func phasePanels(_ panels: [[Transition]]) -> [PanelFigure.Panel] {
    let cells = panels.map(phaseCells)
    let most = zip(panels, cells).flatMap { panel, cells in
      cells.map { $0.samples.upperBound / Double(panel[0].dimension) }
    }.max()
    return zip(panels, cells).map { phasePanel($0, $1, to: most) }
  }

  private func phasePanel(_ transitions: [Transition], _ cells: [PhaseCell], to most: Double?) -> PanelFigure.Panel {
    let dimension = Double(transitions[0].dimension)
    let highest = cells.map { $0.sparsity.upperBound / Double($0.cell.cell.samples) }.max() ?? 1
    let contours = transitions[0].inputs == .gaussian ? [(0.05, 3), (0.5, 1), (0.95, 2)] : []
    let heat = PanelFigure.Series(
      "", .init("measured", "", .cells), .neutral, of: cells,
      columns: PhaseColumns.shape(\.transition) + [
        .integer("trials", "Trials of the cell", unit: "trials") { $0.cell.trials }
      ]
    ) { cell in
      let samples = Double(cell.cell.cell.samples)
      return .init(
        samples / dimension, Double(cell.transition.sparsity) / samples,
        xInterval: (cell.samples.lowerBound / dimension)...(cell.samples.upperBound / dimension),
        yInterval: (cell.sparsity.lowerBound / samples)...(cell.sparsity.upperBound / samples), value: cell.rate)
    }
    let lines = contours.map { level, dash in
      PanelFigure.Series(
        MarkedText("\(Int(level * 100)) %"), .init("theory", "theory: success by the exact law", .contour),
        SeriesStyle(color: "#000000", dash: dash), of: transitions, columns: PhaseColumns.shape(\.self)
      ) { transition in
        let samples = transition.predicted.quantile(level)
        return .init(samples / dimension, Double(transition.sparsity) / samples)
      }
    }
    // Stripes leave no room for a second law.
    let basisPursuit = (PhaseArea.hasRows(transitions) ? [] : contours).map { level, dash in
      PanelFigure.Series(
        MarkedText("basis pursuit, \(Int(level * 100)) %"),
        .init("theory", "theory: success by the exact law", .contour),
        SeriesStyle(color: "#ff7f2a", dash: dash), of: transitions.evenly(80), columns: PhaseColumns.shape(\.self)
      ) { transition in
        let equations = transition.predicted.exact.equations(forBasisPursuit: level)
        return .init(equations / dimension, Double(transition.sparsity) / equations)
      }
    }
    return .init(
      title(transitions[0]),
      x: Axis(
        name: "undersampling", label: "undersampling $P/N$", to: most),
      y: Axis(name: "relative_sparsity", label: "relative sparsity $s/P$", from: 0, to: highest > 1 ? 1 : nil),
      [heat] + basisPursuit + lines)
  }

  private func phaseCells(_ panel: [Transition]) -> [PhaseCell] {
    PhaseArea.hasRows(panel) ? cellsOfRows(panel) : cellsOfColumns(panel)
  }

  private func cellsOfRows(_ panel: [Transition]) -> [PhaseCell] {
    // Where every s has the same P the plane is covered. Elsewhere nothing was measured between the stripes, and the colours of
    // tall boxes would seem to miss the contours that cross them.
    let isFull = Set(panel.map { $0.cells.map(\.cell.samples) }).count == 1
    let edges = edges(panel.map { log(Double($0.sparsity)) }, farthest: isFull ? .infinity : log(1.2))
    return zip(panel, edges).flatMap { transition, logs in
      let samples = self.edges(transition.cells.map { Double($0.cell.samples) })
      return zip(transition.cells, samples).compactMap { cell, samples in
        rate(cell).map {
          PhaseCell(
            transition: transition, cell: cell, rate: $0.rate, samples: samples,
            sparsity: exp(logs.lowerBound)...exp(logs.upperBound))
        }
      }
    }
  }

  private func cellsOfColumns(_ panel: [Transition]) -> [PhaseCell] {
    let columns = PhaseArea.columns(panel)
    let edges = edges(columns.map { Double($0.samples) })
    return zip(columns, edges).flatMap { column, samples in
      let sparsities = self.edges(column.cells.map { Double($0.transition.sparsity) })
      return zip(column.cells, sparsities).compactMap { place, sparsity in
        rate(place.cell).map {
          PhaseCell(
            transition: place.transition, cell: place.cell, rate: $0.rate, samples: samples,
            sparsity: max(0, sparsity.lowerBound)...sparsity.upperBound)
        }
      }
    }
  }

  /// From half-way to the one neighbour to half-way to the other; at the ends as far outwards as inwards.
  private func edges(_ centres: [Double], farthest: Double = .infinity) -> [ClosedRange<Double>] {
    centres.indices.map { index in
      let before = index > 0 ? centres[index] - centres[index - 1] : centres[1] - centres[0]
      let after = index + 1 < centres.count ? centres[index + 1] - centres[index] : before
      return (centres[index] - min(before / 2, farthest))...(centres[index] + min(after / 2, farthest))
    }
  }
}

/// How the cells of one dimension and condition lie: P for each s, or s for each P.
enum PhaseArea {
  /// Whether sparsities are listed for each P over all of it, as in a diagram of the unit square.
  static func isSquare(_ transitions: [RecoveryResults.Transition]) -> Bool {
    transitions.grouped { [$0.label, "\($0.dimension)"] }.allSatisfy { !hasRows($0) && isArea($0) }
  }

  static func isArea(_ panel: [RecoveryResults.Transition]) -> Bool {
    hasRows(panel) ? panel.count >= 3 : columns(panel).count >= 3
  }

  static func hasRows(_ panel: [RecoveryResults.Transition]) -> Bool { panel.allSatisfy { $0.cells.count >= 3 } }

  /// The numbers of samples that have three sparsities, and the cells of each, by s.
  static func columns(
    _ panel: [RecoveryResults.Transition]
  ) -> [(samples: Int, cells: [(transition: RecoveryResults.Transition, cell: CellSummary)])] {
    let places = panel.flatMap { transition in transition.cells.map { (transition: transition, cell: $0) } }
    return Dictionary(grouping: places) { $0.cell.cell.samples }.filter { $0.value.count >= 3 }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.sorted { $0.transition.sparsity < $1.transition.sparsity }) }
  }
}

private enum PhaseColumns {
  static func shape<Row>(
    _ transition: @escaping @Sendable (Row) -> RecoveryResults.Transition
  ) -> [ResultColumn<Row>] {
    [
      .integer("dimension", "N, the number of inputs", unit: "inputs") { transition($0).dimension },
      .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { transition($0).sparsity },
      .text("inputs", "Law of the inputs") { transition($0).inputs.name },
    ]
  }
}

extension RecoveryLaw {
  /// Where the curve crosses `probability`, between two whole numbers of samples.
  func quantile(_ probability: Double) -> Double {
    let above = samples(successAtLeast: probability)
    guard above > 0 else { return 0 }
    let (low, high) = (success(samples: above - 1), success(samples: above))
    return Double(above - 1) + (probability - low) / (high - low)
  }
}

extension RecoveryLaw {
  /// From how many equations basis pursuit recovers with this probability, between two whole numbers.
  fileprivate func equations(forBasisPursuit probability: Double) -> Double {
    var (fails, recovers) = (0, volumes.dimension)
    while recovers - fails > 1 {
      let middle = (fails + recovers) / 2
      if volumes.basisPursuitSuccess(measurements: middle) >= probability { recovers = middle } else { fails = middle }
    }
    let (low, high) = (
      volumes.basisPursuitSuccess(measurements: fails), volumes.basisPursuitSuccess(measurements: recovers)
    )
    return Double(fails) + (probability - low) / (high - low)
  }
}
