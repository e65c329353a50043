// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **What rank pruning rests on** (Xu et al., arXiv 1812.02402). UVᵀ is a subgradient of the nuclear norm,
/// ‖Z‖_* ≥ ‖W‖_* + ⟨UVᵀ, Z − W⟩ for every Z; and the truncation W_k has the error ‖W − W_k‖_F = √(Σ_{i>k} σ_i²), which no matrix
/// of rank k undercuts (Eckart, Young).
///
/// - Measured: for random matrices, the least slack of the first inequality over matrices Z near and far, the error of the identity,
///   and the least slack of the second over matrices of the same rank, among them ones that alternating least squares improved.
/// - Verdict: a single slack below rounding refutes.
public struct RankSubgradientClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "rank-subgradient"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement =
    "‖Z‖_* ≥ ‖W‖_* + ⟨UVᵀ, Z − W⟩, and ‖W − W_k‖_F = √(Σ_{i>k} σ_i²) is the least error of rank k."
  /// What the control gets wrong.
  public let falseVariant = "1.5·UVᵀ for a subgradient"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "none: every matrix",
    grid: "random matrices of four shapes and ranks, each beside matrices near and far",
    test: "a single slack below rounding, or an identity off by more", margin: .bound)
  /// What a study of the claim measures.
  public let experiment: any Experiment = Matrices()

  private typealias Matrices = RankSubgradientExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Matrices(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Matrices(factor: 1.5), plan)
  }

  private static func verification(_ experiment: Matrices, _ plan: VerificationPlan) -> Verification {
    let cells = [(8, 8, 8), (20, 30, 5), (30, 12, 12), (40, 40, 20)].map { rows, columns, rank in
      experiment.cell([Matrices.rows.is(rows), Matrices.columns.is(columns), Matrices.rank.is(rank)])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 50, standard: 500, thorough: 5_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let violations = outcomes.count { $0.success == false }
    func least(_ quantity: Quantity) -> Double { outcomes.compactMap { $0[quantity] }.min() ?? .nan }
    let worst = outcomes.compactMap { $0[Matrices.identityError] }.max() ?? .nan
    func inequality(_ label: String, _ quantity: Quantity) -> InequalityTest {
      InequalityTest(label: label, trials: outcomes.count, violations: violations, measured: 1 - least(quantity))
    }
    return finding(
      [inequality("subgradient", Matrices.subgradientSlack), inequality("truncation", Matrices.truncationSlack)],
      trials: outcomes.count, counted: outcomes.count, alarmRate: alarmRate,
      remarks: [
        "least slack of the subgradient inequality \(rounded(least(Matrices.subgradientSlack)))·‖W‖_*, of the truncation "
          + "\(rounded(least(Matrices.truncationSlack)))·‖W‖_F; identity off by \(rounded(worst))·‖W‖_F at most"
      ])
  }
}
