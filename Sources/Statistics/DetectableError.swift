// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// P(χ'² ≥ x) of the noncentral χ² law: Σⱼ Poisson(j; λ/2) · P(χ²_{d+2j} ≥ x).
///
/// GSL has no such function. The sum runs over the Poisson weights within 12 standard deviations of their mean.
/// - Complexity: O(√λ).
package func noncentralChiSquareTail(_ x: Double, degreesOfFreedom: Int, noncentrality: Double) -> Double {
  _ = gslReturnsErrors
  let mean = noncentrality / 2
  let reach = 12 * mean.squareRoot() + 40
  let first = max(0, Int(mean - reach))
  return (first...Int(mean + reach)).reduce(0) { sum, j in
    sum + gsl_ran_poisson_pdf(UInt32(j), mean) * gsl_cdf_chisq_Q(x, Double(degreesOfFreedom + 2 * j))
  }
}

/// The power of a χ² goodness-of-fit test over binomial cells: what error in a computed law it would notice.
public struct DetectableError: Hashable, Sendable {
  /// The probability of rejecting a law whose computed probabilities are right.
  public let alarmRate: Double
  /// The probability of rejecting the law that is wrong by ``relativeError``.
  public let power: Double
  /// The smallest such ε, with every cell's rarer outcome more frequent by the factor 1 + ε than computed (p ≤ ½: p(1 +
  /// ε)).
  ///
  /// A value that is not small against one says that the trials suffice for no such statement.
  public let relativeError: Double

  /// The error ε that ``ChiSquare/init(of:minimumVariance:)`` over these cells detects, when none is sparse enough to
  /// be pooled.
  ///
  /// The statistic is noncentral χ² with noncentrality ε² Σ nᵢ min(pᵢ, qᵢ)/max(pᵢ, qᵢ) (first order in ε; normal cell
  /// counts).
  public init(cells: [BinomialDistribution], alarmRate: Double, power: Double = 0.9) {
    precondition(0 < alarmRate && alarmRate < power && power < 1, "need 0 < alarm rate < power < 1")
    self.alarmRate = alarmRate
    self.power = power
    let odds = cells.map(\.successProbability).map { min($0, 1 - $0) / max($0, 1 - $0) }
    let informative = zip(cells, odds).map { Double($0.trials) * $1 }.filter { $0 > 0 }
    relativeError = (requiredNoncentrality(informative.count, alarmRate, power) / informative.reduce(0, +)).squareRoot()
  }
}

/// The noncentrality at which the test at level `alarmRate` rejects with probability `power`.
private func requiredNoncentrality(_ degreesOfFreedom: Int, _ alarmRate: Double, _ power: Double) -> Double {
  _ = gslReturnsErrors
  guard degreesOfFreedom > 0 else { return .infinity }
  let limit = gsl_cdf_chisq_Qinv(alarmRate, Double(degreesOfFreedom))
  func excess(_ noncentrality: Double) -> Double {
    noncentralChiSquareTail(limit, degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality) - power
  }
  var high = 1.0
  while excess(high) < 0 { high *= 2 }
  return brentRoot(in: 1e-9...high, relative: 1e-10, of: excess) ?? .nan
}
