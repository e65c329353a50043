// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What pruning at ε = R·‖Y‖_F leaves of a layer when samples are without number: the frontier of sparsity against error, the error on
/// fresh inputs being R.
///
/// A linear layer has its weights thresholded: U = soft(W; t) minimises ‖U‖₁ subject to ‖U − W‖_F ≤ R‖W‖_F. A ReLU layer keeps every
/// weight, since no direction but w's own satisfies all inequalities: û_m → (1 − R_m)w_m, with R_m‖w_m‖² proportional to ‖w_m‖₁ up to
/// R_m = 1, where the neuron goes. Weights that were zero stay in part, ever smaller: with ρ = o(1/P) and θ of order 1/P the equations
/// of ``StationaryPoint`` become Kλ² = ⅔T², whatever R is, T² = Σ(λ² + 1) − ‖ŵ‖₁² over the weights and ΣE soft(λq; 1)² over the zeros.
public struct PopulationLimit: Hashable, Sendable {
  /// ε/‖Y‖_F, and the error on fresh inputs.
  public let relativeEpsilon: Double
  /// lim E‖U‖₀.
  public let kept: Double
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
  private static func thresholded(_ profile: WeightProfile, _ relative: Double) -> (Double, Double) {
    var (below, above) = (0.0, Double(profile.dimension))
    var (kept, removed) = (Double(profile.dimension), 0.0)
    for (magnitude, count) in zip(profile.magnitudes, profile.counts) {
      if below + above * magnitude * magnitude >= relative * relative { break }
      below += count * magnitude * magnitude
      removed += count * magnitude
      above -= count
      kept -= count
    }
    let threshold = max(0, (relative * relative - below) / above).squareRoot()
    return (kept, 1 - (removed + above * threshold) / profile.norm1)
  }

  /// R_m = min(1, c·‖w_m‖₁/‖w_m‖²) with ΣR_m²‖w_m‖² = R²Σ‖w_m‖².
  private static func shrunk(_ profiles: [WeightProfile], _ relative: Double) -> (Double, Double) {
    let living = profiles.filter { $0.norm > 0 }.sorted { $0.norm1 / $0.norm > $1.norm1 / $1.norm }
    var budget = relative * relative * living.reduce(0) { $0 + $1.norm * $1.norm }
    var open = living.reduce(0) { $0 + $1.norm1 * $1.norm1 }
    let all = living.reduce(0) { $0 + $1.norm * $1.norm1 }
    var (kept, removed) = (living.reduce(0) { $0 + $1.keptInTheLimit }, 0.0)
    for (index, neuron) in living.enumerated() {
      let factor = (budget / open).squareRoot()
      if factor * neuron.norm1 < neuron.norm {
        return (kept, 1 - (removed + factor * living[index...].reduce(0) { $0 + $1.norm1 * $1.norm1 }) / all)
      }
      budget -= neuron.norm * neuron.norm
      open -= neuron.norm1 * neuron.norm1
      kept -= neuron.keptInTheLimit
      removed += neuron.norm * neuron.norm1
    }
    return (kept, 1 - removed / all)
  }
}

extension WeightProfile {
  /// K of a ReLU neuron as P → ∞: all weights that are not zero, and of the zeros those with |λq| > 1 where Kλ² = ⅔T².
  fileprivate var keptInTheLimit: Double {
    let (weights, zeros) = (Double(nonzeros), Double(dimension - nonzeros))
    func kept(_ λ: Double) -> Double { weights + 2 * zeros * Tail(at: 1 / λ).upper }
    func excess(_ logλ: Double) -> Double {
      let λ = exp(logλ)
      let across = weights * (1 + λ * λ) - norm1 * norm1 + 2 * zeros * λ * λ * Tail(at: 1 / λ).secondExcess
      return kept(λ) - 2 / 3 * across / (λ * λ)
    }
    // Of equal magnitudes T vanishes with λ, and no zero stays.
    guard zeros > 0, weights - norm1 * norm1 > 1e-12 * weights else { return weights }
    var root = Enclosure(low: (-20, excess(-20)), high: (10, excess(10)))
    guard root.low.value < 0, root.high.value > 0 else { return weights }
    root.narrow(tolerance: 1e-12 * weights, of: excess)
    return kept(exp(root.nearest.x))
  }
}
