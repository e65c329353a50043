// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// One finished trial of a study. A trial that threw is a result as well, and is stored as such.
public struct TrialRecord: Sendable {
  /// The cell of the trial.
  public let cell: Cell
  /// What came of it.
  public let trial: FinishedTrial

  /// A finished trial of a cell.
  public init(cell: Cell, trial: FinishedTrial) { (self.cell, self.trial) = (cell, trial) }
}

/// Where finished trials go; called by one worker at a time or several, in any order.
public protocol TrialSink: Sendable {
  /// Keeps the trials for good: when this returns, a crash does not lose them.
  func record(_ trials: [TrialRecord]) throws

  /// Keeps what an adaptive study decided; a curve and stage that was decided before is the same decision.
  func record(_ decisions: [CurveDecision]) throws
}

extension TrialSink {
  /// Keeps nothing.
  public func record(_ decisions: [CurveDecision]) throws {}
}
