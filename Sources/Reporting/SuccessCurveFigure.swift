// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import Foundation
import RecoveryTheory
import StudyModel
import StudyStore

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

  /// One row for every P at which a curve is drawn or measured.
  var data: String {
    var table = CSVTable(columns: [
      "dimension", "sparsity", "samples", "relative_samples", "predicted_exact", "trials", "rate", "interval_low",
      "interval_high", "inputs",
    ])
    for transition in panels.flatMap(\.shown) {
      let measured = Dictionary(uniqueKeysWithValues: transition.cells.map { ($0.cell.samples, $0) })
      for samples in transition.drawnSamples {
        let cell = measured[samples].flatMap { cell in results.rate(cell).map { (cell.trials, $0) } }
        table.append([
          transition.dimension, transition.sparsity, samples, transition.relative(samples),
          transition.predicted.exact.success(samples: samples), cell?.0, cell?.1.rate, cell?.1.interval.lower,
          cell?.1.interval.upper, transition.inputs.name,
        ])
      }
    }
    return table.text
  }

  var script: String {
    let columns = panels.count <= 3 ? panels.count : panels.count == 4 ? 2 : panels.count <= 9 ? 3 : 4
    let rows = (panels.count + columns - 1) / columns
    return """
      \(header(width: columns == 1 ? 860 : columns * 560, height: rows == 1 ? 600 : rows * 420))
      set multiplot layout \(rows),\(columns) title "Recovery of a planted neuron: measured (points, \(intervals)) and exact law (lines)"
      set xlabel "samples relative to the predicted 50% point,  {/:Italic P} / 2{/:Italic δ}"
      set ylabel "success rate"
      set xrange [\(range.lowerBound):\(range.upperBound)]
      set yrange [-0.03:1.03]
      set key bottom right Left reverse samplen 1.5 spacing 1.1
      set arrow 1 from 1, graph 0 to 1, graph 1 nohead linecolor "#b0b0b0" dashtype 2 back
      \(panels.map(plot).joined(separator: "\n"))
      unset multiplot
      unset output
      }

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
        + "linecolor '\(curve.1.color)' title \"{/:Italic s} = \(transition.sparsity)\""
    }
    return """
      set title "{/:Italic N} = \(panel.dimension)\(inputs)\(note)"
      plot \((lines + points).joined(separator: ", \\\n  "))
      """
  }

  private var intervals: String {
    switch results.study.trials {
    case .each: "95% Wilson intervals"
    case .precision(_, let confidence, _): "\((confidence * 100).formatted())% anytime-valid intervals"
    }
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
  fileprivate func relative(_ samples: Int) -> Double { Double(samples) / predicted.normal.median }
}

extension Array {
  /// At most `count` elements, evenly spread from the first to the last.
  fileprivate func evenly(_ count: Int) -> [Element] {
    guard self.count > count else { return self }
    return (0..<count).map { self[$0 * (self.count - 1) / (count - 1)] }
  }
}
