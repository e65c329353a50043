// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **The cascade is sparser.** At an equal discrepancy of the output of at most 5 % Net-Trim's cascade keeps fewer weights of a trained spiral network
/// than its parallel scheme.
///
/// Each network is pruned by both schemes for every ε. What is kept is interpolated to the discrepancies that both schemes reach,
/// straight in log rd; the network's gain is what the parallel scheme keeps there on average, less what the cascade keeps.
///
/// - Verdict: refuted if the parallel scheme wins too often, by a sign test for each width, penalty and P (exact, Holm).
/// - Source: Aghasi, Abdi, Nguyen, Romberg (2017), supplement 3, Fig. S.2; for networks trained with dropout.
public struct CascadeSparserClaim: Claim {
  public let name = "cascade-sparser"
  public let kind = ClaimClass.trend
  public let statement =
    "At equal discrepancy, up to .05, the cascade keeps fewer weights of trained spiral networks than the parallel scheme."
  public let falseVariant = "the schemes exchanged"
  public let experiment: any Experiment = SpiralExperiment()

  private typealias Spiral = SpiralExperiment

  public init() {}

  public func verification(_ plan: VerificationPlan) -> Verification {
    let widths = plan.choose(quick: [24], standard: [24, 32], thorough: [24, 32, 64])
    let cells = widths.flatMap { width in
      SpiralPruning.Scheme.allCases.flatMap { scheme in
        [0.01, 0.03].map { epsilon in
          experiment.cell([
            Spiral.width.is(width), Spiral.samples.is(60), Spiral.scheme.is(scheme), Spiral.epsilon.is(epsilon),
          ])
        }
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 40, standard: 80, thorough: 100))
  }

  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let orders = EqualDiscrepancy.all(cells).map { comparison in
      PairedOrder(comparison.label, gains: comparison.gains(ofLayer: 0).map { variant == .stated ? $0 : -$0 })
    }
    return orders.finding(trials: cells.trials, alarmRate: alarmRate)
  }
}
