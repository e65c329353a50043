// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The R_m = ε_m/‖y_m‖ of neurons under one ball, brought to where all have the same multiplier μ.
struct LayerShares {
  private let relativeEpsilon: Double
  private(set) var relative: [Double]
  /// Where each neuron was in the round before.
  private var last: [Point?]

  /// Of a neuron, on its curve of ln R_m over ln μ_m.
  private struct Point {
    let logRelative, logMultiplier: Double
    let power: Double
    var slope = -0.7

    /// R_m where the multiplier is `logMultiplier`; a neuron beyond the upper end is as good as gone.
    func relative(at logMultiplier: Double) -> Double {
      min(max(exp(logRelative + slope * (logMultiplier - self.logMultiplier)), 1e-3), 0.99)
    }
  }

  init(neurons: Int, relativeEpsilon: Double) {
    self.relativeEpsilon = relativeEpsilon
    relative = Array(repeating: relativeEpsilon, count: neurons)
    last = Array(repeating: nil, count: neurons)
  }

  /// Takes every neuron along its slope to the multiplier at which Σε_m² = ε².
  ///
  /// A neuron whose ball does not bind on the draw has no multiplier and stays where it is.
  mutating func rebalance(_ laws: [CorrelatedPrunedNeuronLaw?]) {
    let points = laws.indices.map { m in laws[m].flatMap { point(m, $0) } }
    let moving = points.compactMap(\.self)
    // Σε_m² for those that move.
    let budget = laws.indices.reduce(0) { sum, m in
      guard let law = laws[m] else { return sum }
      let staying = points[m] == nil ? relative[m] * relative[m] : 0
      return sum + law.responseNorm * law.responseNorm * (relativeEpsilon * relativeEpsilon - staying)
    }
    guard budget > 0, let low = moving.map(\.logMultiplier).min(), let high = moving.map(\.logMultiplier).max() else {
      return
    }
    func excess(_ logMultiplier: Double) -> Double {
      let sum = moving.reduce(0) { $0 + $1.power * pow($1.relative(at: logMultiplier), 2) }
      return log(budget / sum)
    }
    var root = Enclosure(low: (low - 20, excess(low - 20)), high: (high + 20, excess(high + 20)))
    root.narrow(tolerance: 1e-6, of: excess)
    for (m, point) in points.enumerated() {
      guard let point else { continue }
      relative[m] = point.relative(at: root.nearest.x)
      last[m] = point
    }
  }

  /// The slope is that between this round and the last, where they are far enough apart to tell.
  private func point(_ m: Int, _ law: CorrelatedPrunedNeuronLaw) -> Point? {
    guard law.multiplier > 0 else { return nil }
    var point = Point(
      logRelative: log(relative[m]), logMultiplier: log(law.multiplier), power: law.responseNorm * law.responseNorm)
    if let last = last[m], abs(point.logMultiplier - last.logMultiplier) > 0.02 {
      let slope = (point.logRelative - last.logRelative) / (point.logMultiplier - last.logMultiplier)
      point.slope = min(max(slope, -2), -0.2)
    }
    return point
  }
}
