// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// **Theorem II** of Amelunxen, Lotz, McCoy, Tropp, "Living on the edge" (2014). For a cone of statistical dimension δ
/// in ℝᴺ, a tolerance 0 < η < 1 and n Gaussian measurements,
///
///     n ≤ δ − a_η √N  ⇒  success with probability ≤ η
///     n ≥ δ + a_η √N  ⇒  success with probability ≥ 1 − η,      a_η = √(8 ln(4/η))
///
/// δ is the exact statistical dimension (``DescentConeVolumes/statisticalDimension``).
public struct PhaseTransitionBound: Sendable, Equatable {
  /// N.
  public let dimension: Int
  /// δ of the descent cone.
  public let statisticalDimension: Double

  /// The bound for a cone of this dimension and statistical dimension.
  public init(dimension: Int, statisticalDimension: Double) {
    self.dimension = dimension
    self.statisticalDimension = statisticalDimension
  }

  /// δ − a_η √N … δ + a_η √N: outside it the outcome is known up to probability η.
  public func transition(tolerance η: Double) -> ClosedRange<Double> {
    precondition(0 < η && η < 1, "0 < η < 1")
    let halfWidth = (8 * log(4 / η) * Double(dimension)).squareRoot()
    return (statisticalDimension - halfWidth)...(statisticalDimension + halfWidth)
  }

  /// The smallest tolerance the theorem gives n measurements, 4 exp(−(n − δ)²/(8N)), at most 1: it bounds the probability of
  /// failure for n > δ and that of success for n < δ.
  public func tolerance(measurements: Int) -> Double {
    let distance = Double(measurements) - statisticalDimension
    return min(1, 4 * exp(-distance * distance / (8 * Double(dimension))))
  }
}
