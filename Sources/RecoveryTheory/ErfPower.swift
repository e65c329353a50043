// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// The weight xᵃ e^{−bx²} erf(x)ᴷ on x ≥ 0, and its complement xᵃ e^{−bx²} (1 − erf(x)ᴷ).
///
/// erf(x)ᴷ is the probability that K independent |N(0, ½)| are all below x. It carries both the descent cone's
/// external angles (a = 0) and the certificate law (a = n − s). Both weights are log-concave, the second because
/// 1 − erfᴷ is the survival function of a log-concave density.
struct ErfPower {
  /// a ≥ 0.
  let power: Double
  /// b > 0.
  let decay: Double
  /// K ≥ 0, and K > 0 if a > 0.
  let exponent: Double

  /// ln ∫₀^∞ xᵃ e^{−bx²} erf(x)ᴷ dx.
  var logIntegral: Double {
    guard exponent > 0 else { return log(.pi / decay) / 2 - log(2) }
    // x erf′/erf falls from 1 to 0.
    let peak = peak(before: power + exponent) { x in 2 / Double.pi.squareRoot() * exponent * x * exp(-x * x) / erf(x) }
    return integral(peak: peak) { x in exponent * logErf(x) }
  }

  /// ln ∫₀^∞ xᵃ e^{−bx²} (1 − erf(x)ᴷ) dx, for K > 0.
  var logComplementIntegral: Double {
    let peak = peak(before: power) { x in
      // In logarithms: far out both erf′ and the complement underflow.
      -x * exponent * 2 / Double.pi.squareRoot() * exp((exponent - 1) * logErf(x) - x * x - logComplement(x))
    }
    return integral(peak: peak, logComplement)
  }

  /// ln(1 − erf(x)ᴷ).
  private func logComplement(_ x: Double) -> Double {
    let logPower = exponent * logErf(x)
    // So far out that erfᴷ = 1 − K erfc to double precision, and erfc may underflow.
    return logPower > -1e-17 ? log(exponent) + gsl_sf_log_erfc(x) : log(-expm1(logPower))
  }

  /// Where the weight peaks: the root of x d/dx of its logarithm, a − 2bx² + `slope`(x), for a slope that brings
  /// the root no further than where 2bx² is `limit`.
  private func peak(before limit: Double, slope: (Double) -> Double) -> Double {
    guard limit > 0 else { return 0 }
    // A percent more than the limit, so that rounding cannot hide the change of sign.
    let end = 1.01 * (limit / (2 * decay)).squareRoot()
    return root(in: 0...end) { x in x > 0 ? power - 2 * decay * x * x + slope(x) : limit }
  }

  private func integral(peak: Double, _ logFactor: (Double) -> Double) -> Double {
    // The rest of the weight only falls faster than e^{−b(x − peak)²}.
    RecoveryTheory.logIntegral(peak: peak, reach: (50 / decay).squareRoot()) { x in
      (power > 0 ? power * log(x) : 0) - decay * x * x + logFactor(x)
    }
  }
}

/// ln erf(x), x ≥ 0, without losing its digits where erf is near 1.
func logErf(_ x: Double) -> Double { x < 0.5 ? log(erf(x)) : log1p(-erfc(x)) }
