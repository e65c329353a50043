// SPDX-License-Identifier: GPL-3.0-or-later
public import OverparameterisedPruning

/// The limit law of a minimum-norm estimate: the theory's, or a false one.
public enum RegressionLaw: Sendable {
  case proved
  /// With Λ = E[Λ] for all features.
  case isotropic
}

/// What a cell of ``OverparameterisedRiskExperiment`` says of the regression and its pruning.
public struct OverparameterisedCell: Hashable, Sendable {
  private typealias Regression = OverparameterisedRiskExperiment

  /// The model with all p features.
  public let whole: RegressionModel
  /// The model with the features that are trained on.
  public let trained: RegressionModel
  /// p, and how many of them are trained on and kept.
  public let features, trainedFeatures, keptFeatures: Int
  /// Shares of all features; no more is kept than is trained on.
  public let trainedShare, keptShare: Double

  /// The regression, and how much of it stays, that a cell's parameters say.
  public init(_ cell: Cell) {
    let spikes = cell[Regression.spikes]
    let kinds = [
      FeatureMixture.Kind(share: spikes, variance: cell[Regression.variance], weight: cell[Regression.weight]),
      FeatureMixture.Kind(share: 1 - spikes, variance: 1, weight: cell[Regression.rest]),
    ]
    features = cell[Regression.features]
    trainedShare = cell[Regression.trained]
    keptShare = min(cell[Regression.kept], trainedShare)
    whole = RegressionModel(FeatureMixture(kinds), ratio: cell[Regression.ratio], noise: cell[Regression.noise])
    trained = whole.restricted(to: trainedShare)
    trainedFeatures = Int((trainedShare * Double(features)).rounded())
    keptFeatures = Int((keptShare * Double(features)).rounded())
  }

  /// κ of the model that is trained.
  public var ratio: Double { trained.ratio }
  /// κ of the model that is fitted in retraining.
  public var keptRatio: Double { whole.ratio * keptShare }

  /// The features that are trained on, and n.
  var size: (features: Double, samples: Double) { (Double(trainedFeatures), Double(features) / whole.ratio) }

  /// The limits of the risks, each with its quantity.
  public func limits(_ law: RegressionLaw = .proved) -> [(quantity: Quantity, value: Double)] {
    let law = self.law(law)
    let share = keptShare / trainedShare
    return [(Regression.fullRisk, law.risk)]
      + PruningRule.allCases.map { (Regression.risk(keptBy: $0), law.risk(keeping: share, by: $0)) }
      + [(Self.retrained, law.model.retrainedOracleRisk(keeping: share))]
  }

  private static var retrained: Quantity { Regression.retrainedRisk(keptBy: .oracle) }

  /// The law of the trained model's estimate.
  func law(_ law: RegressionLaw) -> MinimumNormLaw {
    guard law == .isotropic else { return MinimumNormLaw(trained) }
    return MinimumNormLaw(RegressionModel(trained.mixture.isotropic, ratio: trained.ratio, noise: trained.noise))
  }

  /// Whether the limit of a risk is near enough at finite p: |κ − 1| ≥ 0.2 for the model that is fitted.
  package func isFarFromInterpolation(_ quantity: Quantity) -> Bool {
    abs((quantity == Self.retrained ? keptRatio : ratio) - 1) >= 0.2
  }
}
