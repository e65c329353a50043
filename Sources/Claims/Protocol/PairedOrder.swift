// SPDX-License-Identifier: GPL-3.0-or-later
public import Statistics

/// An order that is tested pair by pair: whose gain is positive speaks for it.
public struct PairedOrder: Sendable {
  /// The order in words, as "iterative over one-shot".
  public let label: String
  /// One a pair; pairs are independent.
  public let gains: [Double]

  public init(_ label: String, gains: [Double]) { (self.label, self.gains) = (label, gains) }

  /// Pairs that speak for the order; ties are left out.
  public var wins: Proportion { Proportion(successes: gains.count { $0 > 0 }, trials: gains.count { $0 != 0 }) }

  /// Of so few wins if either side were as likely to win: exact, and without assumptions on the law of the gains.
  public var pValue: Double {
    BinomialDistribution(trials: wins.trials, successProbability: 0.5).lowerTail(wins.successes)
  }

  /// With 99 % intervals: Clopper and Pearson's of the wins, Student's of the mean gain.
  public var remark: String {
    let interval = wins.clopperPearsonInterval(confidence: 0.99)
    let gain = RunningSummary(gains).meanInterval(confidence: 0.99)
    return "\(label): wins \(wins.successes) of \(wins.trials) (99 %: \(rounded(interval.lowerBound)) to "
      + "\(rounded(interval.upperBound)) of them), mean gain \(rounded(RunningSummary(gains).mean))"
      + (gain.map { " (99 %: \(rounded($0.lowerBound)) to \(rounded($0.upperBound)))" } ?? "")
  }
}

extension [PairedOrder] {
  /// The orders are refuted where the smaller side of one wins too often, by sign tests with Holm's correction.
  ///
  /// - Parameter trials: what was run for them, for the report.
  func finding(trials: Int, alarmRate: Double, remarks: [String] = []) -> Finding {
    let pairs = reduce(0) { $0 + $1.wins.trials }
    let pValues = holmAdjusted(map(\.pValue))
    let worst = map(\.wins).filter { $0.trials > 0 }.map(\.rate).min() ?? .nan
    return Finding(
      trials: trials, violations: pValues.count { $0 <= alarmRate }, measured: worst, bound: 0.5,
      pValue: pValues.min(), verdict: ClaimVerdict(pValue: pValues.min() ?? 1, alarmRate: alarmRate, counting: pairs),
      remarks: map(\.remark) + remarks)
  }
}
