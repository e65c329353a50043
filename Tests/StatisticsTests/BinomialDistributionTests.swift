// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import TestSupport
import Testing

/// mpmath at 50 digits: `fsum(binomial(n,j) * mpf(p)**j * (1-mpf(p))**(n-j) for j in range(k, n+1))`.
@Test(arguments: [
  (20, 0.3, 9, 0.11333146287697839), (100, 0.5, 90, 1.5316450877189926e-17), (200, 0.5, 200, 6.2230152778611417e-61),
  (1000, 1e-3, 150, 5.7709930690395857e-269), (1_000_000, 1e-5, 120, 7.353415001005388e-84),
]) func upperTailMatchesMpmath(n: Int, p: Double, k: Int, tail: Double) {
  let law = BinomialDistribution(trials: n, successProbability: p)
  expectClose(law.upperTail(k), tail, relative: 1e-8, "P(X ≥ \(k)), n = \(n), p = \(p)")
}

/// mpmath at 50 digits, as above over range(0, k+1); the second is where `gsl_cdf_binomial_P` returns 0.
@Test(arguments: [
  (20, 0.3, 2, 0.035483132298468692), (300_000, 5e-4, 5, 4.5341623248893802e-57),
  (1000, 0.9, 500, 4.0188255421199359e-224), (50, 0.5, 25, 0.55613758632960852),
]) func lowerTailMatchesMpmath(n: Int, p: Double, k: Int, tail: Double) {
  let law = BinomialDistribution(trials: n, successProbability: p)
  expectClose(law.lowerTail(k), tail, relative: 1e-9, "P(X ≤ \(k)), n = \(n), p = \(p)")
}

@Test func tailsOfAllCountsAreConsistent() {
  for (n, p) in [(1, 0.5), (30, 0.2), (30, 0.9), (200, 0.5), (0, 0.3), (5, 0), (5, 1)] {
    let law = BinomialDistribution(trials: n, successProbability: p)
    for k in -1...(n + 1) {
      let label = "n = \(n), p = \(p), k = \(k)"
      expectClose(law.lowerTail(k) + law.upperTail(k + 1), 1, absolute: 1e-12, "tails add to one, \(label)")
      expectClose(law.lowerTail(k) - law.lowerTail(k - 1), law.mass(k), absolute: 1e-12, "difference, \(label)")
    }
  }
}

/// The certain outcomes of a two-sided test at n = 5, p = ½: 2(1 + 5)/32 for one head, half of P(X = 1) less as a mid-p
/// value.
@Test func twoSidedPValueDoublesTheSmallerTail() {
  let law = BinomialDistribution(trials: 5, successProbability: 0.5)
  expectClose(law.twoSidedPValue(1), 12.0 / 32, relative: 1e-14)
  expectClose(law.twoSidedPValue(4, midP: true), 7.0 / 32, relative: 1e-14)
  #expect(law.twoSidedPValue(2) == 1)
}
