// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// P(χ'² ≥ x) of the noncentral χ² law: Σⱼ Poisson(j; λ/2) · P(χ²_{d+2j} ≥ x), the power of a χ² test to first order.
///
/// The sum runs over the Poisson weights within 12 standard deviations of their mean.
/// - Precondition: `x` and the noncentrality are so moderate that no term underflows: GSL would end the program.
/// - Complexity: O(√λ).
public func noncentralChiSquareTail(_ x: Double, degreesOfFreedom: Int, noncentrality: Double) -> Double {
  let mean = noncentrality / 2
  let reach = 12 * mean.squareRoot() + 40
  let first = max(0, Int(mean - reach))
  return (first...Int(mean + reach)).reduce(0) { sum, j in
    sum + gsl_ran_poisson_pdf(UInt32(j), mean) * gsl_cdf_chisq_Q(x, Double(degreesOfFreedom + 2 * j))
  }
}
