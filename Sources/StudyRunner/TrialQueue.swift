// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
public import Statistics

/// The trials of one part of a study that are still to be handed out: of a cell, or of a whole success curve.
protocol TrialQueue: Sendable {
  /// Trials to come: exact for a fixed number of trials, up to the next decision otherwise.
  var remaining: Int { get }
  /// Estimated cost of the trials to come.
  var remainingCost: Double { get }
  /// Trials that are likely to follow the next decision.
  var beyond: Int { get }
  /// Finished trials, of earlier runs as well.
  var finished: Int { get }
  /// Estimated cost of a trial; the most costly queues are served first.
  var cost: Double { get }
  /// Mean seconds of a trial, once one was timed.
  var meanSeconds: Double? { get }
  /// Decisions that were made and not yet taken away.
  var decisions: [CurveDecision] { get set }

  /// Takes up to `count` consecutive trial numbers of one cell; nil when none waits.
  mutating func take(_ count: Int) -> (cell: Cell, numbers: Range<Int>)?
  /// Takes note of finished trials that were handed out together.
  mutating func finish(_ cell: Cell, _ results: [(number: Int, success: Bool?)], seconds: Double)
}

extension TrialQueue {
  var beyond: Int { 0 }
}

/// What an adaptive study decided for one success curve after one stage.
public struct CurveDecision: Hashable, Sendable {
  /// Names the curve, e.g. `N=400 s=20 inputs=gaussian weights=gaussian`.
  public let curve: String
  /// The number of stages that were finished.
  public let stage: Int
  /// All that was known.
  public let seen: [SearchCount]
  /// What was decided.
  public let decision: SearchDecision

  /// What was decided for the curve of this name at this stage, of what was seen.
  public init(curve: String, stage: Int, seen: [SearchCount], decision: SearchDecision) {
    (self.curve, self.stage, self.seen, self.decision) = (curve, stage, seen, decision)
  }
}

/// Seconds that trials took.
struct TrialClock: Sendable {
  private var trials = 0
  private var seconds = 0.0

  var mean: Double? { trials == 0 ? nil : seconds / Double(trials) }

  mutating func add(trials: Int, seconds: Double) {
    self.trials += trials
    self.seconds += seconds
  }
}
