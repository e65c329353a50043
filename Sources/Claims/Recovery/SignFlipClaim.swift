// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics

/// **Lemma B, the sign flip.** Given their number n, the active samples' null space {h : x_pᵀh = 0, p ∈ Ω} has the law of the
/// null space of an n×N standard Gaussian matrix: a random sign on every sample changes no null space and makes half-Gaussians
/// Gaussian.
///
/// - Measured: ‖Πu‖², Π the projection onto the null space, along w* (where the active samples are half-Gaussian) and along a
///   coordinate off Γ. Active samples are drawn by rejection, not by flipping signs, which would assume the lemma.
/// - Verdict: refuted by a two-sample Kolmogorov–Smirnov test of one of the statistics (exact p-values, Holm).
public struct SignFlipClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "sign-flip"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement = "Given n, the active samples' null space is distributed as that of n Gaussian samples."
  /// What the control gets wrong.
  public let falseVariant = "samples of mean w*/‖w*‖, not symmetric"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples; active ones drawn by rejection, without the lemma", grid: "three (N, s, n)",
    test: "two-sample Kolmogorov–Smirnov test of ‖Πu‖² along w* and along a coordinate off Γ (exact, Holm)",
    margin: .distance, amendments: [.quickBudget(had: "1,000 null spaces a cell")])
  /// What a study of the claim measures.
  public let experiment: any Experiment = NullSpaceExperiment()

  private typealias NullSpace = NullSpaceExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(NullSpace(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(NullSpace(mean: 1), plan)
  }

  private static func verification(_ experiment: NullSpace, _ plan: VerificationPlan) -> Verification {
    let cells = [(20, 2, 8), (40, 4, 15), (50, 10, 40)].map { dimension, sparsity, activeSamples in
      experiment.cell([
        NullSpace.dimension.is(dimension), NullSpace.sparsity.is(sparsity), NullSpace.activeSamples.is(activeSamples),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 2_500, standard: 8_000, thorough: 100_000))
  }

  /// Both samples of one statistic.
  package struct Comparison: Sendable {
    let label: String
    let active, gaussian: [Double]

    package init(label: String, active: [Double], gaussian: [Double]) {
      (self.label, self.active, self.gaussian) = (label, active, gaussian)
    }
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let comparisons = cells.filter { !$0.outcomes.isEmpty }.flatMap { trials in
      let shape = "N = \(trials.cell[NullSpace.dimension]), n = \(trials.cell[NullSpace.activeSamples])"
      return [
        Comparison(
          label: "\(shape), along w*", active: trials.values(NullSpace.activeAlongWeights),
          gaussian: trials.values(NullSpace.gaussianAlongWeights)),
        Comparison(
          label: "\(shape), along a coordinate", active: trials.values(NullSpace.activeAlongCoordinate),
          gaussian: trials.values(NullSpace.gaussianAlongCoordinate)),
      ]
    }
    return judge(comparisons, alarmRate: alarmRate)
  }

  package func judge(_ comparisons: [Comparison], alarmRate: Double) -> Finding {
    let tests = comparisons.map { DistributionTest($0.label, $0.active, like: $0.gaussian) }
    return finding(tests, alarmRate: alarmRate, remarks: tests.map(\.remark))
  }
}
