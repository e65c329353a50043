// SPDX-License-Identifier: GPL-3.0-or-later
package import Ensembles
import Experiments
import RecoveryTheory
import Statistics

/// **Universality.** The recovery law is a theorem for Gaussian inputs; that other inputs follow it is an assumption.
///
/// The claim is made for independent light-tailed entries (Rademacher, uniform): their success is that of Gaussian inputs at a number
/// of samples that differs by at most 10 %. Sparse and correlated Gaussians and the ReLU outputs of earlier layers are surveyed beside
/// it, with the same numbers.
///
/// - Measured: the frequency of success at P₅₀ of the exact Gaussian law, as the sample shift that explains it.
/// - Verdict: refuted by a frequency too unlikely under either end of ±10 % (exact binomial tails, Holm).
public struct UniversalityClaim: RecoveryClaim {
  public let name = "universality"
  public let kind = ClaimClass.assumption
  public let statement =
    "Rademacher and uniform inputs follow the Gaussian law, P shifted by at most 10 %."
  public let falseVariant = "the same of sparse Gaussian inputs, 5 % non-zeros"
  public let registered = ClaimProtocol(
    hypotheses: "recovery or its failure certified",
    grid: "P₅₀ of the exact Gaussian law at four (N, s), two of them with s = 2, where signs sum to three values only",
    test: "exact binomial tails of each frequency under either end of ±10 % (Holm); deviations are beyond those 10 %",
    margin: Margin(0.1, "of P₅₀", because: "a tenth more samples is what a plan with the Gaussian law has to spare"),
    amendments: [
      Amendment(
        "2026-11-21", what: "claimed where s ≥ 5 only",
        why: "with two weights a Rademacher response takes four values and recovery needs a fifth more samples",
        firstVerdict:
          "not borne out at s = 2; it is the first form that is judged again since 2026-11-24, the other is a remark")
    ])

  public init() {}

  static let margin = 0.1
  /// Of the amended form.
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
      quick: [(50, 2), (100, 2), (100, 5), (200, 10)], standard: [(50, 2), (100, 2), (100, 5), (200, 10), (400, 20)],
      thorough: [(50, 2), (100, 2), (100, 5), (200, 10), (400, 20), (800, 40)])
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

  /// The outcomes nearest to P₅₀ are tested: they tell the shift best.
  package func judge(_ outcomes: [UniversalityOutcome], of claimed: [InputDistribution], alarmRate: Double) -> Finding {
    let counting = outcomes.filter { claimed.contains($0.inputs) && $0.count.decided > 0 }.nearestToMedian
    let amended = counting.filter { $0.law.volumes.sparsity >= Self.leastSparsity }
    let central = outcomes.filter { $0.count.decided > 0 }.nearestToMedian
    return finding(
      counting, trials: outcomes.reduce(0) { $0 + $1.count.trials },
      counted: outcomes.reduce(0) { $0 + $1.count.decided }, alarmRate: alarmRate,
      remarks: (amended.isEmpty
        ? []
        : ["where s ≥ \(Self.leastSparsity): \(finding(amended, alarmRate: alarmRate).verdict.rawValue)"])
        + central.map(\.remark))
  }
}
