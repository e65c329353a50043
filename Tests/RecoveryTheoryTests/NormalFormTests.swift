// SPDX-License-Identifier: GPL-3.0-or-later
import RecoveryTheory
import TestSupport
import Testing

@Suite struct NormalFormTests {
  /// The table's normal approximation keeps the binomial number of active samples.
  @Test func overBinomialMeetsTheReferenceTable() throws {
    for row in try ReferenceTable("recovery_probability").rows {
      let curve = NormalForm(dimension: try row.count("N"), sparsity: try row.count("s"))
      let samples = try row.count("P")
      let reference = try row.number("success_normal_approx")
      expectClose(curve.successOverBinomial(samples: samples), reference, relative: 1e-8, "mixture of \(row)")
      expectClose(curve.success(samples: samples), reference, absolute: 6e-4, "closed form of \(row)")
    }
  }

  /// Exact .5445, normal form .512 at N = 200, s = 10, P = 82: the value published beside the formula.
  @Test func hasThePublishedValue() {
    expectClose(NormalForm(dimension: 200, sparsity: 10).success(samples: 82), 0.512, absolute: 5e-4)
  }

  @Test func denseWeightsNeedFullRank() {
    let curve = NormalForm(dimension: 4, sparsity: 4)
    #expect(curve.success(activeSamples: 3) == 0 && curve.success(activeSamples: 4) == 1)
    expectClose(curve.successOverBinomial(samples: 5), 6.0 / 32, relative: 1e-14, "Bin(5, ½) ≥ 4")
    #expect(curve.success(samples: 0) == 0)
  }

  @Test func failureHasItsOwnDigits() {
    let curve = NormalForm(dimension: 100, sparsity: 5)
    for samples in 0..<100 {
      expectClose(curve.success(samples: samples) + curve.failure(samples: samples), 1, absolute: 1e-15, "\(samples)")
    }
    let far = curve.failure(samples: 400)
    #expect(far > 0 && far < 1e-40)
  }

  @Test func inverseIsTheFirstCountOnTheFarSide() {
    let curve = NormalForm(dimension: 1000, sparsity: 50)
    let half = curve.samples(successAtLeast: 0.5)
    #expect(half == Int(curve.median.rounded(.up)))
    let rare = curve.samples(failureAtMost: 1e-9)
    #expect(curve.failure(samples: rare) <= 1e-9 && curve.failure(samples: rare - 1) > 1e-9)
  }

  @Test func zeroWeightsNeedNoSamples() {
    let curve = NormalForm(dimension: 5, sparsity: 0)
    #expect(curve.success(samples: 0) == 1 && curve.failure(samples: 3) == 0)
    #expect(curve.samples(successAtLeast: 0.99) == 0)
  }
}
