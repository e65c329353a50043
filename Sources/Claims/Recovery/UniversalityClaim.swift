// SPDX-License-Identifier: GPL-3.0-or-later
package import Ensembles
import Experiments
import RecoveryTheory
import Statistics

/// **Universality.** The recovery law is a theorem for Gaussian inputs; that other inputs follow it is an assumption.
///
/// The claim is made for independent light-tailed entries (Rademacher, uniform) and at least five non-zero weights: their
/// success is that of Gaussian inputs at a number of samples that differs by at most 10 %. With fewer weights a response is far
/// from Gaussian (two signs sum to three values) and the law does not hold: at s = 2 Rademacher inputs need 20 % more samples.
/// Sparse and correlated Gaussians and the ReLU outputs of earlier layers are surveyed beside it, with the same numbers.
///
/// - Measured: the frequency of success at P₅₀ of the exact Gaussian law, as the sample shift that explains it.
/// - Verdict: refuted by a frequency too unlikely under either end of ±10 % (exact binomial tails, Holm).
public struct UniversalityClaim: RecoveryClaim {
  public let name = "universality"
  public let kind = ClaimClass.assumption
  public let statement =
    "Rademacher and uniform inputs follow the Gaussian law where s ≥ 5, P shifted by at most 10 %."
  public let falseVariant = "the same of sparse Gaussian inputs, 5 % non-zeros"

  public init() {}

  static let margin = 0.1
  static let leastSparsity = 5
  static let claimed: [InputDistribution] = [.rademacher, .uniform]
  static let falselyClaimed: [InputDistribution] = [.sparseGaussian(density: 0.05)]
  static let surveyed: [InputDistribution] = [
    .sparseGaussian(density: 0.5), .sparseGaussian(density: 0.2), .correlated(rho: 0.5), .correlated(rho: 0.9),
    .reluOutputs(layers: 1), .reluOutputs(layers: 2),
  ]

  public func verification(_ plan: VerificationPlan) -> Verification {
    Self.verification(of: Self.claimed + Self.surveyed, plan)
  }

  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(of: Self.falselyClaimed, plan)
  }

  /// At P₅₀ of the exact Gaussian law.
  private static func verification(of inputs: [InputDistribution], _ plan: VerificationPlan) -> Verification {
    let shapes = plan.choose(
      quick: [(100, 5), (200, 10)], standard: [(100, 5), (200, 10), (400, 20)],
      thorough: [(100, 5), (200, 10), (400, 20), (800, 40)])
    let cells = shapes.flatMap { dimension, sparsity in
      let samples = RecoveryLaw(dimension: dimension, sparsity: sparsity).median
      let trials = plan.choose(quick: 30_000, standard: 400_000, thorough: 8_000_000) / dimension
      return inputs.map { inputs in
        let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples, inputs: inputs)
        return (ensemble.cell(), trials)
      }
    }
    return Verification(RecoveryExperiment(), cells)
  }

  public func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.ofOneNeuron.byShape.flatMap { shape, cells in
      let law = RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      return cells.map { UniversalityOutcome($0, law: law) }
    }
    return judge(outcomes, of: variant == .stated ? Self.claimed : Self.falselyClaimed, alarmRate: alarmRate)
  }

  /// Every outcome is tested; those nearest to P₅₀, which tell the shift best, stand for the others in words.
  package func judge(_ outcomes: [UniversalityOutcome], of claimed: [InputDistribution], alarmRate: Double) -> Finding {
    let counting = outcomes.filter { outcome in
      claimed.contains(outcome.inputs) && outcome.law.volumes.sparsity >= Self.leastSparsity
        && outcome.count.decided > 0
    }
    let pValues = holmAdjusted(counting.map { $0.pValue(shift: Self.margin) })
    let central = outcomes.filter { $0.count.decided > 0 }.nearestToMedian
    let worst = counting.nearestToMedian.max { abs($0.shift) < abs($1.shift) }
    return Finding(
      trials: outcomes.reduce(0) { $0 + $1.count.trials },
      hypothesesCertified: outcomes.reduce(0) { $0 + $1.count.decided },
      violations: pValues.count { $0 <= alarmRate }, measured: worst?.shift ?? .nan, bound: Self.margin,
      slack: worst.map { abs($0.shift) / Self.margin }, pValue: pValues.min(),
      verdict: ClaimVerdict(pValue: pValues.min() ?? 1, alarmRate: alarmRate, counting: counting.count),
      remarks: central.filter { $0.count.decided > 0 }.map(\.remark))
  }
}
