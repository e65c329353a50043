// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// A Gauss–Legendre rule on [−1, 1], read once from GSL's tables.
struct GaussLegendre {
  let nodes: [Double]
  let weights: [Double]

  init(points: Int) {
    let table = gsl_integration_glfixed_table_alloc(points)
    defer { gsl_integration_glfixed_table_free(table) }
    let rule = (0..<points).map { index in
      var (node, weight) = (0.0, 0.0)
      gsl_integration_glfixed_point(-1, 1, index, &node, &weight, table)
      return (node, weight)
    }
    nodes = rule.map(\.0)
    weights = rule.map(\.1)
  }

  /// ∫ f over the interval.
  func integral(over interval: ClosedRange<Double>, of function: (Double) -> Double) -> Double {
    let half = (interval.upperBound - interval.lowerBound) / 2
    let middle = interval.lowerBound + half
    var sum = 0.0
    for (node, weight) in zip(nodes, weights) { sum += weight * function(middle + half * node) }
    return sum * half
  }

  /// Enough points for a half-normal characteristic function over its whole support (80 radians of phase).
  static let halfNormal = GaussLegendre(points: 128)
  /// Enough points for a log-concave peak with a steep side and a slow one, cut where it has fallen by e⁻⁴⁰.
  static let peak = GaussLegendre(points: 256)
}

/// ln ∫₀^∞ exp(g(x)) dx for a concave g, by Gauss–Legendre quadrature where the integrand is within e⁻⁴⁰ of its peak.
///
/// - Parameters:
///   - peak: where g is largest, 0 included.
///   - reach: a distance beyond which, right of the peak, the integrand has fallen by more than e⁻⁴⁰.
func logIntegral(peak: Double, reach: Double, exponent g: (Double) -> Double) -> Double {
  let drop = 40.0
  let top = g(peak)
  // Bounded below because GSL's root finders refuse −∞, which g may be at 0.
  func height(_ x: Double) -> Double { max(g(x) - top, -2 * drop) + drop }
  // The far ends of the enclosures, so that nothing above the cut is lost.
  let toLeft = height(0) >= 0 ? peak : rootEnclosure(in: 0...peak, tolerance: 0.01) { height(peak - $0) }.upperBound
  let toRight = rootEnclosure(in: 0...reach, tolerance: 0.01) { height(peak + $0) }.upperBound
  return top + log(GaussLegendre.peak.integral(over: (peak - toLeft)...(peak + toRight)) { x in exp(g(x) - top) })
}
