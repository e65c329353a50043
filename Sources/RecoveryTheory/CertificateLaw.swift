// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// **Theorem E.** The least-squares certificate of Theorem 3's proof,
///
///     ξ = X_{Γ,Ω}ᵀ (X_{Γ,Ω} X_{Γ,Ω}ᵀ)⁻¹ sign(w*_Γ)                                    (Supplement, S.28)
///
/// proves recovery when ‖X_{Γᶜ,Ω} ξ‖_∞ < 1, which given n active samples has probability
///
///     P(certificate | n) = E (2Φ(1/‖ξ‖) − 1)^{N−s},   ‖ξ‖² ~ s/χ²_{n−s+1},   n ≥ s
///
/// and 0 for n < s: X_{Γ,Ω} X_{Γ,Ω}ᵀ is Wishart, and the entries of X_{Γᶜ,Ω} ξ are independent N(0, ‖ξ‖²) given ξ (S.39).
/// With P samples, n ~ Bin(P, ½). It bounds the probability of recovery from below.
public struct CertificateLaw: RecoveryCurve {
  /// N.
  public let dimension: Int
  /// s.
  public let sparsity: Int
  private let logSuccesses: ActiveSampleCurve
  private let logFailures: ActiveSampleCurve

  /// The law for N inputs and s non-zero weights.
  public init(dimension: Int, sparsity: Int) {
    precondition(dimension >= 1 && (0...dimension).contains(sparsity), "0 ≤ s ≤ N, N ≥ 1")
    self.dimension = dimension
    self.sparsity = sparsity
    let weight = CertificateWeight(sparsity: Double(sparsity), free: Double(dimension - sparsity))
    logSuccesses = ActiveSampleCurve(from: sparsity, logValue: weight.logSuccess, scale: weight.scale)
    logFailures = ActiveSampleCurve(from: sparsity, logValue: weight.logFailure, scale: weight.scale)
  }

  /// P(certificate | ‖ξ‖) = (2Φ(1/‖ξ‖) − 1)^{N−s}: averaged over simulated ξ, a Rao–Blackwell estimate of the law.
  public func success(certificateNorm norm: Double) -> Double { exp(logSuccess(norm)) }

  /// 1 − `success(certificateNorm:)`, computed without that subtraction.
  public func failure(certificateNorm norm: Double) -> Double { -expm1(logSuccess(norm)) }

  private func logSuccess(_ norm: Double) -> Double {
    dimension == sparsity ? 0 : Double(dimension - sparsity) * logErf(1 / (norm * 2.0.squareRoot()))
  }

  /// P(certificate) given n active samples.
  public func success(activeSamples n: Int) -> Double { exp(logSuccess(activeSamples: n)) }

  /// 1 − P(certificate) given n active samples, right to a relative error however small it is.
  public func failure(activeSamples n: Int) -> Double { exp(logFailure(activeSamples: n)) }

  /// - Complexity: O(√P) once the curve over n is known, for which about 24 integrals of 20 µs an octave of n are computed.
  public func success(samples: Int) -> Double {
    if sparsity == 0 { return 1 }
    return binomialMixture(samples: samples, over: sparsity...Int.max, logTerm: logSuccess(activeSamples:))
  }

  /// - Complexity: that of ``success(samples:)``.
  public func failure(samples: Int) -> Double {
    if sparsity == 0 { return 0 }
    return binomialMixture(samples: samples, over: 0...samples, logTerm: logFailure(activeSamples:))
  }

  private func logSuccess(activeSamples n: Int) -> Double {
    guard n >= sparsity else { return -.infinity }
    guard sparsity > 0, sparsity < dimension else { return 0 }
    return logSuccesses[n]
  }

  private func logFailure(activeSamples n: Int) -> Double {
    guard n >= sparsity else { return 0 }
    guard sparsity > 0, sparsity < dimension else { return -.infinity }
    return logFailures[n]
  }
}

/// The certificate's integrals for 0 < s < N, with the number of active samples as s + `surplus`, any real number from 0 on.
///
/// With χ² = 2s x², 2Φ(√(χ²/s)) − 1 = erf(x) and the density of x is proportional to x^{n−s} e^{−sx²}.
private struct CertificateWeight {
  let sparsity: Double
  /// N − s.
  let free: Double

  @Sendable func logSuccess(_ surplus: Double) -> Double { weight(surplus).logIntegral - logNormaliser(surplus) }

  @Sendable func logFailure(_ surplus: Double) -> Double {
    weight(surplus).logComplementIntegral - logNormaliser(surplus)
  }

  /// The size of the logarithms whose difference a probability's is.
  @Sendable func scale(_ surplus: Double) -> Double { abs(logNormaliser(surplus)) + abs(surplus * log(sparsity)) }

  private func weight(_ surplus: Double) -> ErfPower { ErfPower(power: surplus, decay: sparsity, exponent: free) }

  /// ln ∫₀^∞ x^{n−s} e^{−sx²} dx = ln Γ((n−s+1)/2) − ((n−s+1)/2) ln s − ln 2.
  private func logNormaliser(_ surplus: Double) -> Double {
    let half = (surplus + 1) / 2
    return gsl_sf_lngamma(half) - half * log(sparsity) - log(2)
  }
}
