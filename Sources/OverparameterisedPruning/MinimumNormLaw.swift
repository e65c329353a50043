// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation
import RecoveryTheory

/// The limit law of the minimum-norm estimator as p, n → ∞ at κ = p/n: a coordinate √p·β̂ of a feature (Λ, B) becomes
///
///     X = (1 − 1/(1+ξΛ))·B + √(κγ)·Λ^{−½}·(1+1/(ξΛ))⁻¹·H,   H ~ N(0, 1),
///
/// with ξ from E[(1+1/(ξΛ))⁻¹] = 1/κ and the risk γ = (σ² + E[ΛB²/(1+ξΛ)²])/(1 − κE[(1+1/(ξΛ))⁻²]).
///
/// For κ < 1 the estimator is that of least squares: ξ = ∞ in the same formulas, and γ = σ²/(1 − κ).
///
/// Source: Chang, Li, Oymak, Thrampoulidis (arXiv 2012.08749), definition 1 and theorem 1.
public struct MinimumNormLaw: Sendable {
  /// The regression that the law is of.
  public let model: RegressionModel
  /// ξ; ∞ for κ < 1.
  public let xi: Double
  /// γ = E(y − xᵀβ̂)², the risk before pruning.
  public let risk: Double

  /// - Complexity: some 100 sums over the kinds of features.
  public init(_ model: RegressionModel) {
    self.model = model
    let mixture = model.mixture
    let root = model.ratio > 1 ? fixedPoint(mixture, ratio: model.ratio) : .infinity
    let bias = mixture.mean { $0.signal / pow(1 + root * $0.variance, 2) }
    let gain = model.ratio * mixture.mean { pow(retention($0, root), 2) }
    xi = root
    risk = (model.noise + bias) / (1 - gain)
  }

  /// The law N(mean, deviation²) of X for features of one kind.
  public func coordinate(of kind: FeatureMixture.Kind) -> (mean: Double, deviation: Double) {
    let kept = retention(kind, xi)
    return (kept * kind.weight, (model.ratio * risk / kind.variance).squareRoot() * kept)
  }

  /// P(X ≤ x) over all features.
  public func distribution(_ x: Double) -> Double {
    model.mixture.mean { kind in
      let (mean, deviation) = coordinate(of: kind)
      return gsl_cdf_ugaussian_P((x - mean) / deviation)
    }
  }
}

/// (1+1/(ξΛ))⁻¹ = 1 − 1/(1+ξΛ): how much of a weight the estimator retains.
private func retention(_ kind: FeatureMixture.Kind, _ xi: Double) -> Double { 1 / (1 + 1 / (xi * kind.variance)) }

/// ξ; the left side of its equation grows with ξ from 0 to 1. Jensen bounds it for the extreme variances.
private func fixedPoint(_ mixture: FeatureMixture, ratio: Double) -> Double {
  let variances = mixture.kinds.map(\.variance)
  // For one variance Λ: ξ = 1/((κ − 1)Λ).
  func isotropic(_ variance: Double) -> Double { 1 / ((ratio - 1) * variance) }
  let (low, high) = (isotropic(variances.max()!), isotropic(variances.min()!))
  guard low < high else { return low }
  return root(in: (0.5 * low)...(2 * high)) { xi in mixture.mean { retention($0, xi) } - 1 / ratio }
}
