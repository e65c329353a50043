// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import TestSupport
import Testing

/// scipy 1.x: `ncx2.sf(x, k, λ)`, and `brentq(lambda λ: ncx2.sf(chi2.isf(α, k), k, λ) - .9)`.
@Test func noncentralTailsAndTheirPowerMatchScipy() {
  expectClose(
    ChiSquare.noncentralTail(52.3, degreesOfFreedom: 15, noncentrality: 60), 0.9267069918542108, relative: 1e-9)
  expectClose(ChiSquare.noncentralTail(20, degreesOfFreedom: 3, noncentrality: 10), 0.14862072105041393, relative: 1e-9)
  expectClose(ChiSquare.detectableNoncentrality(degreesOfFreedom: 15, level: 1e-5), 55.07006896487433, relative: 1e-5)
  expectClose(ChiSquare.detectableNoncentrality(degreesOfFreedom: 1, level: 0.05), 10.507419409690756, relative: 1e-5)
}

/// scipy 1.x: the first k with `binom.sf(k - 1, 200, .1) <= 1e-6`, and the p at which `binom.sf(k - 1, 200, p)` is 0.9.
@Test func theBinomialTestsPowerMatchesScipy() {
  let law = BinomialDistribution(trials: 200, successProbability: 0.1)
  #expect(law.criticalCount(level: 1e-6) == 44)
  expectClose(law.detectableProbability(level: 1e-6), 0.2568054957727577, relative: 1e-9)
  // 0.1³ is above the level: three trials can refute nothing.
  #expect(BinomialDistribution(trials: 3, successProbability: 0.1).detectableProbability(level: 1e-6) == .infinity)
}

/// z_0.975 + z_0.9 = 1.959964 + 1.281552, z_0.95 + z_0.9 = 1.644854 + 1.281552 (tables of the normal law).
@Test func theNormalTestsPowerIsTheTables() {
  expectClose(detectableShift(level: 0.05), 3.241516, absolute: 1e-6)
  expectClose(detectableShift(level: 0.05, isTwoSided: false), 2.926406, absolute: 1e-6)
}
