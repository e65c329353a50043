// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a run is.
public struct RunProgress: Hashable, Sendable {
  /// Trials stored before this run, finished by it, and still to come (up to each cell's next look).
  public let before, finished, remaining: Int
  /// Trials that are likely to follow the next looks.
  public let beyond: Int
  /// Trials of this run that failed.
  public let failed: Int
  /// Since the run began.
  public let elapsed: Duration
  /// Estimated time to go, from the cost of the trials done and to come; nil before the first.
  public let estimated: Duration?

  /// All trials, as far as can be told.
  public var total: Int { before + finished + remaining + beyond }

  /// Trials a second in this run.
  public var rate: Double { finished == 0 ? 0 : Double(finished) / (elapsed / .seconds(1)) }
}
