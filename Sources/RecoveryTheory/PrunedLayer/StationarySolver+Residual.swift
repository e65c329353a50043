// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension StationarySolver {
  /// The largest relative error of the three stationarity equations at α/ω, α/ω − 1, τ/ω, λ and ρ = 1 − ε/r, from D and its derivatives, and of
  /// ε/‖y‖.
  ///
  /// Differences that would lose their digits are given: α − ω where little is pruned, and ρ, compared with R, where the ball takes little
  /// (P ≫ N).
  /// The second equation is compared as ΣE u_j² − α² = τ², which asks more where τ is small. A value that is not a number counts as ∞.
  func residual(
    alpha α: Double, lag: Double, tau τ: Double, lambda λ: Double, active ρ: Double, relativeEpsilon: Double
  ) -> Double {
    let (n, h, t) = (samples, terms.halfSpace, terms.noise)
    let epsilon = relativeEpsilon * n.squareRoot()
    let r = (n * (lag * lag + τ * τ) + t * t * epsilon * epsilon).squareRoot()
    let excess = ρ * r
    let distance = (excess * excess + h * n * HalfSpaceTerm.value(α, τ)).squareRoot()
    let byAlong = (excess * n * lag / r + h * n * HalfSpaceTerm.slope(byAlong: α, τ) / 2) / distance
    let byAcross = (excess * n * τ / r + h * n * HalfSpaceTerm.slope(byAcross: α, τ) / 2) / distance
    let b = λ * byAcross / τ
    let moments = ThresholdMoments(profile, a: b * α - λ * byAlong, lambda: λ)
    let errors = [
      moments.along.value / (b * α) - 1, moments.acrossSquared.value.squareRoot() / (b * τ) - 1,
      λ * moments.kept.value / (b * distance) - 1, (1 - ρ) * r / epsilon - 1,
    ]
    return errors.reduce(0) { largest, error in abs(error) <= largest ? largest : error.isNaN ? .infinity : abs(error) }
  }
}
