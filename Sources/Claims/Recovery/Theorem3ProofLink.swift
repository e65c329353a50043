// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// What the measurement of one link of Theorem 3's proof found.
package struct Theorem3ProofLink: Sendable {
  /// The link's equation in the supplement.
  let name: String
  let tests: [any StatementTest]

  init(_ name: String, _ tests: [any StatementTest]) { (self.name, self.tests) = (name, tests) }

  /// A deterministic inequality, whose `ratios` may pass 1 by rounding only.
  package init(_ name: String, ratios: [Double]) { self.init(name, [InequalityTest(name, ratios: ratios)]) }

  /// An implication, on instances at which its condition holds.
  package init(_ name: String, instances: Int, counterexamples: Int) {
    self.init(name, [AgreementTest(label: name, trials: instances, disagreements: counterexamples)])
  }

  var remark: String {
    let counting = tests.filter { $0.trials > 0 && !$0.isVacuous }
    let worst = counting.max { $0.severity < $1.severity }
    return "\(name): \(counting.reduce(0) { $0 + $1.trials }) checks in \(counting.count) tests"
      + (counting.count < tests.count ? ", \(tests.count - counting.count) vacuous" : "")
      + (worst.map { ", \(rounded($0.measured)) where \(rounded($0.bound)) is allowed" } ?? "")
  }
}

/// Simulated blocks X_{Γ,Ω} of one N, s and P.
struct CertificateBlocks {
  let proof: Theorem3Proof
  /// Of blocks with at least s independent samples.
  let regular: [(norm: Double, smallestEigenvalue: Double)]
  /// Of all blocks.
  let smallestEigenvalues: [Double]

  init(_ trials: CellTrials) {
    typealias Q = CertificateExperiment
    proof = Theorem3Proof(
      dimension: trials.cell[Q.dimension], sparsity: trials.cell[Q.sparsity], samples: trials.cell[Q.samples])
    smallestEigenvalues = trials.values(Q.smallestEigenvalue)
    regular = trials.outcomes.compactMap { outcome in
      guard let norm = outcome[Q.norm], let smallest = outcome[Q.smallestEigenvalue], smallest > 0 else { return nil }
      return (norm, smallest)
    }
  }

  /// (S.32) ‖ξ‖/√(s/λ_min), λ_min multiplied by `factor`.
  func normRatios(factor: Double) -> [Double] {
    regular.map { $0.norm / proof.certificateNormBound(smallestEigenvalue: factor * $0.smallestEigenvalue) }
  }

  /// (S.40) the probability given ‖ξ‖, exact by (S.39), over its bound at ‖ξ‖/`divisor`.
  func complementRatios(divisor: Double) -> [Double] {
    let law = CertificateLaw(dimension: proof.dimension, sparsity: proof.sparsity)
    return regular.map {
      law.failure(certificateNorm: $0.norm) / proof.complementTail(certificateNorm: $0.norm / divisor)
    }
  }

  /// (S.37) at the t where the exponent is near ½, 1 and 2: far enough out for a bound below 1, near enough to be seen.
  ///
  /// - Parameter exponents: how many times the exponent is claimed.
  func eigenvalueTests(exponents: Double) -> [FailureBoundTest] {
    [0.5, 1, 2].map { exponent in
      let shift = -(exponent * Double(proof.samples) * (Double(proof.sparsity) + 1.5)).squareRoot()
      let bound =
        proof.eigenvalueTail(shift: shift) * exp((1 - exponents) * proof.eigenvalueExponent(shift: shift))
      let found = smallestEigenvalues.count { $0 <= Double(proof.samples) / 2 + shift }
      return FailureBoundTest(
        "S.37 at s = \(proof.sparsity), P = \(proof.samples), exponent \(exponent)",
        count: OutcomeCount(succeeded: smallestEigenvalues.count - found, notSucceeded: found), bound: bound)
    }
  }
}

/// The links, each with its false variant.
extension Theorem3ProofLink {
  /// (S.28) ‖X_{Γᶜ,Ω} ξ‖_∞ < 1 ⇒ the whole program recovers. False variant: < 2.
  static func certificate(_ instances: [TrialOutcome], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let certified = instances.filter { instance in
      let correlation = instance[CertificateExperiment.correlation] ?? .infinity
      return correlation < (variant == .stated ? 1 : 2) && instance.success != nil
    }
    return Theorem3ProofLink(
      "S.28", instances: certified.count, counterexamples: certified.count { $0.success == false })
  }

  /// (S.32) ‖ξ‖² ≤ s/λ_min. False variant: s/(2λ_min).
  static func norm(_ blocks: [CertificateBlocks], _ variant: ClaimVariant) -> Theorem3ProofLink {
    Theorem3ProofLink("S.32", ratios: blocks.flatMap { $0.normRatios(factor: variant == .stated ? 1 : 2) })
  }

  /// (S.37) P{λ_min ≤ P/2 + t} ≤ s exp(−t²/(P(s + 3/2) − t/3)), t ≤ 0. False variant: four times the exponent.
  static func eigenvalue(_ blocks: [CertificateBlocks], _ variant: ClaimVariant) -> Theorem3ProofLink {
    Theorem3ProofLink("S.37", blocks.flatMap { $0.eigenvalueTests(exponents: variant == .stated ? 1 : 4) })
  }

  /// (S.40) P{‖X_{Γᶜ,Ω} ξ‖_∞ ≥ 1 | ξ} ≤ (N − s) e^{−1/(2‖ξ‖²)}. False variant: e^{−1/‖ξ‖²}.
  static func complement(_ blocks: [CertificateBlocks], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let divisor = variant == .stated ? 1 : 2.0.squareRoot()
    return Theorem3ProofLink("S.40", ratios: blocks.flatMap { $0.complementRatios(divisor: divisor) })
  }

  /// (S.40) where X_{Γᶜ,Ω} ξ is drawn. Each trial has its own bound; the binomial law of their mean has the heavier tail (Hoeffding 1956).
  static func drawnComplement(_ cells: [CellTrials], _ variant: ClaimVariant) -> Theorem3ProofLink {
    typealias Q = CertificateExperiment
    let divisor = variant == .stated ? 1 : 2.0.squareRoot()
    return Theorem3ProofLink(
      "S.40 drawn",
      cells.map { cell in
        let proof = Theorem3Proof(
          dimension: cell.cell[Q.dimension], sparsity: cell.cell[Q.sparsity], samples: cell.cell[Q.samples])
        let drawn = cell.outcomes.compactMap { outcome -> (bound: Double, isLarge: Bool)? in
          guard let norm = outcome[Q.norm], let correlation = outcome[Q.correlation] else { return nil }
          return (min(1, proof.complementTail(certificateNorm: norm / divisor)), correlation >= 1)
        }
        let failed = drawn.count(where: \.isLarge)
        return FailureBoundTest(
          "S.40 at \(cell.cell)", count: OutcomeCount(succeeded: drawn.count - failed, notSucceeded: failed),
          bound: drawn.isEmpty ? 1 : drawn.reduce(0) { $0 + $1.bound } / Double(drawn.count))
      })
  }

  /// t* equalises the exponents of (S.37) and (S.40). False variant: the t that balances (S.41) as printed.
  static func balance(_ proofs: [Theorem3Proof], _ variant: ClaimVariant) -> Theorem3ProofLink {
    let ratios = proofs.map { proof in
      let shift = variant == .stated ? proof.balancingShift : proof.printedBalancingShift
      return proof.complementExponent(shift: shift) / proof.eigenvalueExponent(shift: shift)
    }
    return Theorem3ProofLink("t*", ratios: ratios.map { max($0, 1 / $0) })
  }

  /// P/(11s + 7) ≤ (P + 2t*)/(4s). False variant: with the t that balances (S.41) as printed.
  static func constant(_ proofs: [Theorem3Proof], _ variant: ClaimVariant) -> Theorem3ProofLink {
    Theorem3ProofLink(
      "11s+7", ratios: proofs.map { 1 / (variant == .stated ? $0.margin : $0.printedMargin) })
  }
}
