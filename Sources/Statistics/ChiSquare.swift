// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// A statistic that follows the χ² law with so many degrees of freedom when the hypothesis holds.
public struct ChiSquare: Hashable, Sendable {
  /// The observed value, ≥ 0; infinite when something impossible under the hypothesis was observed.
  public let statistic: Double
  /// The number of independent squares that the statistic sums.
  public let degreesOfFreedom: Int

  /// A statistic ≥ 0 and the degrees of freedom ≥ 0 of its law.
  public init(statistic: Double, degreesOfFreedom: Int) {
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(χ² ≥ statistic); 1 without degrees of freedom, where nothing is tested, and 0 for an infinite statistic.
  public var pValue: Double {
    _ = gslReturnsErrors
    if statistic == .infinity { return 0 }
    return degreesOfFreedom == 0 ? 1 : gsl_cdf_chisq_Q(statistic, Double(degreesOfFreedom))
  }
}
