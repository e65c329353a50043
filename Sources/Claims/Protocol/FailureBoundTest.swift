// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics

/// Failures over settings, beside the probabilities that are said to bound them.
package struct FailureBoundTest: Sendable {
  package struct Cell: Sendable {
    let count: OutcomeCount
    /// The stated bound; above 1 it says nothing.
    let bound: Double

    package init(count: OutcomeCount, bound: Double) {
      self.count = count
      self.bound = min(1, bound)
    }

    /// Failures relative to the bound on their probability.
    var ratio: Double { count.failures.rate / bound }
    /// The probability of this many failures or more, were the bound attained: at most α where Clopper and Pearson's lower limit at
    /// confidence 1 − α is above the bound.
    var pValue: Double {
      BinomialDistribution(trials: count.decided, successProbability: bound).upperTail(count.notSucceeded)
    }
  }

  private let cells: [Cell]

  package init(_ cells: [Cell]) { self.cells = cells }

  /// The finding of a claim that states these bounds, Holm-corrected; the worst cell's numbers stand for all.
  package func finding(alarmRate: Double, remarks: [String] = []) -> Finding {
    let counting = cells.filter { $0.count.decided > 0 }
    let pValues = holmAdjusted(counting.map(\.pValue))
    let worst = counting.max { $0.ratio < $1.ratio }
    return Finding(
      trials: cells.reduce(0) { $0 + $1.count.trials },
      hypothesesCertified: cells.reduce(0) { $0 + $1.count.decided },
      violations: pValues.count { $0 <= alarmRate },
      measured: worst?.count.failures.rate ?? .nan, bound: worst?.bound ?? .nan, pValue: pValues.min(),
      verdict: ClaimVerdict(pValue: pValues.min() ?? 1, alarmRate: alarmRate, counting: counting.count),
      remarks: remarks)
  }
}
