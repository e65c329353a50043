// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics

/// **Retraining helps, and iterations help more** (Han, Pool, Tran, Dally 2015). At equal density the accuracy after pruning is
/// ordered: iterative with retraining ≥ one-shot with retraining ≥ one-shot without.
///
/// Trained networks 2·24·24·2 for nested spirals, the same number of weights kept per layer, and the same
/// total number of retraining epochs for both ways to retrain.
///
/// - Measured: for each network and each of the two steps of the order, which side answers more fresh points rightly.
/// - Verdict: refuted if the smaller side wins too often, by a sign test of each step in each cell (exact, ties left out, Holm): it
///   assumes nothing about the law of accuracies.
public struct RetrainingOrderClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "retraining-order"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement = "At equal density, iterative pruning ≥ one-shot with retraining ≥ one-shot, in accuracy."
  /// What the control gets wrong.
  public let falseVariant = "the reversed order"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "trained networks 2·24·24·2 for nested spirals; equal weights a layer, equal epochs of retraining",
    grid: "one cell of the experiment's standard values; one pair a network", test: ClaimProtocol.signTest,
    margin: .order)
  /// What a study of the claim measures.
  public let experiment: any Experiment = RetrainingExperiment()

  private typealias Pruning = RetrainingExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    Verification(experiment, [experiment.cell([])], trials: plan.choose(quick: 48, standard: 200, thorough: 1_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    finding(
      cells.flatMap { Self.steps($0, sign: variant == .stated ? 1 : -1, isOnly: cells.count == 1) },
      trials: cells.trials, alarmRate: alarmRate, remarks: cells.map(Self.means))
  }

  /// Both steps of the order in one cell.
  private static func steps(_ cell: CellTrials, sign: Double, isOnly: Bool) -> [PairedOrder] {
    [
      ("iterative over one-shot with retraining", Pruning.iterative, Pruning.retrained),
      ("retraining over none", Pruning.retrained, Pruning.oneShot),
    ].map { label, better, worse in
      let gains = cell.outcomes.compactMap { outcome in
        outcome[better].flatMap { value in outcome[worse].map { sign * (value - $0) } }
      }
      return PairedOrder(isOnly ? label : "\(label) at \(cell.cell)", gains: gains)
    }
  }

  private static func means(of cell: CellTrials) -> String {
    func mean(_ quantity: Quantity) -> String { rounded(RunningSummary(cell.values(quantity)).mean) }
    return "mean accuracy \(mean(Pruning.original)) before, \(mean(Pruning.oneShot)) one-shot, "
      + "\(mean(Pruning.retrained)) retrained, \(mean(Pruning.iterative)) iterative"
  }
}
