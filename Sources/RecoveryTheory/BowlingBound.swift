// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// **The bowling scheme**, made explicit for Gaussian inputs. A neuron's weights are recovered with probability at least
/// 1 − e^{−t²/2} once, for some ξ > 0,
///
///     ξ √P Q(2ξ) > √(2δ) + ξ t
///
/// Mendelson's small-ball method with φ = x · 1{xᵀw* > 0}: a sign flip gives P(|⟨φ, u⟩| ≥ 2ξ) = Q(2ξ) on the unit sphere and a
/// mean empirical width of at most √(δ/2). Valid for every P, explicit, and loose: P ≳ 277 δ.
/// Sources: Mendelson (2015); Tropp, "Convex recovery of a structured signal" (2015), Proposition 5.1.
public struct BowlingBound: Sendable, Equatable {
  /// The exact statistical dimension δ, or a bound on it from above.
  public let statisticalDimension: Double

  /// The bound for a descent cone of this δ.
  public init(statisticalDimension: Double) {
    precondition(statisticalDimension >= 0, "a statistical dimension is not negative")
    self.statisticalDimension = statisticalDimension
  }

  /// The smallest P for which the bound gives a failure probability of at most `target`, 0 < `target` ≤ 1.
  public func samples(failureAtMost target: Double) -> Int {
    precondition(0 < target && target <= 1, "0 < failure ≤ 1")
    let width = (2 * statisticalDimension).squareRoot()
    let t = (2 * log(1 / target)).squareRoot()
    guard width > 0 else { return 0 }
    // Stationarity of ln[(√(2δ) + ξt)/(ξQ(2ξ))], times ξ; h = φ/Q.
    let ξ = root(in: 0...1) { ξ in 2 * ξ * gsl_sf_hazard(2 * ξ) - width / (width + ξ * t) }
    let least = (width + ξ * t) / (ξ * gsl_cdf_ugaussian_Q(2 * ξ))
    return Int(least * least) + 1
  }
}
