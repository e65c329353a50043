// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension PrunedLayerLaw {
  /// The largest number of samples ``samples(weights:relativeEpsilon:excess:isLinear:)`` looks at.
  public static let mostSamples = 1_000_000_000_000

  /// The fewest samples with which the error on fresh inputs is at most (1 + c)·R, when pruned at ε = R·‖Y‖_F.
  ///
  /// The fresh error falls towards R as P grows: for a linear neuron it is R/(1 − kept/P).
  /// - Parameter excess: c > 0.
  /// - Throws: ``PrunedLawError``.
  /// - Complexity: about 15 layers.
  public static func samples(
    weights: [[Double]], relativeEpsilon: Double, excess: Double, isLinear: Bool = false
  ) throws(PrunedLawError) -> Int {
    var profiles: [WeightProfile] = []
    for w in weights { profiles.append(try WeightProfile(w)) }
    let limit = log((1 + excess) * relativeEpsilon)
    func slack(_ samples: Double) throws(PrunedLawError) -> Double {
      let solvers = profiles.map { StationarySolver($0, samples: samples, isLinear: isLinear) }
      return limit - log(try PrunedLayerLaw(solvers, .relativeEpsilon(relativeEpsilon)).freshError)
    }
    var low = (x: 1.0, value: try slack(1))
    guard low.value < 0 else { return 1 }
    var high = (x: 2.0, value: try slack(2))
    while high.value < 0 {
      guard high.x < Double(mostSamples) else { throw .tooManySamples(limit: mostSamples) }
      (low, high) = (high, (2 * high.x, try slack(2 * high.x)))
    }
    return try leastWhole(Enclosure(low: low, high: high), slack)
  }

  /// The least whole number within an enclosure at which the function is not negative.
  private static func leastWhole(
    _ enclosure: Enclosure, _ function: (Double) throws(PrunedLawError) -> Double
  ) throws(PrunedLawError) -> Int {
    var (low, high) = (enclosure.low.x, enclosure.high.x)
    var real = enclosure
    try real.narrow(tolerance: 1e-9, of: function)
    // The root in real numbers leaves one whole number to look at, or two.
    for whole in [real.nearest.x.rounded(.down), real.nearest.x.rounded(.up)] where low < whole && whole < high {
      if try function(whole) < 0 { low = whole } else { high = whole }
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if try function(middle) < 0 { low = middle } else { high = middle }
    }
    return Int(high)
  }
}
