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
  public let name = "sign-flip"
  public let kind = ClaimClass.exactLaw
  public let statement = "Given n, the active samples' null space is distributed as that of n Gaussian samples."
  public let falseVariant = "samples of mean w*/‖w*‖, not symmetric"

  public let experiment: any Experiment = NullSpaceExperiment()

  private typealias NullSpace = NullSpaceExperiment

  public init() {}

  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(NullSpace(), plan) }

  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(NullSpace(mean: 1), plan)
  }

  private static func verification(_ experiment: NullSpace, _ plan: VerificationPlan) -> Verification {
    let cells = [(20, 2, 8), (40, 4, 15), (50, 10, 40)].map { dimension, sparsity, activeSamples in
      experiment.cell([
        NullSpace.dimension.is(dimension), NullSpace.sparsity.is(sparsity), NullSpace.activeSamples.is(activeSamples),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 1_000, standard: 8_000, thorough: 100_000))
  }

  /// Both samples of one statistic.
  package struct Comparison: Sendable {
    let label: String
    let active, gaussian: [Double]

    package init(label: String, active: [Double], gaussian: [Double]) {
      (self.label, self.active, self.gaussian) = (label, active, gaussian)
    }
  }

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
    let tests = comparisons.map { KolmogorovSmirnov($0.active, $0.gaussian) }
    let pValues = holmAdjusted(tests.map(\.pValue))
    let trials = comparisons.reduce(0) { $0 + $1.active.count + $1.gaussian.count }
    let worst = pValues.indices.min { pValues[$0] < pValues[$1] }
    return Finding(
      trials: trials, violations: pValues.count { $0 <= alarmRate },
      measured: worst.map { RunningSummary(comparisons[$0].active).mean } ?? .nan,
      bound: worst.map { RunningSummary(comparisons[$0].gaussian).mean } ?? .nan, pValue: pValues.min(),
      verdict: ClaimVerdict(pValue: pValues.min() ?? 1, alarmRate: alarmRate, counting: trials),
      remarks: comparisons.indices.map { index in
        "\(comparisons[index].label): Kolmogorov–Smirnov distance \(rounded(tests[index].statistic)), "
          + "corrected p = \(rounded(pValues[index]))"
      })
  }
}
