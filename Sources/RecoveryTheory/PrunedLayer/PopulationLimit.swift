// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What pruning at ε = R·‖Y‖_F leaves of a layer when samples are without number: the frontier of sparsity against error, the error on
/// fresh inputs being R.
///
/// A linear layer has its weights thresholded: U = soft(W; t) minimises ‖U‖₁ subject to ‖U − W‖_F ≤ R‖W‖_F. A ReLU layer keeps every
/// weight, since no direction but w's own satisfies all inequalities: û_m = (1 − R_m)w_m, with R_m‖w_m‖² proportional to ‖w_m‖₁ up to
/// R_m = 1, where the neuron goes.
public struct PopulationLimit: Hashable, Sendable {
  /// ε/‖Y‖_F, and the error on fresh inputs.
  public let relativeEpsilon: Double
  /// ‖U‖₀.
  public let kept: Int
  /// ‖U‖₁/‖W‖₁.
  public let norm1Ratio: Double

  /// - Throws: ``PrunedLawError``.
  /// - Complexity: O(N·M log(N·M)).
  public init(weights: [[Double]], relativeEpsilon: Double, isLinear: Bool = false) throws(PrunedLawError) {
    guard relativeEpsilon > 0, relativeEpsilon < 1 else { throw .relativeEpsilon(relativeEpsilon) }
    guard weights.contains(where: { $0.contains { $0 != 0 } }) else { throw .zeroWeights }
    self.relativeEpsilon = relativeEpsilon
    if isLinear {
      (kept, norm1Ratio) = Self.thresholded(try WeightProfile(weights.flatMap { $0 }), relativeEpsilon)
    } else {
      var profiles: [WeightProfile] = []
      for w in weights { profiles.append(try WeightProfile(w)) }
      (kept, norm1Ratio) = Self.shrunk(profiles, relativeEpsilon)
    }
  }

  /// Σmin(|w|, t)² = R²‖w‖² for the threshold t, between two of the magnitudes.
  private static func thresholded(_ profile: WeightProfile, _ relative: Double) -> (Int, Double) {
    var (below, above) = (0.0, Double(profile.dimension))
    var (kept, removed) = (profile.dimension, 0.0)
    for (magnitude, count) in zip(profile.magnitudes, profile.counts) {
      if below + above * magnitude * magnitude >= relative * relative { break }
      below += count * magnitude * magnitude
      removed += count * magnitude
      above -= count
      kept -= Int(count)
    }
    let threshold = max(0, (relative * relative - below) / above).squareRoot()
    return (kept, 1 - (removed + above * threshold) / profile.norm1)
  }

  /// R_m = min(1, c·‖w_m‖₁/‖w_m‖²) with ΣR_m²‖w_m‖² = R²Σ‖w_m‖².
  private static func shrunk(_ profiles: [WeightProfile], _ relative: Double) -> (Int, Double) {
    let living = profiles.filter { $0.norm > 0 }.sorted { $0.norm1 / $0.norm > $1.norm1 / $1.norm }
    var budget = relative * relative * living.reduce(0) { $0 + $1.norm * $1.norm }
    var open = living.reduce(0) { $0 + $1.norm1 * $1.norm1 }
    let all = living.reduce(0) { $0 + $1.norm * $1.norm1 }
    var (kept, removed) = (living.reduce(0) { $0 + $1.nonzeros }, 0.0)
    for (index, neuron) in living.enumerated() {
      let factor = (budget / open).squareRoot()
      if factor * neuron.norm1 < neuron.norm {
        return (kept, 1 - (removed + factor * living[index...].reduce(0) { $0 + $1.norm1 * $1.norm1 }) / all)
      }
      budget -= neuron.norm * neuron.norm
      open -= neuron.norm1 * neuron.norm1
      kept -= neuron.nonzeros
      removed += neuron.norm * neuron.norm1
    }
    return (kept, 1 - removed / all)
  }
}
