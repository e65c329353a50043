// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct Theorem3Tests {
  @Test func meetsTheLedger() throws {
    for row in try ReferenceTable("theorem3_ledger").rows {
      let (dimension, sparsity) = (try row.count("N"), try row.count("s"))
      let theorem = Theorem3(dimension: dimension, sparsity: sparsity)
      let target = theorem.failureBound(exponent: try row.number("mu"))
      let samples = theorem.samples(exponent: try row.number("mu"))
      let certificate = CertificateLaw(dimension: dimension, sparsity: sparsity)
      let recovery = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      #expect(samples == (try row.count("P_theorem3")))
      expectClose(target, try row.number("failure_bound"), relative: 1e-8, "N^{1−μ} of \(row)")
      // The ledger prints eight digits.
      expectClose(
        certificate.failure(samples: samples), try row.number("certificate_failure_at_P"), relative: 5e-8, "\(row)")
      expectClose(recovery.failure(samples: samples), try row.number("recovery_failure_at_P"), relative: 5e-8, "\(row)")
      #expect(certificate.samples(failureAtMost: target) == (try row.count("P_certificate")))
      #expect(recovery.samples(failureAtMost: target) == (try row.count("P_recovery")))
    }
  }

  @Test func neuronsAddTheirLogarithm() {
    let theorem = Theorem3(dimension: 100, sparsity: 5)
    #expect(theorem.samples(exponent: 2, allOf: 1) == theorem.samples(exponent: 2))
    // M = N is one more unit of μ.
    #expect(theorem.samples(exponent: 2, allOf: 100) == theorem.samples(exponent: 3))
    expectClose(theorem.failureBound(exponent: 2, neurons: 7), 0.07, relative: 1e-15, "M N^{1−μ}")
  }
}

@Suite struct Theorem3ProofTests {
  @Test(arguments: [1, 2, 10, 1000])
  func shiftBalancesTheTwoExponents(sparsity: Int) {
    let proof = Theorem3Proof(dimension: 2000, sparsity: sparsity, samples: 345)
    let t = proof.balancingShift
    #expect(t < 0 && t > -345.0 / 2)
    expectClose(proof.eigenvalueExponent(shift: t), proof.complementExponent(shift: t), relative: 1e-11, "t*")
    let printed = proof.printedBalancingShift
    #expect(printed < 0 && printed > -345.0 / 2)
    expectClose(
      proof.printedEigenvalueExponent(shift: printed), proof.complementExponent(shift: printed), relative: 1e-11,
      "t* of (S.41) as printed")
  }

  /// 1.022 at s = 1, rising to a limit of 1.050; as printed, (S.41) would not give 11s + 7 for any s.
  @Test func lastLinkHoldsForEverySparsityButNotAsPrinted() {
    let margins = (1...2000).map { Theorem3Proof(dimension: 2000, sparsity: $0, samples: 1000).margin }
    expectClose(margins[0], 1.022, absolute: 5e-4, "s = 1")
    expectClose(margins[1999], 1.050, absolute: 5e-4, "s = 2000")
    #expect(zip(margins, margins.dropFirst()).allSatisfy { $0 < $1 })
    #expect((1...2000).allSatisfy { Theorem3Proof(dimension: 2000, sparsity: $0, samples: 1000).printedMargin < 0.9 })
  }

  /// Exact failure ≤ links 3 and 4 at t* ≤ N e^{−P/(11s+7)} = N^{1−μ}, over the whole useful range of P.
  @Test(arguments: [(50, 1), (100, 5), (1000, 40)])
  func boundsAreOrdered(dimension: Int, sparsity: Int) {
    let theorem = Theorem3(dimension: dimension, sparsity: sparsity)
    let law = CertificateLaw(dimension: dimension, sparsity: sparsity)
    for μ in [1.0, 1.5, 2, 4] {
      let samples = theorem.samples(exponent: μ)
      let proof = Theorem3Proof(dimension: dimension, sparsity: sparsity, samples: samples)
      #expect(law.failure(samples: samples) <= proof.failureBound, "μ = \(μ)")
      #expect(proof.failureBound <= proof.statedBound, "μ = \(μ)")
      #expect(proof.statedBound <= theorem.failureBound(exponent: μ), "μ = \(μ)")
    }
  }

  /// For fixed ‖ξ‖ the union bound (S.40) is above the exact probability, and both are small together.
  @Test(arguments: [0.15, 0.2, 0.3, 0.5, 1])
  func unionBoundIsAboveTheExactTail(norm: Double) {
    let law = CertificateLaw(dimension: 100, sparsity: 5)
    let proof = Theorem3Proof(dimension: 100, sparsity: 5, samples: 200)
    #expect(law.failure(certificateNorm: norm) <= proof.complementTail(certificateNorm: norm))
    let atShift = proof.certificateNormBound(smallestEigenvalue: 100 - 20)
    expectClose(
      proof.complementTail(certificateNorm: atShift), 95 * exp(-proof.complementExponent(shift: -20)), relative: 1e-13,
      "(S.40) at λ_min = P/2 + t")
  }

  /// s = 1: λ_min is a sum of P terms, each a χ²₁ or nothing with even odds. Its tail by convolution on a grid, rounded down, so that
  /// the comparison errs against the bound.
  @Test func eigenvalueTailHoldsForOneWeight() {
    let (samples, cells, width) = (40, 2000, 0.02)
    let proof = Theorem3Proof(dimension: 100, sparsity: 1, samples: samples)
    let term = (0..<cells).map { cell in
      let (low, high) = (Double(cell) * width, Double(cell + 1) * width)
      return (erf((high / 2).squareRoot()) - erf((low / 2).squareRoot())) / 2 + (cell == 0 ? 0.5 : 0)
    }
    var law = [1.0] + Array(repeating: 0.0, count: cells - 1)
    for _ in 0..<samples {
      law = (0..<cells).map { total in (0...total).reduce(0) { $0 + law[$1] * term[total - $1] } }
    }
    for t in stride(from: -18.0, through: -1, by: 1) {
      let tail = law.prefix(Int((Double(samples) / 2 + t) / width) + 1).reduce(0, +)
      #expect(tail <= proof.eigenvalueTail(shift: t), "t = \(t)")
    }
  }
}

@Suite struct BowlingBoundTests {
  /// With no confidence asked for, P ≳ 277 δ.
  @Test func costsTwoHundredSeventySevenDimensions() {
    let samples = BowlingBound(statisticalDimension: 1e6).samples(failureAtMost: 1)
    expectClose(Double(samples) / 1e6, 277, absolute: 0.5, "P/δ")
  }

  /// Against a grid of ξ: the condition holds for one of them at P, and for none at P − 1.
  @Test(arguments: [(20.0, 0.01), (1.0, 1e-9), (500.0, 0.5)])
  func countIsTheSmallest(dimension: Double, target: Double) {
    let samples = BowlingBound(statisticalDimension: dimension).samples(failureAtMost: target)
    let t = (2 * log(1 / target)).squareRoot()
    func isProved(_ samples: Int) -> Bool {
      stride(from: 0.0005, to: 2, by: 0.0005).contains { ξ in
        let smallBall = erfc(2 * ξ / 2.0.squareRoot()) / 2
        return ξ * Double(samples).squareRoot() * smallBall > (2 * dimension).squareRoot() + ξ * t
      }
    }
    #expect(isProved(samples + 1 + samples / 100_000) && !isProved(samples - 1))
  }

  @Test func isValidForTheExactLaw() {
    let law = RecoveryLaw(dimension: 60, sparsity: 2)
    let bound = BowlingBound(statisticalDimension: law.volumes.statisticalDimension)
    for target in [0.5, 1e-3, 1e-12] {
      #expect(law.failure(samples: bound.samples(failureAtMost: target)) <= target)
    }
  }
}
