// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **Proposition 1** (Aghasi, Abdi, Nguyen, Romberg 2017). Any U ∈ C_ε(X, Y, 0) has ‖ReLU(UᵀX) − Y‖_F ≤ ε.
///
/// Not only the minimiser: points are taken along random directions from W to where the first constraint binds.
///
/// - Hypothesis, certified for the numbers at hand: U feasible.
/// - Measured: ‖ReLU(UᵀX) − Y‖_F/ε.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct Proposition1Claim: Claim {
  /// Its name on the command line and in studies.
  public let name = "proposition-1"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement = "Any U in C_ε(X, Y, 0) has ‖ReLU(UᵀX) − Y‖_F ≤ ε."
  /// What the control gets wrong.
  public let falseVariant = "any U in the ball, without the inequalities"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "U feasible, certified for the numbers at hand",
    grid:
      "50 layers, dense and sparse, wide and narrow, more and fewer samples than inputs; points from W along random directions to where "
      + "the first constraint binds",
    test: "a single ‖ReLU(UᵀX) − Y‖_F beyond ε", margin: .bound,
    amendments: [
      Amendment(
        "2026-12-01",
        what:
          "the ball's part of a step was 0/0 where no sample is active, and what rounding may add was a multiple of ‖Y‖_F, now of ‖XᵀU‖_F",
        why:
          "a neuron that is silent on all of its samples has Y = 0 and ε = 0: its U was no number, and that counted as a violation",
        firstVerdict: "refuted at one of 20 seeds, by such a neuron; consistent at the others")
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = FeasiblePointExperiment()

  private typealias Points = FeasiblePointExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Points(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Points(keepsInequalities: false), plan)
  }

  /// Dense and sparse layers, wide and narrow, of more and of fewer samples than inputs.
  private static func verification(_ experiment: Points, _ plan: VerificationPlan) -> Verification {
    let cells = (0..<50).map { index in
      experiment.cell([
        Points.width.is(5 + index % 30), Points.neurons.is(1 + index % 7),
        Points.density.is(index.isMultiple(of: 2) ? 1 : 1.0 / 3), Points.samples.is(10 + index % 41),
        Points.epsilon.is([0.01, 0.1, 0.5][index % 3]),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 8, standard: 100, thorough: 1_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let checks = cells.flatMap(\.outcomes).map { outcome in
      func value(_ quantity: Quantity) -> Double { outcome[quantity] ?? .nan }
      return LayerCheck(
        check: BoundCheck(
          error: value(Points.error), bound: value(Points.bound), allowance: value(Points.allowance)),
        isCertified: value(Points.certified) == 1)
    }
    return finding(
      checks.tests, trials: checks.count, counted: checks.count(where: \.isCertified), alarmRate: alarmRate,
      remarks: checks.remarks)
  }
}
