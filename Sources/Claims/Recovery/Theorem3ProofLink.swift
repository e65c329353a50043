// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import RecoveryTheory
import Statistics

/// What the measurement of one link of Theorem 3's proof found.
package struct Theorem3ProofLink: Sendable {
  /// The link's equation in the supplement.
  var name: String
  /// Instances of the statement looked at.
  var checks: Int
  var violations: Int
  /// The largest left side of an inequality as a fraction of its right side; nil for an implication.
  var largestRatio: Double?
  /// Where the link bounds a probability, the smallest p-value of its tests, not yet corrected for their number.
  var pValue: Double?

  package init(name: String, checks: Int, violations: Int, largestRatio: Double? = nil, pValue: Double? = nil) {
    self.name = name
    self.checks = checks
    self.violations = violations
    self.largestRatio = largestRatio
    self.pValue = pValue
  }

  /// A deterministic inequality, whose `ratios` may pass 1 by rounding only.
  init(name: String, ratios: [Double]) {
    self.init(
      name: name, checks: ratios.count, violations: ratios.count { !($0 <= 1 + 1e-9) }, largestRatio: ratios.max())
  }

  /// The same link measured on other instances as well.
  func joined(with other: Theorem3ProofLink) -> Theorem3ProofLink {
    Theorem3ProofLink(
      name: name, checks: checks + other.checks, violations: violations + other.violations,
      largestRatio: [largestRatio, other.largestRatio].compactMap { $0 }.max(),
      pValue: [pValue, other.pValue].compactMap { $0 }.min())
  }
}

/// The links that are measured on instances, each with its false variant.
extension Theorem3Proof {
  /// (S.28) ‖X_{Γᶜ,Ω} ξ‖_∞ < 1 ⇒ the whole program recovers. False variant: < 2.
  func certificateLink(_ instances: [CertifiedInstance], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let certified = instances.filter { instance in
      instance.correlation < (variant == .stated ? 1 : 2) && instance.verdict != .undecided
    }
    return Theorem3ProofLink(
      name: "S.28", checks: certified.count, violations: certified.count { $0.verdict == .notRecovered })
  }

  /// (S.32) ‖ξ‖² ≤ s/λ_min. False variant: s/(2λ_min).
  func normLink(_ blocks: [CertificateBlock], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let ratios = blocks.map { block in
      let eigenvalue = block.smallestEigenvalue * (variant == .stated ? 1 : 2)
      return block.norm / certificateNormBound(smallestEigenvalue: eigenvalue)
    }
    return Theorem3ProofLink(name: "S.32", ratios: ratios)
  }

  /// (S.37) P{λ_min ≤ P/2 + t} ≤ s exp(−t²/(P(s + 3/2) − t/3)), t ≤ 0. False variant: four times the exponent.
  ///
  /// Measured at the t where the exponent is near ½, 1 and 2: far enough out for a bound below 1, near enough to be seen.
  func eigenvalueLink(_ blocks: [CertificateBlock], _ variant: ClaimVariant, alarmRate: Double) -> Theorem3ProofLink {
    let tests = [0.5, 1, 2].map { exponent in
      let shift = -(exponent * Double(samples) * (Double(sparsity) + 1.5)).squareRoot()
      let tail = eigenvalueTail(shift: shift)
      let bound = variant == .stated ? tail : tail * exp(-3 * eigenvalueExponent(shift: shift))
      let found = blocks.count { $0.smallestEigenvalue <= Double(samples) / 2 + shift }
      let law = BinomialDistribution(trials: blocks.count, successProbability: min(1, bound))
      return (ratio: Double(found) / Double(blocks.count) / bound, pValue: law.upperTail(found))
    }
    return Theorem3ProofLink(
      name: "S.37", checks: tests.count, violations: tests.count { $0.pValue <= alarmRate },
      largestRatio: tests.map(\.ratio).max(), pValue: tests.map(\.pValue).min())
  }

  /// (S.40) P{‖X_{Γᶜ,Ω} ξ‖_∞ ≥ 1 | ξ} ≤ (N − s) e^{−1/(2‖ξ‖²)}, the left side exact (S.39). False variant: e^{−1/‖ξ‖²}.
  func complementLink(_ blocks: [CertificateBlock], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let law = CertificateLaw(dimension: dimension, sparsity: sparsity)
    let ratios = blocks.map { block in
      let norm = variant == .stated ? block.norm : block.norm / 2.0.squareRoot()
      return law.failure(certificateNorm: block.norm) / complementTail(certificateNorm: norm)
    }
    return Theorem3ProofLink(name: "S.40", ratios: ratios)
  }
}

/// The links about s and P alone.
extension Theorem3Proof {
  /// t* equalises the exponents of (S.37) and (S.40). False variant: the t that balances (S.41) as printed.
  static func balanceLink(_ proofs: [Theorem3Proof], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let ratios = proofs.map { proof in
      let shift = variant == .stated ? proof.balancingShift : proof.printedBalancingShift
      return proof.complementExponent(shift: shift) / proof.eigenvalueExponent(shift: shift)
    }
    return Theorem3ProofLink(name: "t*", ratios: ratios.map { max($0, 1 / $0) })
  }

  /// P/(11s + 7) ≤ (P + 2t*)/(4s). False variant: with the t that balances (S.41) as printed.
  static func constantLink(_ proofs: [Theorem3Proof], _ variant: ClaimVariant) -> Theorem3ProofLink {
    Theorem3ProofLink(
      name: "11s+7", ratios: proofs.map { 1 / (variant == .stated ? $0.margin : $0.printedMargin) })
  }
}
