// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import RecoveryTheory
import Statistics
import StudyModel

/// The width P₉₅ − P₅ of the transition against N, with the exponent of a fitted power law.
struct TransitionWidthFigure: Figure {
  let name = "transition_width"
  private let results: RecoveryResults
  private let series: [Series]

  /// The transitions of one relative sparsity, or of one sparsity, by ascending N.
  private struct Series {
    let label: MarkedText
    let key: String
    let points: [Point]
    let law: PowerLaw
  }

  fileprivate struct Point {
    let transition: RecoveryResults.Transition
    let key: String
    let width: Double
    let interval: ClosedRange<Double>
  }

  /// More would not be told apart.
  private static let mostSeries = 8

  /// nil where no sparsity has three dimensions with a finite interval of the width: two fix an exponent and leave nothing to judge it by.
  init?(_ results: RecoveryResults) {
    let byFraction = Self.series(results) { transition in
      let fraction = Double(transition.sparsity) / Double(transition.dimension)
      let text = String(format: "%.2g", fraction)
      return ("s/N = \(text)", "$s/N = \(text)$")
    }
    let bySparsity = Self.series(results) { ("s = \($0.sparsity)", "$s = \($0.sparsity)$") }
    let found =
      byFraction.map(\.points.count).reduce(0, +) >= bySparsity.map(\.points.count).reduce(0, +)
      ? byFraction : bySparsity
    guard !found.isEmpty else { return nil }
    self.results = results
    series = found.evenly(Self.mostSeries)
  }

  private static func series(
    _ results: RecoveryResults, _ name: (RecoveryResults.Transition) -> (key: String, label: String)
  ) -> [Series] {
    let several = Set(results.transitions.map(\.inputs.name)).count > 1
    let groups = results.transitions.grouped { [$0.inputs.name, name($0).key] }
    return groups.compactMap { group in
      let (key, label) = name(group[0])
      let inputs = several ? ", \(group[0].inputs.name)" : ""
      let points = group.compactMap { Point($0, key: key + inputs) }
      guard Set(points.map(\.transition.dimension)).count >= 3 else { return nil }
      let law = PowerLaw(x: points.map { Double($0.transition.dimension) }, y: points.map(\.width))
      return Series(label: MarkedText(label + inputs), key: key + inputs, points: points, law: law)
    }
  }

  let title: MarkedText = "How the width of the transition grows with the dimension"

  var caption: MarkedText {
    """
    The width $P_{95} - P_{5}$ of the fitted success curves (probit) against $N$, \(results.trialsText). Bars: intervals \
    of at least 95 %, from the 97.5 % profile-likelihood intervals of both ends. Lines: power laws $N^{\\alpha}$ fitted to the points, \
    with the 95 % interval of their exponent by their scatter; $\\alpha = 1/2$ is what the normal form predicts at fixed $s/N$.
    """
  }

  let size = (width: 860, height: 640)

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: series.flatMap { series in series.points.map { (series, $0) } },
      columns: [
        .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.1.transition.dimension },
        .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.1.transition.sparsity },
        .text("series", "What the fitted power law's points have in common") { $0.0.key },
        .number("width", "P₉₅ − P₅ of the probit fit", unit: "samples") { $0.1.width },
        .number("width_low", "Lower end of its interval", unit: "samples") { $0.1.interval.lowerBound },
        .number("width_high", "Upper end of its interval", unit: "samples") { $0.1.interval.upperBound },
        .number("width_exact", "P₉₅ − P₅ of the exact law for Gaussian inputs", unit: "samples") {
          $0.1.transition.predicted.exact.quantile(0.95) - $0.1.transition.predicted.exact.quantile(0.05)
        },
        .number("width_fitted", "The series' power law at N", unit: "samples") {
          $0.0.law.value(at: Double($0.1.transition.dimension))
        },
        .number("exponent", "Exponent of the series' power law") { $0.0.law.exponent },
        .number("exponent_low", "Lower end of its 95 % interval") { $0.0.law.exponentInterval().lowerBound },
        .number("exponent_high", "Upper end of its 95 % interval") { $0.0.law.exponentInterval().upperBound },
      ])
  }

  var commands: String {
    let styles = series.indices.map { CurveStyle(rank: $0, of: series.count) }
    let plots = zip(series, styles).enumerated().flatMap { rank, pair in
      let (series, style) = pair
      let row = "strcol(3) eq '\(series.key)'"
      // Side by side, so that no interval hides another.
      let place = pow(1.03, Double(rank) - Double(self.series.count - 1) / 2)
      return [
        "data using (\(row) ? $1 : NaN):8 with lines linewidth 2 linecolor '\(style.color)' dashtype \(style.dash) notitle",
        "data using (\(row) ? \(place)*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype \(style.point) pointsize 1 linecolor '\(style.color)' "
          + "title \(title(series).gnuplot)",
      ]
    }
    return """
      set logscale xy
      set xrange \(series.flatMap(\.points).map { Double($0.transition.dimension) }.logarithmicRange)
      set yrange \(series.flatMap(\.points).flatMap { [$0.interval.lowerBound, $0.interval.upperBound] }.logarithmicRange)
      \(logarithmicTics)
      set xlabel \(MarkedText("dimension $N$").gnuplot)
      set ylabel \(MarkedText("width $P_{95} - P_{5}$").gnuplot)
      set bmargin \(5 + Double((series.count + 1) / 2) * 1.3)
      set key outside bottom center horizontal maxcols 2 Left reverse samplen 1.5 spacing 1.2
      plot \(plots.joined(separator: ", \\\n  "))
      """
  }

  private func title(_ series: Series) -> MarkedText {
    let interval = series.law.exponentInterval()
    let reach = (interval.upperBound - interval.lowerBound) / 2
    return MarkedText("\(series.label.source): $\\alpha = \(series.law.exponent.fixed(2))$ ± \(reach.fixed(2))")
  }
}

extension TransitionWidthFigure.Point {
  fileprivate init?(_ transition: RecoveryResults.Transition, key: String) {
    guard let width = transition.fitted.fit.curve?.width, let interval = transition.widthInterval(),
      interval.lowerBound > 0, interval.upperBound.isFinite
    else { return nil }
    self.init(transition: transition, key: key, width: width, interval: interval)
  }
}
