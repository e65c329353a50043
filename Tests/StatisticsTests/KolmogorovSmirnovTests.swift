// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation
import Statistics
import TestSupport
import Testing

/// scipy: `kstest(x, 'uniform', method='exact')`, whose p-value is the two-sided one; ours may exceed it as documented.
@Test func oneSampleMatchesScipy() {
  let ten = [0.05, 0.11, 0.18, 0.31, 0.32, 0.44, 0.58, 0.61, 0.83, 0.97]
  let thousand = (0..<1000).map { pow((Double($0) + 0.5) / 1000, 1.12) }
  let cases = [
    (ten.map { $0.squareRoot() }, 0.25677643628300223, 0.4506213329252259, 0.015),
    (thousand.reversed(), 0.042168969791483546, 0.055461931666819675, 3e-5),
  ]
  for (sample, statistic, pValue, excess) in cases {
    let test = KolmogorovSmirnov(sample, against: { $0 })
    expectClose(test.statistic, statistic, relative: 1e-13)
    #expect((pValue...(pValue * (1 + excess))).contains(test.pValue), "\(test.pValue)")
  }
}

/// One observation u: D = max(u, 1 − u), which reaches d with probability 2(1 − d).
@Test func singleObservationHasAClosedForm() {
  let test = KolmogorovSmirnov([0.97], against: { $0 })
  expectClose(test.statistic, 0.97, relative: 1e-15)
  expectClose(test.pValue, 0.06, relative: 1e-12)
}

/// scipy: `ks_2samp(a, b, method='exact')`; the last pair has ties.
@Test func twoSampleMatchesScipy() {
  let cases: [([Double], [Double], Double, Double)] = [
    ([1, 2, 3, 4, 5, 6, 7, 8], [3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5, 11.5], 4.0 / 9, 0.24245166598107779),
    ((0..<60).map(Double.init), (0..<40).map { Double($0) + 21.5 }, 11.0 / 30, 0.0024260487063393534),
    ([3, 1, 2, 1, 2, 3], [4, 4, 2, 3, 3, 4], 0.5, 0.474025974025974),
  ]
  for (first, second, statistic, pValue) in cases {
    let test = KolmogorovSmirnov(first, second)
    expectClose(test.statistic, statistic, relative: 1e-14)
    expectClose(test.pValue, pValue, relative: 1e-12)
    #expect(KolmogorovSmirnov(second, first) == test)
  }
}

/// Samples that do not overlap: two of the C(2n, n) equally likely orders, 2·10⁻¹⁷⁹ at n = 300.
@Test(arguments: [1, 4, 300]) func disjointSamplesHaveAClosedForm(n: Int) {
  let test = KolmogorovSmirnov((0..<n).map(Double.init), (n..<2 * n).map(Double.init))
  #expect(test.statistic == 1)
  expectClose(test.pValue, 2 / gsl_sf_choose(UInt32(2 * n), UInt32(n)), relative: 1e-11, "n = \(n)")
}

/// The largest exact size, n·m = 10⁸, and Kolmogorov's limit law one observation further agree where D is the same.
@Test(arguments: [100, 160, 240]) func limitLawContinuesTheExactOne(shift: Int) {
  func test(_ n: Int) -> KolmogorovSmirnov {
    let grid = (0..<n).map(Double.init)
    return KolmogorovSmirnov(grid, grid.map { $0 + Double(shift) - 0.5 })
  }
  let (exact, limit) = (test(10_000), test(10_001))
  expectClose(exact.statistic, Double(shift) / 10_000, relative: 1e-14)
  #expect(exact.pValue > 1e-3 && exact.pValue < 0.8)
  expectClose(limit.pValue, exact.pValue, relative: 0.02)
}

@Test func emptySamplesSayNothing() {
  #expect(KolmogorovSmirnov([], against: { $0 }).pValue == 1)
  #expect(KolmogorovSmirnov([], [1, 2]).pValue == 1)
}
