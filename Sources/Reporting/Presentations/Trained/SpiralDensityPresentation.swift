// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// What both schemes keep of the same spiral networks, against the discrepancy.
struct SpiralDensityPresentation: MeasuredPresentation {
  /// What the schemes keep of one layer (0: of the whole network) at equal discrepancy.
  struct Comparison: Sendable {
    let cell: Cell
    let layer: Int
    let kept: [(parallel: Double, cascade: Double)]

    var gain: RunningSummary { RunningSummary(kept.map { $0.parallel - $0.cascade }) }
    var wins: Int { kept.count { $0.cascade < $0.parallel } }
    var interval: ClosedRange<Double>? { gain.meanInterval(confidence: 0.95) }
  }

  static func comparisons(_ results: MeasuredResults) -> [Comparison] {
    EqualDiscrepancy.all(results.cells).flatMap { comparison in
      (0...3).map { Comparison(cell: comparison.cell, layer: $0, kept: comparison.kept(ofLayer: $0)) }
    }
  }

  func tables(_ results: MeasuredResults) -> [ResultTable] {
    [
      ResultTable(
        "summary", title: "What the schemes keep of the same networks at equal discrepancy",
        rows: Self.comparisons(results),
        columns: [
          .integer("width", "h, the neurons of each hidden layer", unit: "neurons") { $0.cell[SpiralExperiment.width] },
          .text("penalty", "What the networks were trained with beside dropout") {
            $0.cell[SpiralExperiment.penalty].rawValue
          },
          .integer("layer", "ℓ, from 1; 0 for the whole network") { $0.layer },
          .integer("networks", "Networks that both schemes prune to discrepancies in common") { $0.kept.count },
          .number("parallel", "Mean share of weights that the parallel scheme keeps") { $0.kept.map(\.parallel).mean },
          .number("cascade", "Mean share that the cascade keeps") { $0.kept.map(\.cascade).mean },
          .number("gain", "Their mean difference") { $0.gain.mean },
          .number("gain_low", "Lower end of its 95 % interval by Student's t over the networks") {
            $0.interval?.lowerBound
          },
          .number("gain_high", "Upper end of its 95 % interval") { $0.interval?.upperBound },
          .integer("wins", "Networks of which the cascade keeps less") { $0.wins },
        ])
    ]
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    DisplayTable(
      caption: """
        Share of weights that either scheme keeps of the same network at equal discrepancy, in the whole network (0) and in each layer: means, \
        and their difference with its 95 % interval by Student's t.
        """,
      headings: ["h", "penalty", "layer", "networks", "parallel", "cascade", "difference", "cascade wins"],
      rows: Self.comparisons(results).map { comparison in
        let interval = comparison.interval.map { "\($0.lowerBound.fixed(4)) to \($0.upperBound.fixed(4))" }
        return [
          "\(comparison.cell[SpiralExperiment.width])", comparison.cell[SpiralExperiment.penalty].rawValue,
          "\(comparison.layer)",
          "\(comparison.kept.count)", comparison.kept.map(\.parallel).mean.fixed(4),
          comparison.kept.map(\.cascade).mean.fixed(4), interval ?? "–", "\(comparison.wins)",
        ]
      })
  }

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [PanelFigure.density(results)].compactMap { $0 }
  }
}
