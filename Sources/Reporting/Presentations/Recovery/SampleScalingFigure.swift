// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Ensembles
import Foundation
import RecoveryTheory
import Statistics

extension PanelFigure {
  /// P₅₀ against s ln(N/s) and against 2δ, and under each over its law: one point per N, s and inputs.
  ///
  /// - Returns: nil with fewer than three measured 50 % points: two lie on any line.
  static func sampleScaling(_ results: RecoveryResults) -> PanelFigure? {
    let points = results.measuredMedians
    guard points.count >= 3 else { return nil }
    let (constant, interval, scatter) = RecoveryResults.constant(points)
    let laws: [MedianLaw] = [
      .init(
        axis: Axis(name: "sparsity_log_ratio", label: "$s \\ln(N/s)$", isLogarithmic: true),
        formula: "\(constant.significant(3))\\,s \\ln(N/s)", factor: constant, scale: \.logRatio),
      .init(
        axis: Axis(
          name: "samples50_predicted", label: "predicted $2\\delta$", meaning: "2δ, the predicted 50 % point",
          unit: "samples", isLogarithmic: true),
        formula: "2\\delta", factor: 1, scale: \.predicted),
    ]
    return PanelFigure(
      "samples50_scaling", title: "How the 50 % point scales: against $s \\ln(N/s)$ and against $2\\delta$",
      caption: """
        The 50 % point $P_{50}$ of the fitted success curves (probit) with 95 % profile-likelihood intervals, \
        \(results.trialsText); below, the same over the law. Left: against $s \\ln(N/s)$, with the constant \
        $C = \(constant.significant(3))$ of the geometric mean\(interval), and a factor \(scatter.significant(3)) of standard deviation about it; \
        $2\\delta/(s \\ln(N/s))$ is not constant, so no $C$ fits all. Right: against the prediction $2\\delta$.
        """,
      panels: laws.map { $0.panel(points) } + laws.map { $0.ratioPanel(points) }, columns: 2, aspect: 0.55)
  }
}

/// A measured 50 % point beside what it may be proportional to.
private struct MeasuredMedian {
  let transition: RecoveryResults.Transition
  let series: String
  let samples: Double
  let interval: ClosedRange<Double>?
  let logRatio, predicted: Double
}

extension RecoveryResults {
  fileprivate var measuredMedians: [MeasuredMedian] {
    let byCondition = Set(transitions.map(\.label)).count > 1
    return transitions.compactMap { transition in
      transition.fitted.samples(0.5).map {
        MeasuredMedian(
          transition: transition, series: byCondition ? transition.label : "\(transition.dimension)", samples: $0,
          interval: transition.interval(0.5), logRatio: ScalingLaw.sparsityLogRatio.scale(transition.fitted),
          predicted: transition.predicted.normal.median)
      }
    }
  }

  /// The geometric mean of P₅₀/(s ln(N/s)) with its interval in words, and the factor of one standard deviation, where it is
  /// defined (s < N).
  fileprivate static func constant(_ points: [MeasuredMedian]) -> (mean: Double, interval: String, factor: Double) {
    let logs = RunningSummary(points.filter { $0.logRatio > 0 }.map { log($0.samples / $0.logRatio) })
    let interval = logs.meanInterval(confidence: 0.95).map {
      " (95 % interval \(exp($0.lowerBound).significant(3)) to \(exp($0.upperBound).significant(3)), by Student's t over the points)"
    }
    return (exp(logs.mean), interval ?? "", exp(logs.standardDeviation))
  }
}

/// P₅₀ = `factor`·scale.
private struct MedianLaw {
  let axis: Axis
  let formula: String
  let factor: Double
  let scale: any KeyPath<MeasuredMedian, Double> & Sendable

  func panel(_ points: [MeasuredMedian]) -> PanelFigure.Panel {
    let y = Axis(
      name: "samples50", label: "measured $P_{50}$", meaning: "P at 50 % success by the probit fit", unit: "samples",
      isLogarithmic: true)
    return .init(
      MarkedText("$P_{50} = \(formula)$"), x: axis, y: y, [line(points) { $0 * factor }] + series(points) { _ in 1 })
  }

  func ratioPanel(_ points: [MeasuredMedian]) -> PanelFigure.Panel {
    let y = Axis(name: "samples50_ratio", label: "$P_{50}$ over the law", isLogarithmic: true)
    return .init(
      MarkedText("$P_{50}$ over $\(formula)$"), x: axis, y: y,
      [line(points) { _ in 1 }] + series(points) { 1 / (factor * $0[keyPath: scale]) })
  }

  private func line(_ points: [MeasuredMedian], _ law: (Double) -> Double) -> PanelFigure.Series {
    let ends = points.map { $0[keyPath: scale] }.filter { $0 > 0 }
    return .init("", .theory("law"), .reference, of: [ends.min(), ends.max()].compactMap(\.self)) {
      .init($0, law($0))
    }
  }

  private func series(_ points: [MeasuredMedian], over unit: (MeasuredMedian) -> Double) -> [PanelFigure.Series] {
    let styles = SeriesStyle.all(points.map(\.series))
    return points.grouped(by: \.series).map { group in
      let name = group[0].series
      return .init(
        Int(name) == nil ? MarkedText(name) : MarkedText("$N = \(name)$"),
        .measured("95 % profile-likelihood intervals"), styles[name] ?? .neutral, of: group, columns: Self.columns
      ) { point in
        let unit = unit(point)
        return .init(
          point[keyPath: scale], point.samples * unit,
          yInterval: point.interval.map { ($0.lowerBound * unit)...($0.upperBound * unit) })
      }
    }
  }

  private static let columns: [ResultColumn<MeasuredMedian>] = [
    .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.transition.dimension },
    .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.transition.sparsity },
    .text("inputs", "Law of the inputs") { $0.transition.inputs.name },
  ]
}
