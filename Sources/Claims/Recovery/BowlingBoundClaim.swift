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
/// The bound is valid and loose: its remarks tell by what factor.
public struct BowlingBoundClaim: RecoveryClaim {
  public let name = "bowling-bound"
  public let kind = ClaimClass.probabilistic
  public let statement = "Recovery fails with probability ≤ e^(−t²/2) once ξ√P Q(2ξ) > √(2δ) + ξt for some ξ > 0."
  public let falseVariant = "a constant 300 times smaller, which puts P below P₅₀"
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples", grid: "the smallest P that the bound allows for a failure probability of 5 %",
    test: "exact binomial tail of the failures of each (N, s) (Holm)", margin: .failures)

  public init() {}

  private static let failureBound = 0.05
  private static let shapes = [(20, 1), (40, 2), (50, 10), (100, 5)]
  /// By how much the false variant's constant is smaller.
  private static let shortage = 300

  public func verification(_ plan: VerificationPlan) -> Verification {
    verification(Self.ensembles(.stated), trials: plan.choose(quick: 200, standard: 2_000, thorough: 50_000))
  }

  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    verification(Self.ensembles(.falsified), trials: 100)
  }

  private static func ensembles(_ variant: ClaimVariant) -> [PlantedEnsemble] {
    shapes.map { dimension, sparsity in
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      return PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: allowed(law, variant))
    }
  }

  /// The smallest P that the bound, or its false variant, allows.
  private static func allowed(_ law: RecoveryLaw, _ variant: ClaimVariant) -> Int {
    let samples = BowlingBound(statisticalDimension: law.volumes.statisticalDimension).samples(
      failureAtMost: failureBound)
    return variant == .stated ? samples : samples / shortage
  }

  /// Cells with fewer samples than the bound allows do not count.
  public func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    var (tested, factors): ([FailureBoundTest], [Double]) = ([], [])
    for (shape, cells) in cells.withGaussianInputs.ofOneNeuron.byShape {
      let law = RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      for cell in cells where cell.ensemble.samples >= Self.allowed(law, variant) {
        let label = "N = \(shape.dimension), s = \(shape.sparsity), P = \(cell.ensemble.samples)"
        tested.append(FailureBoundTest(label, count: cell.count, bound: Self.failureBound))
        factors.append(Double(cell.ensemble.samples) / Double(law.median))
      }
    }
    return finding(
      tested, trials: cells.trials, alarmRate: alarmRate,
      remarks: (factors.isEmpty
        ? [] : ["P is \(rounded(factors.min() ?? 0)) to \(rounded(factors.max() ?? 0)) times P₅₀"])
        + cells.inputsRemark)
  }
}
