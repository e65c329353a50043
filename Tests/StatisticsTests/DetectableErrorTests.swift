// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import TestSupport
import Testing

/// `scipy.stats.ncx2.sf(x, df, nc)`.
@Test(arguments: [
  (10, 3, 5, 0.29335135222254816), (50, 20, 100, 0.9999751502816827), (1, 1, 0.1, 0.3411083046526131),
  (60, 20, 13, 0.008153635830225705), (37.57, 20, 1000, 1.0),
]) func noncentralTailMatchesScipy(x: Double, degreesOfFreedom: Int, noncentrality: Double, tail: Double) {
  let actual = noncentralChiSquareTail(x, degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
  expectClose(actual, tail, relative: 1e-10)
}

/// One degree of freedom: χ'² is (Z + √λ)², so power .9 at level α needs √λ ≈ z_{α/2} + z_{.1} (the other tail being
/// negligible). At n = 10⁴ and p = ½ the noncentrality is 10⁴ε².
@Test func oneCellHasAClosedForm() {
  let cell = BinomialDistribution(trials: 10_000, successProbability: 0.5)
  let detectable = DetectableError(cells: [cell], alarmRate: 1e-4)
  expectClose(detectable.relativeError, (3.8905918864131 + 1.2815515655446) / 100, relative: 1e-8)
}

/// 2,000 simulated studies with every cell's rarer outcome more frequent by the detectable ε: 90 % are rejected, to
/// within five standard deviations (1e-6) and the 2 % that the first-order formula may be off.
@Test func errorIsDetectedWithTheStatedPower() {
  let generator = Generator(seed: 11)
  let cells = (1..<21).map { BinomialDistribution(trials: 4000, successProbability: Double($0) / 21) }
  let detectable = DetectableError(cells: cells, alarmRate: 1e-4)
  #expect(detectable.relativeError < 0.05)
  let rejected = (0..<2000).filter { _ in
    let counts = cells.map { cell in
      let p = cell.successProbability
      let rarer = min(p, 1 - p) * (1 + detectable.relativeError)
      let k = generator.binomial(cell.trials, p <= 0.5 ? rarer : 1 - rarer)
      return PredictedCount(count: Proportion(successes: k, trials: cell.trials), probability: p)
    }
    return ChiSquare(of: counts).pValue < detectable.alarmRate
  }.count
  #expect((1726...1874).contains(rejected), "rejected \(rejected) of 2000")
}

@Test func certainCellsDetectNothing() {
  let cells = [0.0, 1].map { BinomialDistribution(trials: 100, successProbability: $0) }
  #expect(DetectableError(cells: cells, alarmRate: 0.01).relativeError.isInfinite)
}
