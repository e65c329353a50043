// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// The statistical dimension of the ℓ₁ descent cone at an s-sparse point of ℝᴺ, to leading order in N.
///
///     δ = N ψ(s/N),   ψ(ρ) = min_τ ρ(1 + τ²) + (1 − ρ) E(|Z| − τ)₊²,   Z ~ N(0, 1)
///
/// Basis pursuit passes from failure to success as the number of Gaussian measurements crosses δ.
/// Source: Amelunxen, Lotz, McCoy, Tropp, "Living on the edge" (2014), Proposition 4.5 and Theorem 4.2.
public struct StatisticalDimension: Sendable, Equatable {
  /// The number of coordinates N ≥ 1.
  public let dimension: Int
  /// The number of non-zero coordinates s, 0 ≤ s ≤ N.
  public let sparsity: Int
  /// The minimiser τ of ψ's defining problem: infinite at s = 0, zero at s = N.
  public let threshold: Double
  /// δ = N ψ(s/N).
  public let value: Double
  /// The variance σ² of ‖Π_C(g)‖² less 2δ, which is that of the intrinsic volumes, to leading order:
  /// σ² = s(2 + 4τ²) + (N − s)(E₄ − E₂²) − 2δ with E_k = E(|Z| − τ)₊ᵏ.
  public let variance: Double

  /// - Complexity: one scalar root, a few microseconds.
  public init(dimension: Int, sparsity: Int) {
    precondition(dimension >= 1 && (0...dimension).contains(sparsity), "0 ≤ s ≤ N, N ≥ 1")
    self.dimension = dimension
    self.sparsity = sparsity
    guard sparsity > 0 else {
      (threshold, value, variance) = (.infinity, 0, 0)
      return
    }
    let s = Double(sparsity)
    let rest = Double(dimension - sparsity)
    let τ = optimalThreshold(density: s / Double(dimension))
    let second = GaussianExcess.secondMoment(over: τ)
    let fourth = GaussianExcess.fourthMoment(over: τ)
    threshold = τ
    value = s * (1 + τ * τ) + rest * second
    variance = s * (2 + 4 * τ * τ) + rest * (fourth - second * second) - 2 * value
  }

  /// Where the exact statistical dimension lies: Nψ(s/N) − 2√(N/s) ≤ δ_exact ≤ Nψ(s/N).
  ///
  /// Source: Amelunxen et al., Theorem 4.2 with the error estimate of Theorem 4.3.
  public var bracket: ClosedRange<Double> {
    guard sparsity > 0 else { return 0...0 }
    return max(0, value - 2 * (Double(dimension) / Double(sparsity)).squareRoot())...value
  }
}

/// The root τ of ψ's stationarity condition ρτ = 2(1 − ρ)(φ(τ) − τQ(τ)); its left side less its right side increases.
private func optimalThreshold(density ρ: Double) -> Double {
  let beyond = 1 + (2 * log(1 / ρ)).squareRoot()
  return root(in: 0...beyond) { τ in ρ * τ - (1 - ρ) * GaussianExcess.firstMoment(over: τ) }
}

/// Moments of the excess (|Z| − τ)₊ of a standard Gaussian over a threshold; Q is the upper tail, φ the density.
private enum GaussianExcess {
  /// E(|Z| − τ)₊ = 2(φ − τQ).
  static func firstMoment(over τ: Double) -> Double {
    2 * (gsl_ran_ugaussian_pdf(τ) - τ * gsl_cdf_ugaussian_Q(τ))
  }

  /// E(|Z| − τ)₊² = 2[(1 + τ²)Q − τφ].
  static func secondMoment(over τ: Double) -> Double {
    2 * ((1 + τ * τ) * gsl_cdf_ugaussian_Q(τ) - τ * gsl_ran_ugaussian_pdf(τ))
  }

  /// E(|Z| − τ)₊⁴ = 2[(τ⁴ + 6τ² + 3)Q − (τ³ + 5τ)φ].
  static func fourthMoment(over τ: Double) -> Double {
    let square = τ * τ
    return 2
      * (((square + 6) * square + 3) * gsl_cdf_ugaussian_Q(τ) - (square + 5) * τ * gsl_ran_ugaussian_pdf(τ))
  }
}
