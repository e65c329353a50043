// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **The risk of pruned regression** (Chang, Li, Oymak, Thrampoulidis, arXiv 2012.08749). The minimum-norm estimator has a limit law
/// (`MinimumNormLaw`), and so have its risks: before pruning, and with the features that are kept by |β̂|, by Λ^½|β̂| or by an
/// oracle, and of the oracle's features after retraining. Retraining on features that the data chose has no law here: it is measured.
///
/// - Measured: each risk, exactly given the estimate, over its limit; and the distance of the estimate's coordinates from their law.
/// - Verdict: refuted if an error, extrapolated to p = ∞ from the smallest and the largest p, is not 0 (normal test), or if the
///   distance falls slower than p^(−¼); Holm over all. Models within 0.2 of κ = 1 are measured and do not count.
public struct OverparameterisedRiskClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "overparameterised-risk"
  /// An error that shrinks with the size.
  public let kind = ClaimClass.asymptotic
  /// The statement in one sentence.
  public let statement =
    "Least squares with κ features a sample and its pruned forms risk γ and σ² + E[Λ(B − T(X))²], as p grows."
  /// What the control gets wrong.
  public let falseVariant = "the law with the mean of Λ for every feature"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian features of the model; κ at least 0.2 from 1", grid: "three models, each at growing p",
    test:
      "each risk over its limit, less 1, extrapolated to p = ∞ as a + c/p from the ends (normal test), and the coordinates' distance "
      + "falling at least as p^(−1/4) (one-sided); Holm over all", margin: .limit,
    amendments: [.quickBudget(had: "60 fits a cell")])
  /// What a study of the claim measures.
  public let experiment: any Experiment = Regression()

  private typealias Regression = OverparameterisedRiskExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Regression(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Regression(law: .isotropic), plan)
  }

  private static func verification(_ experiment: Regression, _ plan: VerificationPlan) -> Verification {
    let cells = [(4, 1), (1.5, 1), (4, 0.15)].flatMap { ratio, trained in
      [100, 200, 400].map { features in
        experiment.cell([
          Regression.features.is(features), Regression.ratio.is(ratio), Regression.trained.is(trained),
        ])
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 520, standard: 600, thorough: 4_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let law = variant == .stated ? RegressionLaw.proved : .isotropic
    let models = Dictionary(grouping: cells) { $0.cell.without(Regression.features) }
    let tests = models.values.flatMap { RiskExtrapolation.tests(of: $0, law) }
    let likeliest = tests.sorted { ($0.pValue, $0.label) < ($1.pValue, $1.label) }
    return finding(
      tests.sorted { $0.label < $1.label }, trials: cells.reduce(0) { $0 + $1.outcomes.count },
      counted: cells.reduce(0) { $0 + $1.outcomes.count }, alarmRate: alarmRate,
      remarks: tests.isEmpty
        ? []
        : ["\(tests.count) risks and distances tested; the least likely are these"] + likeliest.prefix(3).map(\.remark))
  }
}
