// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import OverparameterisedPruning
import Statistics

/// **Train large, then prune, beats train small** (Chang, Li, Oymak, Thrampoulidis, AAAI 2021, arXiv 2012.08749): even where it is known which
/// s features inform most, the minimum-norm fit of all p, pruned to s by what it found, may risk less than the fit of those s alone.
///
/// Not for every s: the small model's risk has its peak at s = n, and far from it the small model wins. The limit law says where
/// (`MinimumNormLaw`, `RegressionModel.retrainedOracleRisk`); this claim is on the order of the two, fit for fit of the same samples.
///
/// - Measured: the risk of all features' fit pruned by Λ^½|β̂| and by |β̂|, and of the s best features' fit, on the same draws.
/// - Verdict: sign tests (exact, Holm) of the order that the law has wherever its risks differ by a tenth.
public struct LargeThenPrunedClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "large-then-pruned"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "Fitted large and pruned to s, a regression risks less than fitted to its s best features where the limit law says so, s near n."
  /// What the control gets wrong.
  public let falseVariant = "the reversed order"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian features, one in ten a spike; the limits of both risks differ by a tenth or more",
    grid: "p = 240, κ = p/n = 2 and 4, s/p = 0.1, 0.2, 0.3 and 0.4: s/n from 0.2 to 1.6, not 1; one pair a fit",
    test: ClaimProtocol.signTest, margin: .order)
  /// What a study of the claim measures.
  public let experiment: any Experiment = Regression()

  private typealias Regression = OverparameterisedRiskExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [2.0, 4].flatMap { ratio in
      [0.1, 0.2, 0.3, 0.4].map { kept in
        experiment.cell([Regression.features.is(240), Regression.ratio.is(ratio), Regression.kept.is(kept)])
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 60, standard: 400, thorough: 4_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let rivals = cells.flatMap { cell in PruningRivals.all(cell).map { (cell, $0) } }
    let sign = variant == .stated ? 1.0 : -1
    let orders = rivals.filter { $0.1.isApart }.map { cell, rivals in rivals.order(in: cell, sign: sign) }
    let trials = cells.reduce(0) { $0 + $1.outcomes.count }
    return finding(
      orders, trials: trials, alarmRate: alarmRate, remarks: rivals.map { $1.remark(in: $0) } + Self.windows(cells))
  }

  /// Where the law has the pruned model ahead: the shares around s = n, for the models of the cells.
  private static func windows(_ cells: [CellTrials]) -> [String] {
    Set(cells.map { $0.cell.without(Regression.kept) }).sorted { "\($0)" < "\($1)" }.map { model in
      let ratio = model[Regression.ratio]
      func isAhead(_ kept: Double) -> Bool {
        PruningRivals(.hessian, OverparameterisedCell(model.with(Regression.kept, kept))).ratio < 1
      }
      // In hundredths of n; at s = n itself the small model's risk is infinite.
      let below = (1..<100).reversed().prefix { isAhead(Double($0) / 100 / ratio) }
      let above = (101..<Int(100 * ratio)).prefix { isAhead(Double($0) / 100 / ratio) }
      let window = [below.last ?? 100, above.last ?? 100].map { rounded(Double($0) / 100) }
      return
        "by the law, at κ = \(rounded(ratio)), the large model pruned by Λ^½|β̂| is ahead for s/n from \(window[0]) to \(window[1])"
    }
  }
}

/// A large model pruned by one rule, and the small model of as many features.
private struct PruningRivals {
  private typealias Regression = OverparameterisedRiskExperiment

  let rule: PruningRule
  let design: OverparameterisedCell
  /// The limit of the pruned model's risk over that of the small one.
  let ratio: Double

  init(_ rule: PruningRule, _ design: OverparameterisedCell) {
    (self.rule, self.design) = (rule, design)
    let limits = design.limits()
    func limit(_ quantity: Quantity) -> Double { limits.first { $0.quantity == quantity }?.value ?? .nan }
    ratio = limit(Regression.risk(keptBy: rule)) / limit(Regression.retrainedRisk(keptBy: .oracle))
  }

  static func all(_ cell: CellTrials) -> [PruningRivals] {
    [PruningRule.hessian, .magnitude].map { PruningRivals($0, OverparameterisedCell(cell.cell)) }
  }

  /// By a tenth or more.
  var isApart: Bool { ratio < 0.9 || ratio > 1 / 0.9 }

  private func label(_ cell: CellTrials) -> String {
    "pruned by \(rule == .hessian ? "Λ^½|β̂|" : "|β̂|"), κ = \(rounded(cell.cell[Regression.ratio])), s/n = \(rounded(design.keptRatio))"
  }

  private func risks(_ cell: CellTrials) -> (pruned: [Double], small: [Double]) {
    (cell.values(Regression.risk(keptBy: rule)), cell.values(Regression.retrainedRisk(keptBy: .oracle)))
  }

  /// The order that the law has, times `sign`.
  func order(in cell: CellTrials, sign: Double) -> PairedOrder {
    let risks = risks(cell)
    let direction = ratio < 1 ? sign : -sign
    return PairedOrder(
      "\(label(cell)): \(ratio < 1 ? "large" : "small") first",
      gains: zip(risks.small, risks.pruned).map { direction * ($0 - $1) })
  }

  func remark(in cell: CellTrials) -> String {
    let (pruned, small) = risks(cell)
    let measured = RunningSummary(pruned).mean / RunningSummary(small).mean
    return "\(label(cell)): the pruned model's risk is \(rounded(ratio)) of the small one's by the law"
      + (isApart ? "" : " (not judged)") + ", \(rounded(measured)) measured"
  }
}
