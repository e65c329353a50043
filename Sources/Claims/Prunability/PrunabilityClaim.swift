// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RandomStreams
import Statistics

/// **What can be pruned generalises** (Kuhn, Lyle, Gomez, Rothfuss, Gal, arXiv 2103.06002). Among networks trained on one task to the
/// same loss, the smallest share of weights that keeps the training loss within a factor 1 + β grows with the generalisation gap.
///
/// - Measured: for each network of a family, its prunability and its gap, the fresh loss minus the training loss.
///   Networks that do not reach the training loss do not count.
/// - Verdict: a trend. It must show in every family, in Spearman's rank correlation (Fisher's z).
public struct PrunabilityClaim: Claim {
  public let name = "prunability"
  public let kind = ClaimClass.trend
  public let statement =
    "Among networks of one task and one training loss, the share of weights that must be kept grows with the generalisation gap."
  public let falseVariant = "the gaps of other networks of the family"
  public let registered = ClaimProtocol(
    hypotheses: "the training loss is reached", grid: "families with P = 100 and 300 samples, without noise",
    test:
      "Spearman's rank correlation in each family (Fisher's z): it shows where it is positive, each family at the level, and is not "
      + "borne out where it is below 0.2 (Holm)",
    margin: Margin(0.2, "of rank correlation", because: "below, the one explains a twenty-fifth of the other's ranks"),
    amendments: [
      Amendment(
        "2026-11-21", what: "verified on the family of 300 samples alone",
        why: "it has the largest correlation of the eight that were seen",
        firstVerdict: "not borne out with 100 samples; both families are judged since 2026-11-24")
    ])
  public let experiment: any Experiment = PrunabilityExperiment()

  private typealias Family = PrunabilityExperiment

  public init() {}

  public func verification(_ plan: VerificationPlan) -> Verification {
    Verification(
      experiment, [100, 300].map { experiment.cell([Family.samples.is($0)]) },
      trials: plan.choose(quick: 120, standard: 600, thorough: 2_000))
  }

  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let families = cells.compactMap { Self.correlation($0, variant) }
    return finding(
      families.map { CorrelationTest(label: $0.label, correlation: $0.correlation) }, alarmRate: alarmRate,
      remarks: families.map { Self.remark($0.label, $0.correlation) })
  }

  private static func correlation(
    _ measured: CellTrials, _ variant: ClaimVariant
  ) -> (label: String, correlation: RankCorrelation)? {
    let kept = measured.values(Family.prunability)
    var gaps = measured.values(Family.gap)
    guard kept.count > 3, kept.count == gaps.count else { return nil }
    if variant == .falsified {
      var order = Array(gaps.indices)
      var stream = RandomStream(
        StreamKey(seed: 1, content: "\(measured.cell)", trial: 0, purpose: "order of the gaps"))
      stream.shuffle(&order)
      gaps = order.map { gaps[$0] }
    }
    let cell = measured.cell
    let label =
      "\(cell[Family.relevant]) of \(cell[Family.dimension]) inputs relevant, P = \(cell[Family.samples]), "
      + "noise \(cell[Family.noise])"
    return ("\(label), \(kept.count) of \(measured.trials.count) networks trained", RankCorrelation(kept, gaps))
  }

  private static func remark(_ label: String, _ correlation: RankCorrelation) -> String {
    let interval = correlation.interval()
    return "\(label): rank correlation \(rounded(correlation.value)) (95 %: \(rounded(interval.lowerBound)) to "
      + "\(rounded(interval.upperBound)))"
  }
}
