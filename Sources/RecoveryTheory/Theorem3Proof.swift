// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The proof of Theorem 3, link by link, for given N, s ≥ 1 and P (Supplement, Section 4.5).
///
/// 1. The least-squares certificate ξ of (S.28) proves recovery if ‖X_{Γᶜ,Ω} ξ‖_∞ < 1.
/// 2. (S.32) ‖ξ‖² ≤ s/λ_min, λ_min the smallest eigenvalue of X_{Γ,Ω} X_{Γ,Ω}ᵀ.
/// 3. (S.37) P{λ_min ≤ P/2 + t} ≤ s exp(−t²/(P(s + 3/2) − t/3)) for t ≤ 0.
/// 4. (S.40) P{‖X_{Γᶜ,Ω} ξ‖_∞ ≥ 1 | ‖ξ‖ ≤ τ} ≤ (N − s) e^{−1/(2τ²)}, and τ² = s/(P/2 + t) makes the exponent −(P + 2t)/(4s).
/// 5. t* makes both exponents equal, so the failure is at most N exp(−(P + 2t*)/(4s)).
/// 6. −(P + 2t*)/(4s) ≤ −P/(11s + 7), which is (1 − μ) ln N − ln N at the theorem's P.
///
/// Erratum: (S.41) prints P(2s + 1) − 2t/3 where (S.38) derives P(s + 3/2) − t/3. The printed t* balances the latter, so the
/// theorem stands; with the printed denominator link 6 would be false (``printedMargin``).
public struct Theorem3Proof: Sendable, Equatable {
  /// N.
  public let dimension: Int
  /// s.
  public let sparsity: Int
  /// P.
  public let samples: Int
  private let s: Double
  private let count: Double

  /// The inequalities of the proof for these N, s and P.
  public init(dimension: Int, sparsity: Int, samples: Int) {
    precondition((1...dimension).contains(sparsity) && samples >= 1, "1 ≤ s ≤ N, P ≥ 1")
    self.dimension = dimension
    self.sparsity = sparsity
    self.samples = samples
    s = Double(sparsity)
    count = Double(samples)
  }

  /// (S.32) √(s/λ_min), which bounds ‖ξ‖.
  public func certificateNormBound(smallestEigenvalue: Double) -> Double { (s / smallestEigenvalue).squareRoot() }

  /// (S.37) s exp(−t²/(P(s + 3/2) − t/3)), which bounds P{λ_min ≤ P/2 + t}, t ≤ 0; above 1 it says nothing.
  public func eigenvalueTail(shift t: Double) -> Double { s * exp(-eigenvalueExponent(shift: t)) }

  /// t²/(P(s + 3/2) − t/3), the exponent of (S.37).
  public func eigenvalueExponent(shift t: Double) -> Double { t * t / (count * (s + 1.5) - t / 3) }

  /// (S.40) (N − s) e^{−1/(2τ²)}, which bounds P{‖X_{Γᶜ,Ω} ξ‖_∞ ≥ 1 | ‖ξ‖ ≤ τ}; above 1 it says nothing.
  public func complementTail(certificateNorm τ: Double) -> Double {
    Double(dimension - sparsity) * exp(-1 / (2 * τ * τ))
  }

  /// (P + 2t)/(4s), the exponent of (S.40) at the τ that λ_min > P/2 + t allows.
  public func complementExponent(shift t: Double) -> Double { (count + 2 * t) / (4 * s) }

  /// t* = P(3s + 4 − √(45s² + 84s + 25))/(12s + 2), the negative t at which both exponents are equal.
  public var balancingShift: Double {
    count * (3 * s + 4 - ((45 * s + 84) * s + 25).squareRoot()) / (12 * s + 2)
  }

  /// The bound of links 3 and 4 together on P(the certificate fails), at t*.
  public var failureBound: Double {
    let t = balancingShift
    return eigenvalueTail(shift: t)
      + complementTail(certificateNorm: certificateNormBound(smallestEigenvalue: count / 2 + t))
  }

  /// N e^{−P/(11s+7)}, the bound the theorem states.
  public var statedBound: Double { Double(dimension) * exp(-count / (11 * s + 7)) }

  /// [(P + 2t*)/(4s)]/[P/(11s + 7)], at least 1 for link 6 to hold: 1.022 at s = 1, 1.050 in the limit.
  public var margin: Double { margin(shift: balancingShift) }

  /// t²/(P(2s + 1) − 2t/3), the exponent of (S.37) as (S.41) prints it.
  public func printedEigenvalueExponent(shift t: Double) -> Double { t * t / (count * (2 * s + 1) - 2 * t / 3) }

  /// P(1 − √(1 + 3(2s + 1)/(3s + 1)))/2, the negative t that balances the printed exponent with (S.40)'s.
  public var printedBalancingShift: Double {
    count * (1 - (1 + 3 * (2 * s + 1) / (3 * s + 1)).squareRoot()) / 2
  }

  /// ``margin`` had (S.41) been right as printed: below 1, so that 11s + 7 would not follow from it.
  public var printedMargin: Double { margin(shift: printedBalancingShift) }

  private func margin(shift t: Double) -> Double { complementExponent(shift: t) * (11 * s + 7) / count }
}
