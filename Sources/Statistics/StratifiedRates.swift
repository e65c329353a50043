// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Success counts of two groups in several strata, and whether the groups differ in the same direction over all of them.
///
/// Given all margins, the successes of the first group in a stratum are hypergeometric with mean n₁m/n and variance
/// n₁n₂m(n − m)/(n²(n − 1)); the sum of the deviations over its standard deviation is about N(0, 1).
///
/// Source: Mantel and Haenszel, J. Natl. Cancer Inst. 22 (1959), without correction for continuity.
public struct StratifiedRates: Hashable, Sendable {
  private var deviation = 0.0, variance = 0.0
  /// Trials of both sides, of the strata that count.
  public private(set) var trials = 0

  /// No strata.
  public init() {}

  /// Adds a stratum, of which both sides must have trials.
  public mutating func add(_ first: Proportion, _ second: Proportion) {
    let (one, two) = (Double(first.trials), Double(second.trials))
    let (all, successes) = (one + two, Double(first.successes + second.successes))
    guard one > 0, two > 0, all > 1 else { return }
    trials += first.trials + second.trials
    deviation += Double(first.successes) - one * successes / all
    variance += one * two * successes * (all - successes) / (all * all * (all - 1))
  }

  /// Two-sided; nil where no stratum tells anything.
  public var pValue: Double? { variance > 0 ? erfc(abs(deviation) / (2 * variance).squareRoot()) : nil }
}
