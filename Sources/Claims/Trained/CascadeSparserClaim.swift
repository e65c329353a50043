// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **The cascade is sparser.** At an equal discrepancy of the output Net-Trim's cascade keeps fewer weights of a trained spiral network
/// than its parallel scheme.
///
/// Each network is pruned by both schemes for every ε. What is kept is interpolated to the discrepancies that both schemes reach,
/// straight in log rd; the network's gain is what the parallel scheme keeps there on average, less what the cascade keeps.
///
/// - Verdict: refuted if the parallel scheme wins too often, by a sign test for each width, penalty and P (exact, Holm).
/// - Source: Aghasi, Abdi, Nguyen, Romberg (2017), supplement 3, Fig. S.2; for networks trained with dropout.
public struct CascadeSparserClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "cascade-sparser"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "At equal discrepancy the cascade keeps fewer weights of trained spiral networks than the parallel scheme."
  /// What the control gets wrong.
  public let falseVariant = "the schemes exchanged"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "programs solved in every layer; discrepancies that both schemes reach",
    grid: "widths from 24, P = 60, two ε a scheme",
    test: ClaimProtocol.signTest, margin: .order,
    amendments: [
      Amendment(
        "2026-11-21", what: "claimed at relative discrepancies up to .05 only",
        why: "the difference shrinks as more is given away, and changes sign in networks too small for their task",
        firstVerdict: "not shown; it is the first form that is judged again since 2026-11-24, the other is a remark")
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = SpiralExperiment()

  private typealias Spiral = SpiralExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
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

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    func orders(upTo limit: Double) -> [PairedOrder] {
      EqualDiscrepancy.all(cells).map { comparison in
        let gains = comparison.gains(ofLayer: 0, upTo: limit)
        return PairedOrder(comparison.label, gains: gains.map { variant == .stated ? $0 : -$0 })
      }
    }
    return finding(
      orders(upTo: .infinity), trials: cells.trials, alarmRate: alarmRate,
      remarks: orders(upTo: EqualDiscrepancy.largest).filter { $0.trials > 0 }.map {
        "at a discrepancy of at most \(EqualDiscrepancy.largest): \($0.remark)"
      })
  }
}
