// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// ln C(n, k) by Stirling's formula with its exact correction Γ*, the error relative to the result.
///
/// GSL's own `gsl_sf_lnchoose` subtracts logarithms of factorials, whose rounding errors grow with n ln n instead.
func logChoose(_ n: Int, _ k: Int) -> Double {
  guard k > 0, k < n else { return 0 }
  let (whole, part, rest) = (Double(n), Double(k), Double(n - k))
  return logStirlingFactor(whole, part, rest) - part * log(part / whole) - rest * log1p(-part / whole)
}

/// ln Bin(k; n, ½), the logarithms of the two odds cancelling near the middle before they are rounded.
func logFairBinomial(_ k: Int, of n: Int) -> Double {
  guard k > 0, k < n else { return -Double(n) * log(2) }
  let (whole, part, rest) = (Double(n), Double(k), Double(n - k))
  let lean = (part - rest) / whole
  return logStirlingFactor(whole, part, rest) - part * log1p(lean) - rest * log1p(-lean)
}

/// What Stirling's formula with its correction leaves of ln C(n, k) beside the entropy term.
private func logStirlingFactor(_ whole: Double, _ part: Double, _ rest: Double) -> Double {
  log(whole / (2 * .pi * part * rest)) / 2
    + log(gsl_sf_gammastar(whole) / (gsl_sf_gammastar(part) * gsl_sf_gammastar(rest)))
}
