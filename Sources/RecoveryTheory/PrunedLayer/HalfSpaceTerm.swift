// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What samples on which a neuron is silent hold against weights at an angle to the old ones.
///
///     F(α, τ) = E(τh − α|g|)₊² = [(α² + τ²)·θ − ατ]/π,   θ = atan2(τ, α)
///     ∂F/∂α = 2(αθ − τ)/π,   ∂F/∂τ = 2τθ/π
///
/// Source: the distance to {Xᵀu ≤ 0} in the convex Gaussian min–max theorem.
enum HalfSpaceTerm {
  /// F(α, τ) for α > 0.
  static func value(_ α: Double, _ τ: Double) -> Double { α * α * cubic(τ / α) / .pi }

  static func slope(byAlong α: Double, _ τ: Double) -> Double { 2 * α * defect(τ / α) / .pi }

  static func slope(byAcross α: Double, _ τ: Double) -> Double { 2 * τ * atan2(τ, α) / .pi }

  /// (1 + t²)·atan t − t, without the difference of nearly equal numbers at small t.
  static func cubic(_ t: Double) -> Double {
    guard abs(t) < 0.1 else { return (1 + t * t) * atan(t) - t }
    // Σ (−1)^{k+1}·2t^{2k+1}/((2k − 1)(2k + 1)); nine terms reach the last digit at t = .1.
    return series(t) { k in 2 / ((2 * k - 1) * (2 * k + 1)) }
  }

  /// atan t − t.
  static func defect(_ t: Double) -> Double {
    guard abs(t) < 0.1 else { return atan(t) - t }
    return -series(t) { k in 1 / (2 * k + 1) }
  }

  /// Σ_{k≥1} (−1)^{k+1}·c(k)·t^{2k+1}.
  private static func series(_ t: Double, coefficient: (Double) -> Double) -> Double {
    let square = -t * t
    var (power, sum) = (t, 0.0)
    for k in 1...9 {
      power *= square
      sum -= coefficient(Double(k)) * power
    }
    return sum
  }
}
