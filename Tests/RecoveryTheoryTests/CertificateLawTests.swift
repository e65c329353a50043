// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct CertificateLawTests {
  /// `Fixtures/exact_law_mpmath.py`, 50 digits; the successes reach down to 10⁻¹⁵, the failures to 10⁻¹³.
  @Test func meetsTheHighPrecisionTable() throws {
    for row in try ReferenceTable("exact_law_mpmath").rows {
      let law = CertificateLaw(dimension: try row.count("N"), sparsity: try row.count("s"))
      let samples = try row.count("P")
      let label = "N \(law.dimension), s \(law.sparsity), P \(samples)"
      expectClose(law.success(samples: samples), try row.number("certificate_success"), relative: 1e-11, label)
      expectClose(law.failure(samples: samples), try row.number("certificate_failure"), relative: 1e-11, "1 − \(label)")
    }
  }

  /// The table's successes are 1 − failure in double precision: an absolute error of some 10⁻¹³, nothing left of the
  /// −4.4e-16 it prints at N = 1000, P = 390. Seven entries with few active samples to spare are wrong beyond that, by 1e-7
  /// to 2e-3, as the high-precision table shows: they are held against that one only.
  @Test func meetsTheDoublePrecisionTable() throws {
    let wrong = [20: [8, 14], 100: [20, 30, 72, 87], 200: [57]]
    for row in try ReferenceTable("recovery_probability").rows {
      let law = CertificateLaw(dimension: try row.count("N"), sparsity: try row.count("s"))
      let samples = try row.count("P")
      let success = law.success(samples: samples)
      #expect(success > 0)
      if wrong[law.dimension]?.contains(samples) == true { continue }
      expectClose(
        success, try row.number("certificate_success_exact"), absolute: 1e-13, relative: 1e-8, "success of \(row)")
    }
  }

  /// At N = 2, s = 1 the certificate holds when a Student variable of n degrees of freedom has |T| ≤ √n.
  @Test func planarLawIsStudents() {
    let law = CertificateLaw(dimension: 2, sparsity: 1)
    expectClose(law.success(activeSamples: 1), 0.5, relative: 1e-13, "n = 1")
    expectClose(law.success(activeSamples: 2), 0.5.squareRoot(), relative: 1e-13, "n = 2")
    expectClose(law.success(activeSamples: 3), 0.5 + 1 / Double.pi, relative: 1e-13, "n = 3")
    expectClose(law.failure(activeSamples: 3), 0.5 - 1 / Double.pi, relative: 1e-13, "1 − n = 3")
  }

  @Test func fewerActiveSamplesThanWeightsProveNothing() {
    let law = CertificateLaw(dimension: 20, sparsity: 4)
    #expect(law.success(activeSamples: 3) == 0 && law.failure(activeSamples: 3) == 1)
    #expect(law.success(activeSamples: 4) > 0)
    #expect(law.success(samples: 3) == 0 && law.failure(samples: 3) == 1)
  }

  /// Far out, where erfc itself underflows: N = 2, s = 1 fails with P(|T_n| > √n) ~ c 2^{−n/2}.
  @Test func failuresKeepTheirDigitsFarOut() {
    let law = CertificateLaw(dimension: 2, sparsity: 1)
    for n in [100, 1000, 1900] {
      // P(|T_n| > √n) = B(½; n/2, ½)/B(n/2, ½), by its power series.
      let half = Double(n) / 2
      let terms = sequence(first: (1.0, 0.0)) { term, k in
        (term * (0.5 + k) * (half + k) / ((half + 1 + k) * (k + 1)) / 2, k + 1)
      }
      let series = terms.prefix(80).reduce(0) { $0 + $1.0 }
      let logBeta = lgamma(half) + lgamma(0.5) - lgamma(half + 0.5)
      let expected = exp(-half * log(2) - log(half) - logBeta) * series
      expectClose(law.failure(activeSamples: n), expected, relative: 1e-11, "n = \(n)")
    }
    let many = CertificateLaw(dimension: 10_000, sparsity: 1)
    #expect(many.failure(activeSamples: 100_000) == 0 && many.success(activeSamples: 100_000) > 1 - 1e-9)
  }

  @Test func extremesOfSparsity() {
    let zero = CertificateLaw(dimension: 5, sparsity: 0)
    #expect(zero.success(samples: 0) == 1 && zero.failure(samples: 0) == 0)
    let dense = CertificateLaw(dimension: 3, sparsity: 3)
    #expect(dense.success(activeSamples: 3) == 1 && dense.failure(activeSamples: 3) == 0)
    expectClose(dense.failure(samples: 4), 11.0 / 16, relative: 1e-14, "Bin(4, ½) < 3")
    expectClose(dense.success(samples: 4), 5.0 / 16, relative: 1e-14, "Bin(4, ½) ≥ 3")
  }

  @Test(arguments: [(20, 2), (200, 10), (1000, 3)])
  func successAndFailureAddUp(dimension: Int, sparsity: Int) {
    let law = CertificateLaw(dimension: dimension, sparsity: sparsity)
    for samples in stride(from: 0, to: 60 * sparsity, by: 7) {
      let sum = law.success(samples: samples) + law.failure(samples: samples)
      expectClose(sum, 1, absolute: 1e-12, "P = \(samples)")
    }
  }

  /// The certificate proves recovery, so it cannot be likelier.
  @Test(arguments: [(30, 1), (100, 5), (100, 60)])
  func certificateBoundsRecovery(dimension: Int, sparsity: Int) {
    let certificate = CertificateLaw(dimension: dimension, sparsity: sparsity)
    let recovery = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    for samples in stride(from: sparsity, to: 80 * sparsity, by: 13) {
      let (proved, failed) = (certificate.failure(samples: samples), recovery.failure(samples: samples))
      #expect(proved >= failed * (1 - 1e-9), "P = \(samples)")
    }
  }

  /// (2Φ(1/‖ξ‖) − 1)^{N−s} at 1/‖ξ‖ = 1.959963984540054, where 2Φ − 1 = .95.
  @Test func conditionalLawIsAPowerOfANormalProbability() {
    let law = CertificateLaw(dimension: 13, sparsity: 3)
    let norm = 1 / 1.959963984540054
    expectClose(law.success(certificateNorm: norm), pow(0.95, 10), relative: 1e-14, "success")
    expectClose(law.failure(certificateNorm: norm), 1 - pow(0.95, 10), relative: 1e-14, "failure")
    expectClose(law.failure(certificateNorm: 1 / 30.0), 10 * erfc(30 / 2.0.squareRoot()), relative: 1e-12, "tiny")
  }
}
