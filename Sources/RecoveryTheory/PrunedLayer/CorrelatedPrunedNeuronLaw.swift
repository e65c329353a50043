// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra

/// What Net-Trim at ε > 0 leaves of a neuron's weights for inputs x ~ N(m, Σ), in the limit of many weights and samples.
///
/// û minimises ‖u‖₁ subject to zᵀu ≥ D(uᵀm, α, τ), α = uᵀΣw/ω, τ² = uᵀΣu − α², ω² = wᵀΣw, with D as in ``SampleDistance`` and
/// z ~ N(0, Σ) made uncorrelated with wᵀx. There are no closed coordinates; each draw of z is a convex program of its own, and the
/// numbers here are means over the draws given.
public struct CorrelatedPrunedNeuronLaw: Sendable {
  /// R = ε/‖y‖.
  public let relativeEpsilon: Double
  /// E‖û‖₀.
  public let kept: Double
  /// E‖û‖₁/‖w‖₁.
  public let norm1Ratio: Double
  /// √(E(ReLU(ûᵀx) − ReLU(wᵀx))²/E ReLU(wᵀx)²) on an input that was not among the samples.
  public let freshError: Double
  /// √(E ReLU(wᵀx)²), the norm of a response; what the neuron weighs in a layer.
  public let responseNorm: Double
  /// −∂‖û‖₁/∂(½ε²), the multiplier of the ball, P·E y² being the squared length of the responses.
  public let multiplier: Double

  /// - Parameters:
  ///   - weights: w, N.
  ///   - samples: P ≥ 1.
  ///   - relativeEpsilon: R, between 0 and 1.
  ///   - draws: independent vectors of N standard normal numbers; a handful is enough, one has an error of order 1/√N.
  /// - Throws: ``PrunedLawError``.
  /// - Complexity: some hundred products with Σ a draw.
  public init(
    weights: [Double], samples: Int, relativeEpsilon: Double, inputs: GaussianInputs, draws: [[Double]],
    isLinear: Bool = false
  ) throws(PrunedLawError) {
    precondition(weights.count == inputs.mean.count && !draws.isEmpty, "a weight an input, and a draw")
    let profile = try WeightProfile(weights)
    guard samples >= 1 else { throw .samples(samples) }
    guard relativeEpsilon > 0, relativeEpsilon < 1 else { throw .relativeEpsilon(relativeEpsilon) }
    guard profile.norm > 0 else { throw .zeroWeights }
    let covaried = inputs.covariance * weights
    guard weights.dot(covaried) > 0 else { throw .constantResponse }
    let program = DrawnProgram(
      weights, covaried: covaried, inputs, samples: Double(samples), relativeEpsilon, isLinear: isLinear)
    let power = program.distance.energy / program.distance.samples
    guard power > 1e-30 * weights.dot(covaried) else { throw .constantResponse }
    var (kept, norm1, fresh, multiplier) = (0.0, 0.0, 0.0, 0.0)
    for draw in draws {
      let (solution, slope) = try program.solution(draw)
      multiplier += slope / Double(draws.count)
      kept += Double(solution.count { $0 != 0 }) / Double(draws.count)
      norm1 += solution.norm1 / Double(draws.count)
      fresh += program.freshError(solution) / Double(draws.count)
    }
    (self.relativeEpsilon, self.kept, self.multiplier) = (relativeEpsilon, kept, multiplier)
    norm1Ratio = norm1 / (profile.norm * profile.norm1)
    (freshError, responseNorm) = ((max(fresh, 0) / power).squareRoot(), power.squareRoot())
  }
}
