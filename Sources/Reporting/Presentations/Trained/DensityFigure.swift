// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

extension PanelFigure {
  /// The share of weights left against the relative discrepancy, of either scheme: a point a network, and means with intervals.
  static func density(_ results: MeasuredResults) -> PanelFigure? {
    let cells = results.cells.map(SolvedSpirals.init).filter { !$0.networks.isEmpty }
    let count = cells.map(\.networks.count).reduce(0, +)
    return PanelFigure(
      "density", title: "Density against discrepancy",
      caption: """
        Share of the weights that is left against the relative discrepancy of the outputs before soft-max. Small: one pruned network each, \
        \(count.grouped) in all; large: means over the networks of one $\\epsilon$, bars: 95 % intervals of the mean share by Student's t.
        """,
      panels: cells.grouped(by: \.title).map { group in
        Panel(
          group[0].title,
          x: Axis(name: "discrepancy", label: "relative discrepancy of the outputs", isLogarithmic: true),
          y: Axis(name: "kept", label: "share of weights left", from: 0),
          group.grouped(by: \.scheme).flatMap { $0[0].series(of: $0) })
      })
  }
}

/// The networks of one cell whose programs were all solved.
private struct SolvedSpirals {
  let cell: Cell
  let networks: [(number: Int, discrepancy: Double, kept: Double)]

  init(_ trials: CellTrials) {
    cell = trials.cell
    networks = trials.trials.compactMap { trial in
      guard let outcome = trial.outcome, outcome.success == true, let rd = outcome[SpiralExperiment.discrepancy],
        let kept = outcome[SpiralExperiment.kept]
      else {
        return nil
      }
      return (trial.number, rd, kept)
    }
  }

  var scheme: SpiralPruning.Scheme { cell[SpiralExperiment.scheme] }
  var title: MarkedText {
    MarkedText("$h = \(cell[SpiralExperiment.width])$\(cell[SpiralExperiment.penalty] == .l1 ? ", penalty" : "")")
  }

  /// A dot a network, and a mean for each ε.
  func series(of cells: [SolvedSpirals]) -> [PanelFigure.Series] {
    let networks = cells.flatMap { cell in cell.networks.map { (cell: cell.cell, network: $0) } }
    let (label, style) = (MarkedText(scheme.rawValue), SeriesStyle.scheme(isCascade: scheme == .cascade))
    return [
      .init(
        label, .init("network", "measured, one network", .dots), style, of: networks,
        columns: [
          .number("epsilon", "ε relative to the responses") { $0.cell[SpiralExperiment.epsilon] },
          .integer("network", "Number of the network; empty for the mean over all") { $0.network.number },
        ]
      ) { .init($0.network.discrepancy, $0.network.kept) },
      .init(
        label, .measured("means, 95 % intervals by Student's t"), style, of: cells,
        columns: [.number("epsilon", "ε relative to the responses") { $0.cell[SpiralExperiment.epsilon] }]
      ) { cell in
        let kept = RunningSummary(cell.networks.map(\.kept))
        return .init(
          cell.networks.map(\.discrepancy).mean, kept.mean, yInterval: kept.meanInterval(confidence: 0.95))
      },
    ]
  }
}
