// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// The normal form of the success curve, for large N:
///
///     P(recovery | P samples) ≈ Φ((P/2 − δ) / √(σ² + P/4))
///
/// The active samples are Bin(P, ½), of mean P/2 and variance P/4; the number of them needed is about
/// N(δ, σ²). It is the limit of ``RecoveryLaw``, whose finite-N value it misses by O(1/√N).
public struct NormalForm: RecoveryCurve {
  /// δ and σ² of the normal form.
  public let statisticalDimension: StatisticalDimension

  /// The normal form of this mean and variance.
  public init(_ statisticalDimension: StatisticalDimension) {
    self.statisticalDimension = statisticalDimension
  }

  /// The normal form for N inputs and s non-zero weights.
  public init(dimension: Int, sparsity: Int) {
    self.init(StatisticalDimension(dimension: dimension, sparsity: sparsity))
  }

  /// P₅₀ = 2δ, a real number.
  public var median: Double { 2 * statisticalDimension.value }

  /// Φ((n − δ)/σ), the normal approximation of the success probability given n active samples.
  public func success(activeSamples: Int) -> Double {
    let excess = Double(activeSamples) - statisticalDimension.value
    let deviation = statisticalDimension.variance.squareRoot()
    return deviation > 0 ? gsl_cdf_ugaussian_P(excess / deviation) : excess >= 0 ? 1 : 0
  }

  /// Σ_n Bin(n; P, ½) Φ((n − δ)/σ): the normal form with the number of active samples left binomial.
  ///
  /// - Complexity: O(√P).
  public func successOverBinomial(samples: Int) -> Double {
    binomialMixture(samples: samples, over: 0...samples) { n in log(success(activeSamples: n)) }
  }

  /// Φ((P/2 − δ)/√(σ² + P/4)).
  public func success(samples: Int) -> Double { gsl_cdf_ugaussian_P(standardised(samples)) }

  /// 1 − Φ((P/2 − δ)/√(σ² + P/4)).
  public func failure(samples: Int) -> Double { gsl_cdf_ugaussian_Q(standardised(samples)) }

  /// Zero weights (s = 0) are recovered from any samples, none included: there is no transition to standardise by.
  private func standardised(_ samples: Int) -> Double {
    guard statisticalDimension.sparsity > 0 else { return .infinity }
    let excess = Double(samples) / 2 - statisticalDimension.value
    return excess / (statisticalDimension.variance + Double(samples) / 4).squareRoot()
  }
}
