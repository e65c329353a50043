// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// The number of successes X in n independent trials that each succeed with probability p.
///
/// Tails are accurate *relative to themselves* down to 1e-300 (about 1e-13 at n = 100, 1e-9 at n = 10⁶): a sum of
/// positive, falling terms. GSL's own `gsl_cdf_binomial_P` is not: for n > 10⁵ and k < 10 it subtracts from one and
/// returns 0 at 1e-17.
public struct BinomialDistribution: Hashable, Sendable {
  /// The number of trials n.
  public let trials: Int
  /// The probability p that one trial succeeds.
  public let successProbability: Double

  /// The law Bin(`trials`, `successProbability`), with fewer than 2³² trials.
  public init(trials: Int, successProbability: Double) {
    precondition((0...Int(UInt32.max)).contains(trials), "trials must be in 0…2³²−1, not \(trials)")
    precondition((0...1).contains(successProbability), "a probability, not \(successProbability)")
    self.trials = trials
    self.successProbability = successProbability
  }

  var mean: Double { Double(trials) * successProbability }

  /// P(X = k).
  public func mass(_ k: Int) -> Double {
    (0...trials).contains(k) ? gsl_ran_binomial_pdf(UInt32(k), successProbability, UInt32(trials)) : 0
  }

  /// P(X ≤ k).
  /// - Complexity: O(√n) near the mean, less in the tails.
  public func lowerTail(_ k: Int) -> Double {
    Double(k) < mean ? tail(from: k, by: -1) : 1 - tail(from: k + 1, by: 1)
  }

  /// P(X ≥ k).
  /// - Complexity: O(√n) near the mean, less in the tails.
  public func upperTail(_ k: Int) -> Double {
    Double(k) > mean ? tail(from: k, by: 1) : 1 - tail(from: k - 1, by: -1)
  }

  /// The exact two-sided p-value of the observation k: twice the smaller tail, at most 1 (the test that Clopper–Pearson
  /// intervals invert).
  ///
  /// `midP` counts only half of P(X = k): closer to its nominal level on average, no longer guaranteed to keep it.
  public func twoSidedPValue(_ k: Int, midP: Bool = false) -> Double {
    min(1, 2 * min(lowerTail(k), upperTail(k)) - (midP ? mass(k) : 0))
  }

  /// Sums the masses from `k` away from the mode, each from its neighbour by their ratio.
  private func tail(from k: Int, by step: Int) -> Double {
    let odds = successProbability / (1 - successProbability)
    var (j, term, sum) = (k, mass(k), 0.0)
    while term > sum * 1e-17 {
      sum += term
      term *= step > 0 ? Double(trials - j) / Double(j + 1) * odds : Double(j) / Double(trials - j + 1) / odds
      j += step
    }
    return sum
  }
}
