// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

extension BinomialDistribution {
  /// The smallest count k with P(X ≥ k) ≤ `level`: what an upper-tail test refutes this law by; nil where even k = n does not.
  /// - Complexity: O(log n) tails.
  public func criticalCount(level: Double) -> Int? {
    guard upperTail(trials) <= level else { return nil }
    var (kept, refuted) = (0, trials)
    while refuted - kept > 1 {
      let middle = (kept + refuted) / 2
      if upperTail(middle) <= level { refuted = middle } else { kept = middle }
    }
    return refuted
  }

  /// The success probability above this law's that the upper-tail test at `level` finds with probability `power`, by Clopper and
  /// Pearson's bound of its critical count; infinite where no count refutes.
  public func detectableProbability(level: Double, power: Double = 0.9) -> Double {
    criticalCount(level: level).map {
      Proportion(successes: $0, trials: trials).clopperPearsonLowerBound(confidence: 1 - power)
    } ?? .infinity
  }
}

extension ChiSquare {
  /// P(χ² ≥ x) of the noncentral law: a Poisson(λ/2) mixture of central laws of k + 2j degrees of freedom.
  ///
  /// - Complexity: O(√λ) terms.
  public static func noncentralTail(_ x: Double, degreesOfFreedom k: Int, noncentrality: Double) -> Double {
    _ = gslReturnsErrors
    let (mean, reach) = (noncentrality / 2, 10 * (noncentrality / 2).squareRoot() + 20)
    let terms = max(0, Int(mean - reach))...Int(mean + reach)
    return terms.reduce(0) { sum, j in
      sum + gsl_ran_poisson_pdf(UInt32(j), max(mean, 1e-12)) * gsl_cdf_chisq_Q(x, Double(k + 2 * j))
    }
  }

  /// The noncentrality that a χ² test at `level` finds with probability `power`: Σ (shift/standard error)² over independent deviations.
  public static func detectableNoncentrality(degreesOfFreedom k: Int, level: Double, power: Double = 0.9) -> Double {
    let critical = gsl_cdf_chisq_Qinv(level, Double(k))
    var (misses, detects) = (0.0, 4 * critical + 100)
    while detects > misses * (1 + 1e-6) + 1e-9 {
      let middle = (misses + detects) / 2
      if noncentralTail(critical, degreesOfFreedom: k, noncentrality: middle) >= power {
        detects = middle
      } else {
        misses = middle
      }
    }
    return detects
  }
}

/// The shift, in standard errors, that a normal test at `level` finds with probability `power`: z_(1−level) + z_power, two-sided with
/// z_(1−level/2).
public func detectableShift(level: Double, power: Double = 0.9, isTwoSided: Bool = true) -> Double {
  gsl_cdf_ugaussian_Qinv(isTwoSided ? level / 2 : level) + gsl_cdf_ugaussian_Pinv(power)
}
