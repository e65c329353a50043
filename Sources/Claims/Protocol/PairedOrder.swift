// SPDX-License-Identifier: GPL-3.0-or-later
public import Statistics

/// An order that is tested pair by pair: whose gain is positive speaks for it. Deviations are of the probability that it wins, from ½.
///
/// Exact, and without assumptions on the law of the gains: it shows where so many wins are unlikely at ½, and is not borne out where so
/// few are unlikely at `leastRate`.
public struct PairedOrder: StatementTest {
  /// The order in words, as "iterative over one-shot".
  public let label: String
  /// One a pair; pairs are independent.
  public let gains: [Double]

  /// An order that wins less often does not matter.
  static let leastRate = 0.5 + Margin.order.value

  /// Pairs by what the first of each gains over the second; a gain of 0 is a tie and left out.
  public init(_ label: String, gains: [Double]) { (self.label, self.gains) = (label, gains) }

  /// Pairs that speak for the order; ties are left out.
  public var wins: Proportion { Proportion(successes: gains.count { $0 > 0 }, trials: gains.count { $0 != 0 }) }

  /// Pairs that are no ties.
  public var trials: Int { wins.trials }
  /// The share of pairs that are won.
  public var measured: Double { wins.rate }
  /// ½, of no order.
  public var bound: Double { 0.5 }
  /// The fewer wins, the nearer to refuting.
  public var severity: Double { -wins.rate }
  /// Of so few wins where the order wins three pairs in five.
  public var pValue: Double { law(Self.leastRate).lowerTail(wins.successes) }
  /// Of so many wins where the order is none.
  public var oppositePValue: Double? { law(0.5).upperTail(wins.successes) }

  private func law(_ rate: Double) -> BinomialDistribution {
    BinomialDistribution(trials: wins.trials, successProbability: rate)
  }

  /// The share beyond ½ that is found at `level` with probability 0.9.
  public func detectable(level: Double) -> Double { law(0.5).detectableProbability(level: level) - 0.5 }

  /// The probability of winning is ½ − `deviation`.
  public func bent(by deviation: Double) -> any StatementTest {
    let won = Int((Double(trials) * max(0, 0.5 - deviation)).rounded(.down))
    return PairedOrder(label, gains: (0..<trials).map { $0 < won ? 1 : -1 })
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

extension Claim {
  /// The finding of orders that are tested pair by pair.
  ///
  /// - Parameter trials: what was run for them, for the report.
  func finding(_ orders: [PairedOrder], trials: Int, alarmRate: Double, remarks: [String] = []) -> Finding {
    finding(
      orders as [any StatementTest], trials: trials, counted: trials, alarmRate: alarmRate,
      remarks: orders.map(\.remark) + remarks)
  }
}
