// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import RecoveryTheory
import Statistics
import StudyModel

/// P₅₀ against s ln(N/s) and against 2δ, one point per N, s and inputs.
struct SampleScalingFigure: Figure {
  let name = "samples50_scaling"
  private let results: RecoveryResults
  private let measured: [Point]

  private struct Point {
    let transition: RecoveryResults.Transition
    let samples: Double
    let series: String
  }

  /// nil with fewer than three measured 50 % points: two lie on any line.
  init?(_ results: RecoveryResults) {
    let byInputs = Set(results.transitions.map(\.inputs.name)).count > 1
    measured = results.transitions.compactMap { transition in
      transition.fitted.samples(0.5).map {
        Point(
          transition: transition, samples: $0, series: byInputs ? transition.inputs.name : "\(transition.dimension)")
      }
    }
    guard measured.count >= 3 else { return nil }
    self.results = results
  }

  let title: MarkedText = "How the 50 % point scales: against $s \\ln(N/s)$ and against $2\\delta$"

  var caption: MarkedText {
    """
    The 50 % point $P_{50}$ of the fitted success curves (probit) with 95 % profile-likelihood intervals, \
    \(results.trialsText). Left: against $s \\ln(N/s)$, with the proportional law of the geometric mean, \
    $C = \(constant.fixed(2))$; $2\\delta/(s \\ln(N/s))$ is not constant, so no $C$ fits all. Right: against the \
    prediction $2\\delta$, with the line of equality.
    """
  }

  let size = (width: 1280, height: 600)

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: measured,
      columns: [
        .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.transition.dimension },
        .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.transition.sparsity },
        .text("inputs", "Law of the inputs") { $0.transition.inputs.name },
        .number("sparsity_log_ratio", "s ln(N/s)") { ScalingLaw.sparsityLogRatio.scale($0.transition.fitted) },
        .number("samples50_predicted", "2δ, the predicted 50 % point", unit: "samples") {
          $0.transition.predicted.normal.median
        },
        .number("samples50", "P at 50 % success by the probit fit", unit: "samples") { $0.samples },
        .number("samples50_low", "Lower end of its interval; its own value where infinite", unit: "samples") { point in
          point.transition.interval(0.5).map { $0.lowerBound.isFinite ? $0.lowerBound : point.samples }
        },
        .number("samples50_high", "Upper end of its interval; its own value where infinite", unit: "samples") { point in
          point.transition.interval(0.5).map { $0.upperBound.isFinite ? $0.upperBound : point.samples }
        },
        .text("series", "The dimension, or the inputs where there are several") { $0.series },
      ])
  }

  /// The geometric mean of P₅₀/(s ln(N/s)), over the points where that is defined (s < N).
  private var constant: Double {
    let logs = measured.compactMap { point -> Double? in
      let scale = ScalingLaw.sparsityLogRatio.scale(point.transition.fitted)
      return scale > 0 ? log(point.samples / scale) : nil
    }
    return exp(logs.reduce(0, +) / Double(logs.count))
  }

  var commands: String {
    """
    set multiplot layout 1,2
    set logscale xy
    set yrange \(measured.map(\.samples).logarithmicRange)
    \(logarithmicTics)
    set ylabel \(MarkedText("measured $P_{50}$").gnuplot)
    set key top left Left reverse samplen 1.5 spacing 1.1
    set xlabel \(MarkedText("$s \\ln(N/s)$").gnuplot)
    set xrange \(measured.map { ScalingLaw.sparsityLogRatio.scale($0.transition.fitted) }.logarithmicRange)
    \(plot(column: 4, line: constant, label: MarkedText("$P_{50} = \(constant.fixed(2))\\, s \\ln(N/s)$")))
    set xlabel \(MarkedText("predicted $2\\delta$").gnuplot)
    set xrange \(measured.map(\.transition.predicted.normal.median).logarithmicRange)
    \(plot(column: 5, line: 1, label: "$P_{50} = 2\\delta$"))
    unset multiplot
    """
  }

  private func plot(column: Int, line: Double, label: MarkedText) -> String {
    let series = measured.grouped(by: \.series)
    let points = series.enumerated().map { rank, points in
      let style = CurveStyle(rank: rank, of: series.count)
      let title: MarkedText = Int(points[0].series) == nil ? "\(points[0].series)" : "$N = \(points[0].series)$"
      return "data using (strcol(9) eq '\(points[0].series)' ? $\(column) : NaN):6:7:8 with yerrorbars linewidth 1.2 "
        + "pointtype \(style.point) pointsize 1 linecolor '\(style.color)' title \(title.gnuplot)"
    }
    let law = "\(line)*x with lines linewidth 1.5 linecolor '#707070' dashtype 2 title \(label.gnuplot)"
    return "plot \(([law] + points).joined(separator: ", \\\n  "))"
  }
}
