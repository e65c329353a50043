// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import Foundation
import RecoveryTheory
import StudyModel

/// Success rate against P/(2δ): measured with intervals, over the exact curves; one panel per dimension and inputs.
struct SuccessCurveFigure: Figure {
  let name = "success_curve"
  private let results: RecoveryResults
  private let panels: [Panel]

  /// The curves of one dimension and inputs, by ascending sparsity.
  private struct Panel {
    let dimension: Int
    let inputs: String
    let shown: [RecoveryResults.Transition]
    let total: Int
  }

  /// More would not be told apart, or not fit.
  private static let mostPanels = 12
  private static let mostCurves = 8

  init(_ results: RecoveryResults) {
    self.results = results
    let groups = Dictionary(grouping: results.transitions) { [$0.inputs.name, "\($0.dimension)"] }
    let curves = results.transitions.compactMap { first in
      groups[[first.inputs.name, "\(first.dimension)"]].flatMap { $0[0].sparsity == first.sparsity ? $0 : nil }
    }
    panels = curves.evenly(Self.mostPanels).map {
      Panel(
        dimension: $0[0].dimension, inputs: $0[0].inputs.name, shown: $0.evenly(Self.mostCurves), total: $0.count)
    }
  }

  let title: MarkedText = "Recovery of a planted neuron: measured success rates on the exact law"

  var caption: MarkedText {
    """
    Success rate against the number of samples in units of the predicted 50 % point, \(results.trialsText). Points: \
    measured, with \(results.intervalsText); lines: the exact law for Gaussian inputs, computed and not fitted.
    """
  }

  /// One row for every P at which a curve is drawn or measured.
  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: panels.flatMap(\.shown).flatMap(results.points),
      columns: CurvePoint.shape + [
        .number("relative_samples", "P/(2δ)") { $0.transition.relative($0.samples) },
        .number("predicted_exact", "Probability of recovery by the exact law for Gaussian inputs") {
          $0.transition.predicted.exact.success(samples: $0.samples)
        },
        .integer("trials", "Trials; empty where P was not measured", unit: "trials") { $0.trials },
        .number("rate", "Success rate") { $0.rate },
        .number("interval_low", "Lower end of the rate's interval") { $0.interval?.lower },
        .number("interval_high", "Upper end of the rate's interval") { $0.interval?.upper },
        .text("inputs", "Law of the inputs") { $0.transition.inputs.name },
      ])
  }

  private var columns: Int { panels.count <= 3 ? panels.count : panels.count == 4 ? 2 : panels.count <= 9 ? 3 : 4 }
  private var rows: Int { (panels.count + columns - 1) / columns }

  var size: (width: Int, height: Int) {
    (columns == 1 ? 860 : columns * 560, rows == 1 ? 600 : rows * 420)
  }

  var commands: String {
    """
    set multiplot layout \(rows),\(columns)
    set xlabel \(MarkedText("samples relative to the predicted 50 % point,  $P / 2\\delta$").gnuplot)
    set ylabel "success rate"
    set xrange [\(range.lowerBound):\(range.upperBound)]
    set yrange [-0.03:1.03]
    set key bottom right Left reverse samplen 1.5 spacing 1.1
    set arrow 1 from 1, graph 0 to 1, graph 1 nohead linecolor "#b0b0b0" dashtype 2 back
    \(panels.map(plot).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func plot(_ panel: Panel) -> String {
    let note = panel.shown.count < panel.total ? " (\(panel.shown.count) of \(panel.total) sparsities)" : ""
    let inputs = panel.inputs == InputDistribution.gaussian.name ? "" : ", \(panel.inputs) inputs"
    let styles = panel.shown.indices.map { CurveStyle(rank: $0, of: panel.shown.count) }
    let rows = panel.shown.map {
      "($1 == \($0.dimension) && $2 == \($0.sparsity) && strcol(10) eq '\($0.inputs.name)' ? $4 : NaN)"
    }
    let lines = zip(rows, styles).map { "data using \($0):5 with lines linewidth 2 linecolor '\($1.color)' notitle" }
    let points = zip(zip(rows, styles), panel.shown).map { curve, transition in
      "data using \(curve.0):7:8:9 with yerrorbars linewidth 1.2 pointtype \(curve.1.point) pointsize 0.9 "
        + "linecolor '\(curve.1.color)' title \(MarkedText("$s = \(transition.sparsity)$").gnuplot)"
    }
    return """
      set title \(MarkedText("$N = \(panel.dimension)$\(inputs)\(note)").gnuplot)
      plot \((lines + points).joined(separator: ", \\\n  "))
      """
  }

  /// All the measured multiples, and a little more.
  private var range: ClosedRange<Double> {
    let multiples = panels.flatMap(\.shown).flatMap { curve in curve.cells.map { curve.relative($0.cell.samples) } }
    let (low, high) = (multiples.min() ?? 0, multiples.max() ?? 2)
    let margin = max(0.05, 0.03 * (high - low))
    return (low - margin)...(high + margin)
  }
}

extension RecoveryResults.Transition {
  /// P/(2δ).
  func relative(_ samples: Int) -> Double { Double(samples) / predicted.normal.median }
}
