// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import RecoveryTheory

/// **The explicit Gaussian bound** of the bowling scheme. w* is recovered with probability at least 1 − e^{−t²/2} once
///
///     ξ √P Q(2ξ) > √(2δ) + ξ t  for some ξ > 0.
///
/// - Measured: how often recovery fails at the smallest P that the bound allows for a failure probability of 5 %.
/// - Verdict: refuted by a failure count too unlikely under that probability (exact binomial tail, Holm).
///
/// It is tested with n < N, where recovery is not linear algebra. The bound is valid and loose: its remarks tell by what factor.
public struct BowlingBoundClaim: RecoveryClaim {
  /// Its name on the command line and in studies.
  public let name = "bowling-bound"
  /// A bound on a probability.
  public let kind = ClaimClass.probabilistic
  /// The statement in one sentence.
  public let statement = "Recovery fails with probability ≤ e^(−t²/2) once ξ√P Q(2ξ) > √(2δ) + ξt for some ξ > 0."
  /// What the control gets wrong.
  public let falseVariant = "the fewer samples with which the exact law fails 1 + 2e times as often as the bound allows"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples",
    grid:
      "(N, s) = (10⁴, 1), (2·10⁴, 2), and (10⁵, 3) beyond the quick budget, at the smallest P that the bound allows for a failure probability of 5 %: n < N",
    test: "exact binomial tail of the failures of each (N, s) (Holm)", margin: .failures,
    amendments: [
      Amendment(
        "2026-11-24", what: "the grid was N from 20 to 100, and the false variant's constant 300 times smaller",
        why: "with n ≥ N recovery is linear algebra", firstVerdict: "claim consistent, control refuted"),
      .standardBudget(had: "10,000 trials a shape"),
    ])

  /// The claim as it is registered.
  public init() {}

  private static let failureBound = 0.05

  private static func shapes(_ plan: VerificationPlan) -> [(Int, Int)] {
    let few = [(10_000, 1), (20_000, 2)]
    return plan.choose(quick: few, standard: few + [(100_000, 3)], thorough: few + [(100_000, 3)])
  }

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    verification(plan) { Self.allowed($0) }
  }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    let test = FailureBoundTest("", trials: Self.trials(plan), bound: Self.failureBound)
    let deviation = test.detectable(level: plan.alarmRate / Double(Self.shapes(plan).count))
    return verification(plan) { Self.samples($0, exceedingBoundBy: 2 * deviation) }
  }

  private func verification(_ plan: VerificationPlan, samples: (RecoveryLaw) -> Int) -> Verification {
    let cells = Self.shapes(plan).map { dimension, sparsity in
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      return PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples(law)).cell(method: .lazy)
    }
    return Verification(experiment, cells, trials: Self.trials(plan))
  }

  private static func trials(_ plan: VerificationPlan) -> Int {
    plan.choose(quick: 1_100, standard: 4_000, thorough: 200_000)
  }

  /// The smallest P that the bound allows.
  private static func allowed(_ law: RecoveryLaw) -> Int {
    BowlingBound(statisticalDimension: law.volumes.statisticalDimension).samples(failureAtMost: failureBound)
  }

  /// The most with which the exact law fails more than 1 + `deviation` times as often as is allowed.
  private static func samples(_ law: RecoveryLaw, exceedingBoundBy deviation: Double) -> Int {
    law.samples(failureAtMost: (1 + deviation) * failureBound) - 1
  }

  /// Cells with fewer samples than the bound allows do not count.
  public func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let covered = cells.withGaussianInputs.ofOneNeuron.byShape.flatMap { shape, cells in
      let law = RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      let least = variant == .stated ? Self.allowed(law) : 0
      return cells.filter { $0.ensemble.samples >= least }.map { (law: law, cell: $0) }
    }
    let tests = covered.map { law, cell in
      FailureBoundTest(
        "N = \(law.volumes.dimension), s = \(law.volumes.sparsity), P = \(cell.ensemble.samples)", count: cell.count,
        bound: Self.failureBound)
    }
    return finding(
      tests, trials: cells.trials, alarmRate: alarmRate,
      remarks: zip(covered, tests).prefix(12).map { pair, test in
        let found = Self.samples(
          pair.law, exceedingBoundBy: test.detectable(level: alarmRate / Double(tests.count)))
        return
          "\(test.label): \(rounded(Double(pair.cell.ensemble.samples) / Double(pair.law.median))) times P₅₀; refuted at \(found)"
      } + cells.inputsRemark)
  }
}
