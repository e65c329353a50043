// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics
public import StudyModel

/// Trials still to come in a part of a study: all of them, or those up to its next decision.
public struct RemainingTrials: Sendable {
  /// Trials to come.
  public var trials = 0
  /// In the experiment's unit.
  public var cost = 0.0
  /// The last decision of an adaptive study.
  public var decision: CurveDecision?

  /// None.
  public init() {}

  /// Adds what remains elsewhere.
  public static func += (sum: inout RemainingTrials, more: RemainingTrials) {
    sum.trials += more.trials
    sum.cost += more.cost
  }
}

extension StudyRunner {
  /// What a trial of the cell costs, in the experiment's unit.
  public func cost(of cell: Cell) -> Double { experiment.cost(of: cell) }

  /// What remains of a cell with this history.
  public func remaining(in cell: Cell, _ history: CellHistory) -> RemainingTrials {
    RemainingTrials(CellQueue(cell, cost: experiment.cost(of: cell), history: history, plan: plan))
  }

  /// What remains of a search with these outcomes, as far as can be told.
  public func remaining(in curve: SuccessCurve, _ outcomes: [Cell: CellOutcomes]) -> RemainingTrials {
    RemainingTrials(CurveQueue(curve, outcomes: outcomes, cost: experiment.cost))
  }
}

extension RemainingTrials {
  fileprivate init(_ queue: some TrialQueue) {
    (trials, cost, decision) = (queue.remaining, queue.remainingCost, queue.decisions.last)
  }
}
