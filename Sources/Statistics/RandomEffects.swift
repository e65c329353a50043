// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// The mean effect over families whose own effects differ: yᵢ ~ N(θᵢ, vᵢ), θᵢ ~ N(μ, τ²).
///
/// τ² by DerSimonian and Laird, μ weighted by 1/(vᵢ + τ²), and its standard error by Hartung and Knapp, with Student's law of k − 1 degrees
/// of freedom, which covers as said with few families too. One family alone has its own variance and a normal law.
/// Sources: DerSimonian and Laird, Controlled Clin. Trials 7 (1986); Hartung and Knapp, Stat. Med. 20 (2001).
public struct RandomEffects: Hashable, Sendable {
  /// μ, and its standard error.
  public let mean, standardError: Double
  /// τ².
  public let betweenVariance: Double
  /// k.
  public let families: Int

  /// - Parameter effects: each family's effect with its variance, positive.
  /// - Precondition: at least one.
  public init(_ effects: [(effect: Double, variance: Double)]) {
    precondition(!effects.isEmpty && effects.allSatisfy { $0.variance > 0 }, "families, each with a positive variance")
    families = effects.count
    betweenVariance = Self.betweenVariance(effects)
    let weights = effects.map { [betweenVariance] in 1 / ($0.variance + betweenVariance) }
    let sum = weights.reduce(0, +)
    let mean = zip(weights, effects).reduce(0) { $0 + $1.0 * $1.1.effect } / sum
    let scatter = zip(weights, effects).reduce(0) { $0 + $1.0 * ($1.1.effect - mean) * ($1.1.effect - mean) }
    // Never below the standard error that families of one effect would have.
    let scale = effects.count > 1 ? max(1, scatter / Double(effects.count - 1)) : 1
    (self.mean, standardError) = (mean, (scale / sum).squareRoot())
  }

  private static func betweenVariance(_ effects: [(effect: Double, variance: Double)]) -> Double {
    let weights = effects.map { 1 / $0.variance }
    let (sum, squares) = (weights.reduce(0, +), weights.reduce(0) { $0 + $1 * $1 })
    let mean = zip(weights, effects).reduce(0) { $0 + $1.0 * $1.1.effect } / sum
    let scatter = zip(weights, effects).reduce(0) { $0 + $1.0 * ($1.1.effect - mean) * ($1.1.effect - mean) }
    let surplus = scatter - Double(effects.count - 1)
    return effects.count > 1 ? max(0, surplus / (sum - squares / sum)) : 0
  }

  /// P(an estimate this large or larger) were μ = `value`.
  public func upperTail(at value: Double) -> Double { tail((mean - value) / standardError) }

  /// P(an estimate this small or smaller) were μ = `value`.
  public func lowerTail(at value: Double) -> Double { tail((value - mean) / standardError) }

  private func tail(_ t: Double) -> Double {
    families > 1 ? gsl_cdf_tdist_Q(t, Double(families - 1)) : gsl_cdf_ugaussian_Q(t)
  }

  /// The μ that a one-sided test of 0 at `level` finds with probability `power`, about.
  public func detectable(level: Double, power: Double = 0.9) -> Double {
    let quantile = { [families] (tail: Double) in
      families > 1 ? gsl_cdf_tdist_Qinv(tail, Double(families - 1)) : gsl_cdf_ugaussian_Qinv(tail)
    }
    return (quantile(level) + quantile(1 - power)) * standardError
  }

  /// The mean with its interval at this confidence, by Student's law where there are several families.
  public func interval(confidence: Double) -> ClosedRange<Double> {
    let tail = (1 - confidence) / 2
    let reach =
      (families > 1 ? gsl_cdf_tdist_Qinv(tail, Double(families - 1)) : gsl_cdf_ugaussian_Qinv(tail)) * standardError
    return mean - reach...mean + reach
  }
}
