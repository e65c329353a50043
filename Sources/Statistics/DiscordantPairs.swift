// SPDX-License-Identifier: GPL-3.0-or-later

/// Pairs of outcomes on the same draws that differ: how many speak for the one side, and how many for the other.
///
/// Where both succeed equally often, each discordant pair goes either way with probability ½, whatever draws it comes from, so that pairs of
/// several cells may be counted together.
///
/// Source: McNemar, Psychometrika 12 (1947), with exact binomial tails.
public struct DiscordantPairs: Hashable, Sendable {
  /// Pairs in which only the first succeeded, and only the second.
  public var onlyFirst = 0, onlySecond = 0
  /// Those in which both ended alike.
  public var alike = 0

  /// No pairs.
  public init() {}

  /// Adds the outcomes of a pair.
  public mutating func add(_ first: Bool, _ second: Bool) {
    if first == second { alike += 1 } else if first { onlyFirst += 1 } else { onlySecond += 1 }
  }

  /// Pairs that were counted.
  public var pairs: Int { alike + onlyFirst + onlySecond }

  /// Of so uneven a split or worse, both sides counted; 1 without a discordant pair.
  public var pValue: Double {
    let law = BinomialDistribution(trials: onlyFirst + onlySecond, successProbability: 0.5)
    return min(1, 2 * law.lowerTail(min(onlyFirst, onlySecond)))
  }
}
