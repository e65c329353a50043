// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **Sensitivities of fresh samples.** What CoreNet, SiPP and PFP assume of samples outside S: no edge has a share
/// g_j(x) > K·s_j, K = 3, except with probability δ.
///
/// At K = 1 there is a theorem for a single edge: x and S are exchangeable, so x alone has the largest share of |S| + 1 with
/// probability at most 1/(|S| + 1). It says nothing of K = 3, nor of all edges at once: features that are silent on all of S and
/// answer to x break the assumption, and they are the false variant.
///
/// The claim is on S whose features are not rare; other cells of a study are measured and do not count.
///
/// - Measured: one neuron, one S and one fresh sample a trial; edges with a share beyond K times their sensitivity; whether the
///   first edge's share is beyond its sensitivity.
/// - Verdict: refuted by more trials with such an edge than δ allows, or by more first edges than 1/(|S| + 1) (exact binomial
///   tails, Holm).
public struct FreshSensitivityClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "fresh-sensitivity"
  /// An assumption of others, which may fail.
  public let kind = ClaimClass.assumption
  /// The statement in one sentence.
  public let statement =
    "No edge has a share beyond 3 times its sensitivity on a fresh sample, except with probability 0.05."
  /// What the control gets wrong.
  public let falseVariant = "features that answer to one sample of twenty"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "features that are not rare; K ≥ 3", grid: "ReLU and uniform activations, |S| = 10, 20 and 30",
    test:
      "exact binomial tails: trials with an edge beyond K times its sensitivity against 0.05, first edges beyond theirs against "
      + "1/(|S| + 1) (Holm)", margin: .failures,
    amendments: [
      Amendment(
        "2026-11-21", what: "claimed where |S| ≥ 30 only",
        why: "smaller S broke the assumption when they were looked at",
        firstVerdict:
          "not borne out below |S| = 30; it is the first form that is judged again since 2026-11-24, the other is a remark"
      )
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = FreshSensitivityExperiment()

  private typealias Neuron = FreshSensitivityExperiment
  private static let delta = 0.05

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Neuron(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Neuron(activations: .rare), plan)
  }

  private static func verification(_ experiment: Neuron, _ plan: VerificationPlan) -> Verification {
    let cells = [10, 20, 30].flatMap { samples in
      [ActivationLaw.relu, .uniform].map {
        experiment.cell([Neuron.activations.is($0), Neuron.samples.is(samples)])
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 2_000, standard: 10_000, thorough: 100_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let counting = cells.filter(Self.isClaimed)
    let worst = cells.max { ($0.mean(Neuron.broken) ?? 0) < ($1.mean(Neuron.broken) ?? 0) }
    let amended = counting.filter { $0.cell[Neuron.samples] >= 30 }.flatMap(Self.tests)
    return finding(
      counting.flatMap(Self.tests), trials: cells.trials, counted: counting.reduce(0) { $0 + $1.outcomes.count },
      alarmRate: alarmRate,
      remarks: (amended.isEmpty ? [] : ["where |S| ≥ 30: \(finding(amended, alarmRate: alarmRate).verdict.rawValue)"])
        + (worst.map { [Self.remark($0)] } ?? []))
  }

  /// The assumption, and the theorem on the first edge.
  private static func tests(_ cell: CellTrials) -> [FailureBoundTest] {
    let first = cell.values(Neuron.firstBeyond)
    let beyond = first.count { $0 > 0 }
    return [
      FailureBoundTest("\(cell.cell)", count: cell.count, bound: delta),
      FailureBoundTest(
        "first edge, \(cell.cell)", count: OutcomeCount(succeeded: first.count - beyond, notSucceeded: beyond),
        bound: 1 / Double(cell.cell[Neuron.samples] + 1)),
    ]
  }

  private static func isClaimed(_ trials: CellTrials) -> Bool {
    let cell = trials.cell
    return [.relu, .uniform].contains(cell[Neuron.activations]) && cell[Neuron.spread] >= 3
  }

  private static func remark(_ cell: CellTrials) -> String {
    func mean(_ quantity: Quantity) -> String { rounded(cell.mean(quantity) ?? .nan) }
    return
      "most often at \(cell.cell): broken in \(mean(Neuron.broken)) of the trials, by \(mean(Neuron.beyond)) of the edges; "
      + "first edge beyond its sensitivity in \(mean(Neuron.firstBeyond)), at most 1/(|S| + 1) = \(mean(Neuron.firstBound))"
  }
}
