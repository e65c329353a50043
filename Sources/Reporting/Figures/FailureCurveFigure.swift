// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import RecoveryTheory
import StudyModel

/// Failure probability against P on a logarithmic scale: what Theorem 3 bounds it by, the exact laws of its certificate and of
/// recovery, and what was measured; one panel for a small and a large shape of the grid.
struct FailureCurveFigure: Figure {
  let name = "failure_curve"
  private let results: RecoveryResults
  private let panels: [RecoveryResults.Transition]

  /// nil where no cell is of Gaussian inputs, which the theorem is about.
  init?(_ results: RecoveryResults) {
    let gaussian = results.transitions.filter { $0.inputs == .gaussian }
    guard let last = gaussian.last else { return nil }
    self.results = results
    // Of the middle sparsity of the smallest dimension, and all the largest.
    let small = gaussian.filter { $0.dimension == gaussian[0].dimension }
    let first = small[small.count / 2]
    panels = first.cells == last.cells ? [last] : [first, last]
  }

  /// Lower probabilities are not drawn.
  private static let least = 1e-4

  let title: MarkedText = "How many samples for one planted neuron: Theorem 3, its certificate, and recovery itself"

  var caption: MarkedText {
    """
    Failure probability against the number of samples: Theorem 3's bound, the exact laws of its certificate and of \
    recovery (computed, not fitted), and measured failure rates with \(results.intervalsText), \(results.trialsText).
    """
  }

  var size: (width: Int, height: Int) { (panels.count == 1 ? 860 : 1280, 600) }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: panels.flatMap(results.points),
      columns: CurvePoint.shape + [
        .number("theorem3_bound", "Theorem 3's bound on the failure probability, N e^{−P/(11s+7)}, at most 1") {
          let theorem = Theorem3(dimension: $0.transition.dimension, sparsity: $0.transition.sparsity)
          return min(1, theorem.failureBound(exponent: theorem.exponent(samples: $0.samples)))
        },
        .number("certificate_failure", "Failure probability of the least-squares certificate, exact") {
          $0.transition.predicted.certificate.failure(samples: $0.samples)
        },
        .number("recovery_failure", "Failure probability of recovery, exact") {
          $0.transition.predicted.exact.failure(samples: $0.samples)
        },
        .integer("trials", "Trials; empty where P was not measured", unit: "trials") { $0.trials },
        .number("failure_rate", "Failure rate") { $0.rate.map { 1 - $0 } },
        .number("interval_low", "Lower end of the failure rate's interval") { $0.interval.map { 1 - $0.upper } },
        .number("interval_high", "Upper end of the failure rate's interval") { $0.interval.map { 1 - $0.lower } },
      ])
  }

  var commands: String {
    """
    set multiplot layout 1,\(panels.count)
    set xlabel \(MarkedText("samples $P$").gnuplot)
    set ylabel "failure probability"
    set logscale y
    set format y (tex ? "$10^{%T}$" : "10^{%T}")
    set yrange [\(Self.least):2]
    set bmargin (tex ? 9 : 7)
    set key bmargin center horizontal maxcols 2 Left reverse samplen 3 spacing 1.2
    \(panels.map(plot).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func plot(_ panel: RecoveryResults.Transition) -> String {
    let row = "($1 == \(panel.dimension) && $2 == \(panel.sparsity) ? $3 : NaN)"
    let curves = [
      (4, CurveStyle(rank: 2, of: 3), "Theorem 3: $N e^{-P/(11s+7)}$" as MarkedText),
      (5, CurveStyle(rank: 1, of: 3), "certificate, exact law"), (6, CurveStyle(rank: 0, of: 3), "recovery, exact law"),
    ]
    let lines = curves.map { column, style, title in
      "data using \(row):\(column) with lines linewidth 2.5 linecolor '\(style.color)' dashtype \(style.dash) title \(title.gnuplot)"
    }
    // A frequency of 0 has no place on the scale; its interval's upper end has.
    let points = "data using \(row):($8 > 0 ? $8 : NaN):($9 > 0 ? $9 : \(Self.least)):10 "
    return """
      set title \(MarkedText("$N = \(panel.dimension)$, $s = \(panel.sparsity)$").gnuplot)
      plot [0:\(Theorem3(dimension: panel.dimension, sparsity: panel.sparsity).samples(exponent: 2))] \\
        \(lines.joined(separator: ", \\\n  ")), \\
        \(points)with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.8 linecolor '\(curves[2].1.color)' title "measured"
      """
  }
}
