// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics

/// Failures beside the probability δ that is said to bound theirs; deviations are relative to it, δ(1 + e).
///
/// The exact binomial tail: at most α where Clopper and Pearson's lower limit at confidence 1 − α is above δ.
package struct FailureBoundTest: StatementTest {
  package let label: String
  private let count: OutcomeCount
  /// The stated bound; above 1 it says nothing.
  package let bound: Double
  package let isVacuous: Bool

  /// - Parameter isVacuous: whether the statement says nothing here although δ < 1.
  package init(_ label: String, count: OutcomeCount, bound: Double, isVacuous: Bool = false) {
    (self.label, self.count, self.bound) = (label, count, min(1, bound))
    self.isVacuous = isVacuous || bound >= 1
  }

  /// One of which only the size is known.
  init(_ label: String, trials: Int, bound: Double) {
    self.init(label, count: OutcomeCount(succeeded: trials, notSucceeded: 0), bound: bound)
  }

  package var trials: Int { count.decided }
  package var measured: Double { count.failures.rate }
  package var pValue: Double { law.upperTail(count.notSucceeded) }

  private var law: BinomialDistribution { BinomialDistribution(trials: trials, successProbability: bound) }

  package func detectable(level: Double) -> Double { law.detectableProbability(level: level) / bound - 1 }

  /// The failures there would be of a probability of δ(1 + e).
  package func bent(by deviation: Double) -> any StatementTest {
    let failures = min(trials, Int((Double(trials) * bound * (1 + deviation)).rounded(.up)))
    return FailureBoundTest(
      label, count: OutcomeCount(succeeded: trials - failures, notSucceeded: failures), bound: bound)
  }
}
