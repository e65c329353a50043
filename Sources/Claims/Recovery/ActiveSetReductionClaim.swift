// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
public import Experiments

/// **Lemma A, the active-set reduction.** w* is the unique minimiser of
///
///     min ‖u‖₁  subject to  x_pᵀu = y_p for p ∈ Ω,  x_pᵀu ≤ 0 for p ∉ Ω
///
/// iff it is the unique minimiser of the same program without its inequalities.
///
/// - Hypothesis: the inequalities are strict at w*, which has probability 1 for inputs with a density. It is certified if they
///   are so by more than the verdicts resolve: a minimiser other than w* that an inactive sample stops is then seen to differ
///   from it. Both programs are solved with a certificate.
/// - Measured: verdicts on the same instances by the whole program, by the active samples' program, and by the active
///   samples' certificates.
/// - Verdict: a theorem on each instance, refuted by a single disagreement.
public struct ActiveSetReductionClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "active-set-reduction"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement = "w* is the unique minimiser of the program iff it is so given its active samples alone."
  /// What the control gets wrong.
  public let falseVariant = "all active samples but one"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "inequalities strict at w* by more than the verdicts resolve; both programs certified",
    grid: "six ensembles near the phase transition: Gaussian, uniform, correlated inputs, three laws of weights",
    test: "a single instance on which the two programs disagree", margin: .instances)
  /// What a study of the claim measures.
  public let experiment: any Experiment = ActiveSetReductionExperiment()

  private typealias Reduction = ActiveSetReductionExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Reduction(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Reduction(withholding: 1), plan)
  }

  /// Near the phase transition, where verdicts are most sensitive.
  private static func verification(_ experiment: Reduction, _ plan: VerificationPlan) -> Verification {
    let ensembles = [
      PlantedEnsemble(dimension: 20, sparsity: 2, samples: 12),
      PlantedEnsemble(dimension: 50, sparsity: 5, samples: 32),
      PlantedEnsemble(dimension: 50, sparsity: 1, samples: 10, weights: .signs),
      PlantedEnsemble(dimension: 60, sparsity: 20, samples: 74, weights: .uniform),
      PlantedEnsemble(dimension: 100, sparsity: 5, samples: 40, inputs: .uniform),
      PlantedEnsemble(dimension: 100, sparsity: 10, samples: 66, inputs: .correlated(rho: 0.5)),
    ]
    return Verification(
      experiment, ensembles.map(experiment.cell), trials: plan.choose(quick: 200, standard: 2_000, thorough: 100_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let counting = outcomes.filter { $0.success != nil }
    let disagreements = counting.count { $0.success == false }
    let notRecovered = RecoveryVerdict.allCases.firstIndex(of: .notRecovered).map(Double.init)
    let failing = counting.filter { $0[Reduction.wholeProgram] == notRecovered }
    let different = failing.count { $0[Reduction.sameMinimiser] == 0 }
    return finding(
      [AgreementTest(label: "instances", trials: counting.count, disagreements: disagreements)], trials: outcomes.count,
      counted: counting.count, alarmRate: alarmRate,
      remarks: [
        "\(counting.count - failing.count) instances recovered, \(failing.count) not; "
          + "in \(different) of the latter the two programs have different minimisers",
        "\(outcomes.count - counting.count) instances with an inactive sample almost tied at w* not counted",
      ])
  }
}
