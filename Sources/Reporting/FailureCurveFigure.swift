// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import RecoveryTheory
import StudyModel
import StudyStore

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

  var data: String {
    var table = CSVTable(columns: [
      "dimension", "sparsity", "samples", "theorem3_bound", "certificate_failure", "recovery_failure", "trials",
      "failure_rate", "interval_low", "interval_high",
    ])
    for panel in panels {
      let theorem = Theorem3(dimension: panel.dimension, sparsity: panel.sparsity)
      let measured = Dictionary(uniqueKeysWithValues: panel.cells.map { ($0.cell.samples, $0) })
      for samples in panel.drawnSamples {
        let cell = measured[samples].flatMap { cell in results.rate(cell).map { (cell.trials, $0) } }
        table.append([
          panel.dimension, panel.sparsity, samples,
          min(1, theorem.failureBound(exponent: theorem.exponent(samples: samples))),
          panel.predicted.certificate.failure(samples: samples), panel.predicted.exact.failure(samples: samples),
          cell?.0, cell.map { 1 - $0.1.rate }, cell.map { 1 - $0.1.interval.upper },
          cell.map { 1 - $0.1.interval.lower },
        ])
      }
    }
    return table.text
  }

  var script: String {
    """
    \(header(width: panels.count == 1 ? 860 : 1280, height: 600))
    set multiplot layout 1,\(panels.count) title "How many samples for one planted neuron: Theorem 3, its certificate, and recovery itself"
    set xlabel "samples {/:Italic P}"
    set ylabel "failure probability"
    set logscale y
    set format y "10^{%T}"
    set yrange [\(Self.least):2]
    set key bmargin center horizontal maxcols 2 Left reverse samplen 2 spacing 1.2
    \(panels.map(plot).joined(separator: "\n"))
    unset multiplot
    unset output
    }

    """
  }

  private func plot(_ panel: RecoveryResults.Transition) -> String {
    let row = "($1 == \(panel.dimension) && $2 == \(panel.sparsity) ? $3 : NaN)"
    let curves = [
      (4, CurveStyle(rank: 2, of: 3), "Theorem 3: {/:Italic N} e^{−{/:Italic P}/(11{/:Italic s}+7)}"),
      (5, CurveStyle(rank: 1, of: 3), "certificate, exact law"), (6, CurveStyle(rank: 0, of: 3), "recovery, exact law"),
    ]
    let lines = curves.map { column, style, title in
      "data using \(row):\(column) with lines linewidth 2.5 linecolor '\(style.color)' title \"\(title)\""
    }
    // A frequency of 0 has no place on the scale; its interval's upper end has.
    let points = "data using \(row):($8 > 0 ? $8 : NaN):($9 > 0 ? $9 : \(Self.least)):10 "
    return """
      set title "{/:Italic N} = \(panel.dimension), {/:Italic s} = \(panel.sparsity)"
      plot [0:\(Theorem3(dimension: panel.dimension, sparsity: panel.sparsity).samples(exponent: 2))] \\
        \(lines.joined(separator: ", \\\n  ")), \\
        \(points)with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.8 linecolor '\(curves[2].1.color)' title "measured, 95% interval"
      """
  }
}
