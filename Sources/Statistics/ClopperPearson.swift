// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension Proportion {
  /// Clopper and Pearson's exact interval: it covers the true probability with at least `confidence`, whatever n and p.
  ///
  /// Its ends are the one-sided bounds at confidence 1 − (1 − `confidence`)/2. No trials: 0…1.
  /// Source: Clopper and Pearson, Biometrika 26 (1934).
  /// - Complexity: some 30 binomial tails.
  public func clopperPearsonInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let oneSided = 1 - (1 - confidence) / 2
    return clopperPearsonLowerBound(confidence: oneSided)...clopperPearsonUpperBound(confidence: oneSided)
  }

  /// The p at which P(X ≥ k) = 1 − `confidence`: the true probability lies at or above it with at least `confidence`.
  public func clopperPearsonLowerBound(confidence: Double = 0.95) -> Double {
    guard successes > 0 else { return 0 }
    return probability(withTail: 1 - confidence) { $0.upperTail(successes) }
  }

  /// The p at which P(X ≤ k) = 1 − `confidence`: the true probability lies at or below it with at least `confidence`.
  public func clopperPearsonUpperBound(confidence: Double = 0.95) -> Double {
    guard successes < trials else { return 1 }
    return probability(withTail: 1 - confidence) { $0.lowerTail(successes) }
  }

  /// Solves tail(p) = α in the log-odds of p, where bounds of any size are found to full relative accuracy.
  ///
  /// `gsl_cdf_beta_Pinv`, the textbook route, returned NaN or 0 for a quarter of random k and α at n = 5,000, and for
  /// more than half at n = 10⁵.
  private func probability(withTail alpha: Double, _ tail: (BinomialDistribution) -> Double) -> Double {
    precondition(alpha > 0 && alpha < 1, "confidence must lie strictly between 0 and 1, not \(1 - alpha)")
    func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
    let logOdds = brentRoot(in: -700...700) {
      tail(BinomialDistribution(trials: trials, successProbability: probability($0))) / alpha - 1
    }
    // Both tails run from 0 to 1 over this bracket, so a root is always found.
    return probability(logOdds!)
  }
}
