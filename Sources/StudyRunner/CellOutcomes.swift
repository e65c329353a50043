// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics

/// What the trials of one cell found, one by one.
public struct CellOutcomes: Sendable {
  private enum Outcome: UInt8 { case missing, success, failure, undecided }

  /// Of trial 1, 2, …
  private var outcomes: [Outcome] = []

  /// A cell without trials.
  public init() {}

  /// Counts a trial; `success` is nil where it was not decided.
  public mutating func add(number: Int, success: Bool?) {
    if outcomes.count < number {
      outcomes += [Outcome](repeating: .missing, count: number - outcomes.count)
    }
    outcomes[number - 1] = success.map { $0 ? .success : .failure } ?? .undecided
  }

  /// The numbers 1 … `count` that are missing.
  func missing(upTo count: Int) -> RangeSet<Int> {
    var missing = RangeSet(1..<count + 1)
    for (index, outcome) in outcomes.prefix(count).enumerated() where outcome != .missing {
      missing.remove(contentsOf: index + 1..<index + 2)
    }
    return missing
  }

  /// Trials 1 … `count`, all of which are there.
  func count(samples: Int, upTo count: Int) -> SearchCount {
    let first = outcomes.prefix(count)
    return SearchCount(
      samples: samples, trials: count, successes: first.count { $0 == .success },
      undecided: first.count { $0 == .undecided })
  }
}
