// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// f(k) for every whole k of `range`, f an analytic function of a real k: from a few values by Chebyshev interpolation, in halves
/// where the expansion has not ended within its terms, and one by one where that costs no more.
///
/// The certificate law's logarithms are such functions: their integrals are defined for any real number of samples, and bend over hundreds
/// of whole numbers. The error is of the order of the rounding of f's own values, which is that of `scale` where f is the
/// difference of terms of that size.
/// - Complexity: about 24 values of f wherever it is smooth, and O(`range`) arithmetic.
/// - Source: Trefethen, *Approximation Theory and Approximation Practice*, chapters 3 and 8.
package func analyticSequence(
  _ range: ClosedRange<Int>, scale: Double = 0, of f: (Double) -> Double
) -> [Double] {
  guard range.count > 2 * ChebyshevExpansion.terms else { return range.map { f(Double($0)) } }
  let expansion = ChebyshevExpansion(over: Double(range.lowerBound)...Double(range.upperBound), of: f)
  if expansion.hasEnded(scale) { return range.map { expansion.value(Double($0)) } }
  let middle = range.lowerBound + range.count / 2
  return analyticSequence(range.lowerBound...(middle - 1), scale: scale, of: f)
    + analyticSequence(middle...range.upperBound, scale: scale, of: f)
}

/// The interpolant of a function in the Chebyshev points of an interval, by its coefficients.
private struct ChebyshevExpansion {
  static let terms = 24
  private let interval: ClosedRange<Double>
  private let coefficients: [Double]

  init(over interval: ClosedRange<Double>, of f: (Double) -> Double) {
    let series = gsl_cheb_alloc(Self.terms - 1)
    defer { gsl_cheb_free(series) }
    withGSLFunction(f) { function in _ = gsl_cheb_init(series, function, interval.lowerBound, interval.upperBound) }
    self.interval = interval
    coefficients = Array(UnsafeBufferPointer(start: gsl_cheb_coeffs(series), count: Self.terms))
  }

  /// Whether the last terms are no more than rounding leaves of them: each is a sum of `terms` values, whose roundings add up as their root.
  func hasEnded(_ scale: Double) -> Bool {
    let size = coefficients.reduce(scale) { $0 + abs($1) }
    return coefficients.suffix(3).allSatisfy { abs($0) <= 1e-15 + size * Double(Self.terms).squareRoot() * .ulpOfOne }
  }

  /// Clenshaw's recurrence.
  func value(_ x: Double) -> Double {
    let y = (2 * x - interval.lowerBound - interval.upperBound) / (interval.upperBound - interval.lowerBound)
    var (next, afterNext) = (0.0, 0.0)
    for coefficient in coefficients.dropFirst().reversed() {
      (next, afterNext) = (2 * y * next - afterNext + coefficient, next)
    }
    return y * next - afterNext + coefficients[0] / 2
  }
}
