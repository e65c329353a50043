// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RandomStreams
import Statistics

/// **What can be pruned generalises** (Kuhn, Lyle, Gomez, Rothfuss, Gal, arXiv 2103.06002). Among networks trained on one task to the
/// same loss, the smallest share of weights that keeps the training loss within a factor 1 + β grows with the generalisation gap.
///
/// - Measured: for each network of a family, its prunability and its gap, the fresh loss minus the training loss.
///   Networks that do not reach the training loss do not count.
/// - Verdict: a trend. Refuted unless the mean of Spearman's rank correlations over the families is positive at the level of 10⁻³ (Fisher's
///   z): the claim is that it shows, and a claim of a trend is not protected by too few networks.
public struct PrunabilityClaim: Claim {
  public let name = "prunability"
  public let kind = ClaimClass.trend
  public let statement =
    "Among networks of one task and one training loss, the share of weights that must be kept grows with the generalisation gap."
  public let falseVariant = "the gaps of other networks of the family"
  public let experiment: any Experiment = PrunabilityExperiment()

  private typealias Family = PrunabilityExperiment
  /// At which the trend must show.
  private static let level = 1e-3

  public init() {}

  public func verification(_ plan: VerificationPlan) -> Verification {
    Verification(experiment, [experiment.cell([])], trials: plan.choose(quick: 120, standard: 600, thorough: 2_000))
  }

  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let families = cells.compactMap { Self.correlation($0, variant) }
    let mean = RankCorrelation.mean(families.map(\.correlation))
    let isMissing = !families.isEmpty && mean.upperTail > Self.level
    return Finding(
      trials: families.reduce(0) { $0 + $1.correlation.pairs },
      violations: isMissing ? 1 : 0,
      measured: mean.value, bound: 0, slack: mean.value, pValue: families.isEmpty ? nil : mean.upperTail,
      verdict: families.isEmpty ? .inconclusive : isMissing ? .refuted : .consistent,
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
