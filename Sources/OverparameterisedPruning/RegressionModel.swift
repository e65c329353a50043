// SPDX-License-Identifier: GPL-3.0-or-later

/// Linear regression y = xᵀβ + σz with x ~ N(0, diag Λ) and κ features a sample, fitted by least squares, or with the least norm
/// where that leaves a choice.
///
/// Source: Chang, Li, Oymak, Thrampoulidis, "Provable benefits of overparameterization in model compression" (AAAI 2021,
/// arXiv 2012.08749).
public struct RegressionModel: Hashable, Sendable {
  /// Variances and weights of the features.
  public let mixture: FeatureMixture
  /// κ = p/n; > 1 where there are more features than samples.
  public let ratio: Double
  /// σ².
  public let noise: Double

  /// - Precondition: a positive ratio that is not 1, and σ² ≥ 0.
  public init(_ mixture: FeatureMixture, ratio: Double, noise: Double) {
    precondition(ratio > 0 && ratio != 1 && noise >= 0, "κ = \(ratio) and σ² = \(noise)")
    (self.mixture, self.ratio, self.noise) = (mixture, ratio, noise)
  }

  /// The model that has only the most important `share` of the features: what the others explain becomes noise.
  ///
  /// With p′ = share·p features the weights are β = B′/√p′, so B′ = B·√share.
  ///
  /// - Precondition: 0 < share ≤ 1.
  public func restricted(to share: Double) -> RegressionModel {
    precondition(share > 0 && share <= 1, "a share of \(share)")
    let shares = mixture.leadingShares(share)
    let total = shares.reduce(0, +)
    let kinds = zip(mixture.kinds, shares).filter { $1 > 0 }.map { kind, part in
      FeatureMixture.Kind(share: part / total, variance: kind.variance, weight: kind.weight * share.squareRoot())
    }
    let left = zip(mixture.kinds, shares).reduce(0) { $0 + ($1.0.share - $1.1) * $1.0.signal }
    return RegressionModel(FeatureMixture(kinds), ratio: ratio * share, noise: noise + left)
  }

  /// The risk E(y − xᵀβ̃)² of β̃ fitted anew on the most important `share` of the features; their choice owes nothing to the data,
  /// so the law of the whole model holds for the smaller one.
  public func retrainedOracleRisk(keeping share: Double) -> Double { MinimumNormLaw(restricted(to: share)).risk }

  /// What predicts nothing risks: σ² + E[ΛB²].
  public var nullRisk: Double { noise + mixture.signal }
}
