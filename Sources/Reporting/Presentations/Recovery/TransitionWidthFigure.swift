// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Ensembles
import Foundation
import RecoveryTheory
import Statistics

extension PanelFigure {
  /// The width P₉₅ − P₅ of the transition against N, on the exact law's, with the exponent of a fitted power law.
  ///
  /// - Returns: nil where no sparsity has three dimensions with a finite interval of the width: two fix an exponent and leave
  ///   nothing to judge it by.
  static func transitionWidth(_ results: RecoveryResults) -> PanelFigure? {
    let (byFraction, bySparsity) = (results.widths(relative: true), results.widths(relative: false))
    let found = byFraction.joined().count >= bySparsity.joined().count ? byFraction : bySparsity
    return PanelFigure(
      "transition_width", title: "How the width of the transition grows with the dimension",
      caption: """
        The width $P_{95} - P_{5}$ of the fitted success curves (probit) against $N$, \(results.trialsText). Bars: \
        intervals of at least 95 %, from the 97.5 % profile-likelihood intervals of both ends. Lines: the exact law for Gaussian \
        inputs, computed and not fitted. $\\alpha$: exponent of a power law $N^{\\alpha}$ fitted to the points, with the 95 % \
        interval by their scatter; 1/2 is what the normal form predicts at fixed $s/N$.
        """,
      panels: [widthPanel(found.evenly(8))], aspect: 0.7)
  }

  private static func widthPanel(_ groups: [[MeasuredWidth]]) -> Panel {
    let series = groups.enumerated().flatMap { rank, points -> [Series] in
      let style = SeriesStyle.rank(rank, of: groups.count)
      let law = PowerLaw(x: points.map { Double($0.transition.dimension) }, y: points.map(\.width))
      let label = law.label(points[0].name)
      return [
        Series(label, .theory("exact law"), style, of: points, columns: MeasuredWidth.columns(law)) {
          Point(Double($0.transition.dimension), $0.exact)
        },
        // Side by side, so that no interval hides another.
        Series(
          label, .measured("intervals of at least 95 %"), style, of: points, columns: MeasuredWidth.columns(law),
          shift: pow(1.03, Double(rank) - Double(groups.count - 1) / 2)
        ) { Point(Double($0.transition.dimension), $0.width, yInterval: $0.interval) },
      ]
    }
    return Panel(
      x: Axis(
        name: "dimension", label: "dimension $N$", meaning: "N, the number of inputs", unit: "inputs",
        isLogarithmic: true),
      y: Axis(
        name: "width", label: "width $P_{95} - P_{5}$", meaning: "P₉₅ − P₅ of the probit fit, or of the exact law",
        unit: "samples", isLogarithmic: true), series)
  }
}

/// The measured width of one transition.
private struct MeasuredWidth {
  let transition: RecoveryResults.Transition
  /// What it has in common with the others of its series.
  let name: String
  let width: Double
  let interval: ClosedRange<Double>

  var exact: Double {
    transition.predicted.quantile(0.95) - transition.predicted.quantile(0.05)
  }

  static func columns(_ law: PowerLaw) -> [ResultColumn<MeasuredWidth>] {
    [
      .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.transition.sparsity },
      .text("inputs", "Law of the inputs") { $0.transition.inputs.name },
      .number("exponent", "Exponent of the power law fitted to the series") { _ in law.exponent },
      .number("exponent_low", "Lower end of its 95 % interval") { _ in law.exponentInterval().lowerBound },
      .number("exponent_high", "Upper end of its 95 % interval") { _ in law.exponentInterval().upperBound },
    ]
  }
}

extension RecoveryResults {
  /// The widths of one s/N, or one s, and inputs together.
  fileprivate func widths(relative: Bool) -> [[MeasuredWidth]] {
    let several = Set(transitions.map(\.label)).count > 1
    let widths = transitions.compactMap { transition -> MeasuredWidth? in
      guard let width = transition.fitted.fit.curve?.width, let interval = transition.widthInterval(),
        interval.lowerBound > 0, interval.upperBound.isFinite
      else { return nil }
      let fraction = Double(transition.sparsity) / Double(transition.dimension)
      let name = relative ? "$s/N = \(String(format: "%.2g", fraction))$" : "$s = \(transition.sparsity)$"
      return MeasuredWidth(
        transition: transition, name: name + (several ? ", \(transition.label)" : ""), width: width,
        interval: interval)
    }
    return widths.grouped(by: \.name).filter { Set($0.map(\.transition.dimension)).count >= 3 }
  }
}

extension PowerLaw {
  fileprivate func label(_ name: String) -> MarkedText {
    let interval = exponentInterval()
    let reach = (interval.upperBound - interval.lowerBound) / 2
    return MarkedText("\(name): $\\alpha = \(exponent.fixed(2))$ ± \(reach.fixed(2))")
  }
}
