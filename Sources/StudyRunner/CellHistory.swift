// SPDX-License-Identifier: GPL-3.0-or-later
public import StudyModel

/// The trials that a cell has so far.
public struct CellHistory: Sendable {
  /// Numbers of the finished trials.
  public private(set) var finished = RangeSet<Int>()
  /// Trials that succeeded.
  public private(set) var successes = 0
  /// Trials that were undecided or failed.
  public private(set) var undecided = 0

  /// A cell without trials.
  public init() {}

  /// The number of finished trials.
  public var trials: Int { finished.ranges.reduce(0) { $0 + $1.count } }

  /// Counts a trial; `success` is nil where it was not decided.
  public mutating func add(number: Int, success: Bool?) {
    finished.insert(contentsOf: number..<number + 1)
    if success == nil { undecided += 1 }
    if success == true { successes += 1 }
  }

  /// Adds trials that were handed out together: they are consecutive, as a stop only cuts the end off, and the set takes
  /// them in one piece.
  mutating func add(_ results: [(number: Int, success: Bool?)]) {
    guard let first = results.first?.number, let last = results.last?.number else { return }
    finished.insert(contentsOf: first..<last + 1)
    undecided += results.count { $0.success == nil }
    successes += results.count { $0.success == true }
  }

  /// The numbers 1 … `count` that are not finished.
  func missing(upTo count: Int) -> RangeSet<Int> {
    RangeSet(1..<count + 1).subtracting(finished)
  }

  /// The interval of the success rate under `plan`; nil before the first trial.
  public func interval(_ plan: TrialPlan) -> RateInterval? {
    guard trials > 0 else { return nil }
    return plan.interval(successes: successes, undecided: undecided, trials: trials)
  }
}
