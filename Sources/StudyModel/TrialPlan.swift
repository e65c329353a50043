// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// How many trials each cell gets.
public enum TrialPlan: Hashable, Sendable {
  case each(Int)
  /// Until the interval of the success rate is no wider than ±`halfWidth`, or `atMost` trials.
  case precision(halfWidth: Double, confidence: Double, atMost: Int)
}

extension TrialPlan {
  /// The confidence of the intervals of a fixed number of trials.
  public static let fixedConfidence = 0.95

  /// Of a cell or a search.
  package static let mostTrials = 1_000_000_000

  /// The trial counts at which a cell may stop: 50, then a quarter more each time, up to the cap.
  ///
  /// A cell is judged at these counts only, and on all its trials up to there, so that where it stops does not depend
  /// on workers, shards or interruptions. Its intervals hold at all counts together, so looking often costs no
  /// confidence, and at most a quarter of a cell's trials are more than it needed.
  public var looks: [Int] {
    switch self {
    case .each(let count): return [count]
    case .precision(_, _, let atMost):
      let growing = sequence(first: 50) { $0 <= Int.max / 2 ? $0 + $0 / 4 : nil }.prefix { $0 < atMost }
      return growing + [atMost]
    }
  }

  /// Whether a cell whose interval at a look is [`lower`, `upper`] needs no more trials.
  public func isSatisfied(by interval: RateInterval) -> Bool {
    guard case .precision(let halfWidth, _, _) = self else { return true }
    return interval.upper - interval.lower <= 2 * halfWidth
  }

  /// The look at which a cell whose trials succeed at a `rate` would end, none before `start`; the last look where none would do.
  ///
  /// - Complexity: an interval a look.
  public func end(rate: Double, from start: Int = 1) -> Int {
    let looks = looks
    let end = looks.first { look in
      let successes = min(max((rate * Double(look)).rounded(), 0), Double(look))
      return look >= start && isSatisfied(by: interval(successes: Int(successes), undecided: 0, trials: look))
    }
    return end ?? looks.last ?? 0
  }

  /// Whether this plan keeps every trial that `earlier` asked for: it asks for as many, or for a tighter interval.
  public func extends(_ earlier: TrialPlan) -> Bool {
    switch (self, earlier) {
    case (.each(let count), .each(let before)): count >= before
    case (.precision(let width, let level, let cap), .precision(let widthBefore, let levelBefore, let capBefore)):
      width <= widthBefore && level >= levelBefore && cap >= capBefore
    default: false
    }
  }
}
