// SPDX-License-Identifier: GPL-3.0-or-later
public import OverparameterisedPruning

/// What a cell of ``OverparameterisedRiskClaim`` says of the regression and its pruning.
public struct OverparameterisedCell: Hashable, Sendable {
  /// The model with all p features.
  public let whole: RegressionModel
  /// The model with the features that are trained on.
  public let trained: RegressionModel
  /// p, and how many of them are trained on and kept.
  public let features, trainedFeatures, keptFeatures: Int
  /// Shares of all features; no more is kept than is trained on.
  public let trainedShare, keptShare: Double

  public init(_ cell: ParameterCell) {
    let (spikes, ratio) = (cell.number("spikes"), cell.number("ratio"))
    let kinds = [
      FeatureMixture.Kind(share: spikes, variance: cell.number("variance"), weight: cell.number("weight")),
      FeatureMixture.Kind(share: 1 - spikes, variance: 1, weight: cell.number("rest")),
    ]
    features = cell.integer("features")
    trainedShare = cell.number("trained")
    keptShare = min(cell.number("kept"), trainedShare)
    whole = RegressionModel(FeatureMixture(kinds), ratio: ratio, noise: cell.number("noise"))
    trained = whole.restricted(to: trainedShare)
    trainedFeatures = Int((trainedShare * Double(features)).rounded())
    keptFeatures = Int((keptShare * Double(features)).rounded())
  }

  /// κ of the model that is trained.
  public var ratio: Double { trained.ratio }
  /// κ of the model that is fitted in retraining.
  public var keptRatio: Double { whole.ratio * keptShare }

  /// The limits of the risks, by the names of their quantities; a variant's law may be false.
  public func limits(_ variant: ClaimVariant = .stated) -> [(quantity: String, value: Double)] {
    let law = law(variant)
    let share = keptShare / trainedShare
    return [("full_risk", law.risk)]
      + PruningRule.allCases.map { ("\($0.rawValue)_risk", law.risk(keeping: share, by: $0)) }
      + [("oracle_retrained_risk", law.model.retrainedOracleRisk(keeping: share))]
  }

  /// The law of the trained model's estimate; the false one takes Λ = E[Λ] for all features.
  func law(_ variant: ClaimVariant) -> MinimumNormLaw {
    guard variant == .falsified else { return MinimumNormLaw(trained) }
    return MinimumNormLaw(
      RegressionModel(trained.mixture.isotropic, ratio: trained.ratio, noise: trained.noise))
  }

  /// Whether the limit of a risk is near enough at finite p: |κ − 1| ≥ 0.2 for the model that is fitted.
  func isFarFromInterpolation(_ quantity: String) -> Bool {
    let fitted = quantity == "oracle_retrained_risk" ? keptRatio : ratio
    return abs(fitted - 1) >= 0.2
  }
}
