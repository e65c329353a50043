// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
public import Experiments
import Statistics

/// **Mean and covariance are enough.** The law of the pruned layer for Gaussian inputs of the same mean and covariance tells ‖Û‖₁ and the
/// error on fresh inputs of layers whose inputs are not Gaussian.
///
/// - Measured: both over the law's, less 1, on outputs of a random ReLU layer, correlated and heavy-tailed inputs, and the middle layers of
///   trained networks.
/// - Verdict: not borne out where a mean of these is farther from 0 than a tenth (normal tests, Holm).
public struct GaussianEquivalenceClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "gaussian-equivalence"
  /// An assumption of others, which may fail.
  public let kind = ClaimClass.assumption
  /// The statement in one sentence.
  public let statement =
    "‖Û‖₁ and the error on fresh inputs are within a tenth of the law from mean and covariance of the inputs."
  /// What the control gets wrong.
  public let falseVariant = "the law for standard Gaussian inputs"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "the program solved to a certified optimum",
    grid: "five kinds of inputs, N = 50, M = 4, P/N = 3, R = 0.2",
    test: "mean of each quantity over its law, less 1, farther from 0 than a tenth (one-sided normal test, Holm)",
    margin: .limit, amendments: [.standardBudget(had: "100 layers of each kind")])
  /// What a study of the claim measures.
  public let experiment: any Experiment = MomentLawExperiment()

  private typealias Moments = MomentLawExperiment

  /// The claim as it is registered.
  public init() {}

  private static let inputs: [InputDistribution] = [
    .correlated(rho: 0.5), .reluOutputs(layers: 1), .reluOutputs(layers: 2), .student(degrees: 5),
  ]

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let shared = [Moments.samplesPerInput.is(3), Moments.epsilon.is(0.2)]
    let cells =
      Self.inputs.map { experiment.cell(shared + [Moments.inputs.is($0)]) }
      + [experiment.cell(shared + [Moments.source.is(.trained)])]
    return Verification(experiment, cells, trials: plan.choose(quick: 12, standard: 60, thorough: 1_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let laws =
      variant == .stated
      ? [(Moments.norm1Ratio, Moments.norm1Law), (Moments.freshError, Moments.freshLaw)]
      : [(Moments.norm1Ratio, Moments.norm1Isotropic), (Moments.freshError, Moments.freshIsotropic)]
    let tests = cells.flatMap { cell in laws.compactMap { LawAgreement(cell, $0, over: $1) } }
    return finding(
      tests, trials: cells.trials, counted: cells.reduce(0) { $0 + $1.count.decided }, alarmRate: alarmRate,
      remarks: tests.map(\.remark))
  }
}

/// How far the mean of a quantity over its law is from 1, beyond the tenth that is let pass.
private struct LawAgreement: LimitTest {
  let label: String
  let trials: Int
  /// |mean − 1| less a tenth.
  var limit: Double
  let standardError: Double
  let isOneSided = true
  private let mean: Double

  /// - Returns: nil without two trials.
  init?(_ cell: CellTrials, _ quantity: Quantity, over law: Quantity) {
    let ratios = cell.outcomes.filter { $0.success == true }.compactMap { outcome -> Double? in
      guard let measured = outcome[quantity], let predicted = outcome[law], predicted > 0 else { return nil }
      return measured / predicted
    }
    guard ratios.count > 1 else { return nil }
    let summary = RunningSummary(ratios)
    (trials, mean, standardError) = (ratios.count, summary.mean, summary.standardError)
    limit = abs(mean - 1) - Margin.limit.value
    label = "\(quantity.name) of \(cell.cell)"
  }

  var remark: String { "\(label): \(rounded(mean)) ± \(rounded(standardError)) of the law" }
}
