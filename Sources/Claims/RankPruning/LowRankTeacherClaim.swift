// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **Trained rank pruning finds a low rank that truncation afterwards does not** (Xu et al., arXiv 1812.02402).
///
/// The teacher is a ReLU network N·N·K whose first layer has rank r; the student has full rank, and learns from noisy responses.
/// It is trained with projections and the nuclear norm, and again without; that one is truncated afterwards, by the same share of
/// energy and to the same rank.
///
/// - Measured: ranks of the first layer, and losses on fresh samples over the variance of the responses.
/// - Verdict: sign tests (exact, Holm) of two orders: with projections the rank is lower, and at that rank the loss is lower.
public struct LowRankTeacherClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "low-rank-teacher"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "Training with rank projections ends with a lower rank than truncation afterwards, and with a lower loss at equal rank."
  /// What the control gets wrong.
  public let falseVariant = "the reversed order"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "a teacher whose first layer has the rank; responses with noise",
    grid: "ranks 2 and 4, one pair a student",
    test: ClaimProtocol.signTest, margin: .order)
  /// What a study of the claim measures.
  public let experiment: any Experiment = LowRankExperiment()

  private typealias Student = LowRankExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    Verification(
      experiment, [2, 4].map { experiment.cell([Student.rank.is($0)]) },
      trials: plan.choose(quick: 24, standard: 200, thorough: 1_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let sign = variant == .stated ? 1.0 : -1
    func step(_ label: String, _ larger: Quantity, _ smaller: Quantity) -> PairedOrder {
      PairedOrder(
        label,
        gains: outcomes.compactMap { outcome in
          guard let larger = outcome[larger], let smaller = outcome[smaller] else { return nil }
          return sign * (larger - smaller)
        })
    }
    let orders = [
      step("rank of truncation afterwards over that of projections", Student.truncatedRank, Student.prunedRank),
      step(
        "loss of truncation afterwards over that of projections, at equal rank", Student.equalRankLoss,
        Student.prunedLoss),
    ]
    return finding(orders, trials: outcomes.count, alarmRate: alarmRate)
  }
}
