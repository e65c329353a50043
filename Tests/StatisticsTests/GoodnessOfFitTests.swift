// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import TestSupport
import Testing

private func cell(_ k: Int, _ n: Int, _ p: Double) -> PredictedCount {
  PredictedCount(count: Proportion(successes: k, trials: n), probability: p)
}

/// Mendel's peas (1866) against 9 : 3 : 3 : 1, the textbook example: χ² = .470, p = .925.
@Test func mendelsPeasFit() {
  let test = ChiSquare(counts: [315, 108, 101, 32], probabilities: [9 / 16, 3 / 16, 3 / 16, 1 / 16])
  expectClose(test.statistic, 0.4700239808153477, relative: 1e-13)
  expectClose(test.pValue, 0.925425895103616, relative: 1e-12)  // scipy.stats.chisquare
  #expect(test.degreesOfFreedom == 3)
}

/// One binomial cell and the two categories it stands for are the same test.
@Test(arguments: [(37, 100, 0.3), (400, 1000, 0.45), (12, 20, 0.5)])
func binomialCellIsTwoCategories(k: Int, n: Int, p: Double) {
  let single = ChiSquare(of: [cell(k, n, p)], minimumVariance: 0)
  let categories = ChiSquare(counts: [k, n - k], probabilities: [p, 1 - p])
  expectClose(single.statistic, categories.statistic, relative: 1e-12)
  #expect(single.degreesOfFreedom == 1 && categories.degreesOfFreedom == 1)
}

/// Three cells of variance 25, 12.5 and 12.5 that deviate by 3, −1 and 1: pooled by hand.
@Test func sparseNeighboursArePooled() {
  let cells = [(53, 100, 0.5), (24, 50, 0.5), (26, 50, 0.5)].map { cell($0.0, $0.1, $0.2) }
  let apart = ChiSquare(of: cells, minimumVariance: 5)
  #expect(apart.degreesOfFreedom == 3)
  expectClose(apart.statistic, 9.0 / 25 + 1 / 12.5 + 1 / 12.5, relative: 1e-14)
  let pooledPair = ChiSquare(of: cells, minimumVariance: 20)
  #expect(pooledPair.degreesOfFreedom == 2)
  expectClose(pooledPair.statistic, 9.0 / 25, relative: 1e-14)
  let remainderJoins = ChiSquare(of: cells, minimumVariance: 30)
  #expect(remainderJoins.degreesOfFreedom == 1)
  expectClose(remainderJoins.statistic, 9.0 / 50, relative: 1e-14)
}

@Test func impossibleObservationsAreNeverPooledAway() {
  let sound = cell(53, 100, 0.5)
  #expect(ChiSquare(of: [sound, cell(0, 10, 0), cell(10, 10, 1)]) == ChiSquare(of: [sound]))
  for impossible in [cell(1, 10, 0), cell(9, 10, 1)] {
    #expect(ChiSquare(of: [impossible, sound]).pValue == 0)
    #expect(ChiSquare(of: [sound, impossible], minimumVariance: 1000).pValue == 0)
  }
  #expect(ChiSquare(counts: [5, 5, 1], probabilities: [0.5, 0.5, 0]).pValue == 0)
  #expect(ChiSquare(of: []).pValue == 1)
}

/// Under the law, 5 % of 4,000 tests reject at .05 (false-alarm rate of this test below 1e-6: 4.9 standard deviations);
/// ten of the 30 cells are sparse.
@Test func falseAlarmsComeAtTheirRate() {
  let generator = Generator(seed: 7)
  let probabilities = (0..<30).map { 0.002 + 0.033 * Double($0) }
  let rejected = (0..<4000).filter { _ in
    ChiSquare(of: probabilities.map { cell(generator.binomial(60, $0), 60, $0) }).pValue < 0.05
  }.count
  #expect((133...267).contains(rejected), "rejected \(rejected) of 4000")
}

@Test func exactCellPValueIsTheBinomialOne() {
  expectClose(cell(1, 5, 0.5).exactPValue(), 12.0 / 32, relative: 1e-14)
  expectClose(cell(1, 5, 0.5).exactPValue(midP: true), 7.0 / 32, relative: 1e-14)
}

/// R: `p.adjust(p, "holm")`.
@Test func holmMatchesR() {
  for (p, adjusted) in [
    ([0.01, 0.02, 0.03, 0.04], [0.04, 0.06, 0.06, 0.06]), ([0.5, 0.001, 0.9], [1, 0.003, 1]), ([], []),
  ] {
    for (actual, expected) in zip(holmAdjusted(p), adjusted) { expectClose(actual, expected, relative: 1e-14) }
    #expect(holmAdjusted(p).count == p.count)
  }
}
