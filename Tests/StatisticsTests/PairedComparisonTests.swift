// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct PairedComparisonTests {
  private func pairs(_ onlyFirst: Int, _ onlySecond: Int, alike: Int = 50) -> DiscordantPairs {
    var pairs = DiscordantPairs()
    for _ in 0..<onlyFirst { pairs.add(true, false) }
    for _ in 0..<onlySecond { pairs.add(false, true) }
    for k in 0..<alike { pairs.add(k % 2 == 0, k % 2 == 0) }
    return pairs
  }

  /// 2·Σ_{k ≤ min} C(n, k)/2ⁿ by hand: 2·(1 + 10)/1024, 2·(1 + 8 + 28)/256, 2/2³.
  @Test(
    arguments: [(1, 9, 22.0 / 1024), (6, 2, 74.0 / 256), (3, 0, 0.25), (0, 0, 1), (5, 5, 1)] as [(Int, Int, Double)])
  func discordantPairsAreATossedCoin(_ first: Int, _ second: Int, _ expected: Double) {
    expectClose(pairs(first, second).pValue, expected, relative: 1e-12)
    #expect(pairs(first, second).pairs == first + second + 50)
  }

  /// Two strata by hand: deviations 3 − 2.5 and 8 − 6, variances 10·10·5·15/(400·19) and 20·20·12·28/(1600·39).
  @Test func strataAddTheirDeviations() throws {
    var rates = StratifiedRates()
    #expect(rates.pValue == nil)
    rates.add(Proportion(successes: 3, trials: 10), Proportion(successes: 2, trials: 10))
    rates.add(Proportion(successes: 8, trials: 20), Proportion(successes: 4, trials: 20))
    let small: Double = 10 * 10 * 5 * 15 / (400 * 19)
    let large: Double = 20 * 20 * 12 * 28 / (1600 * 39)
    let variance = small + large
    expectClose(try #require(rates.pValue), erfc(2.5 / (2 * variance).squareRoot()), relative: 1e-12)
    #expect(rates.trials == 60)
  }

  /// Under equal rates p is below 0.05 in 5 % of many repetitions, whatever the strata: 2,000 of them, at 5 standard errors.
  @Test func equalRatesAreSeldomTakenForUnequal() {
    var random = Generator(seed: 4)
    func count(_ trials: Int, _ rate: Double) -> Proportion {
      Proportion(successes: (0..<trials).count { _ in Double.random(in: 0..<1, using: &random) < rate }, trials: trials)
    }
    let repetitions = 2000
    let alarms = (0..<repetitions).count { _ in
      var rates = StratifiedRates()
      for rate in [0.1, 0.5, 0.9] { rates.add(count(60, rate), count(40, rate)) }
      return (rates.pValue ?? 1) <= 0.05
    }
    expectClose(
      Double(alarms) / Double(repetitions), 0.05, absolute: 5 * (0.05 * 0.95 / Double(repetitions)).squareRoot())
  }

  /// With intervals of one relative width on both sides, that of the ratio is √2 times as wide on the logarithm.
  @Test func aRatiosIntervalAddsInQuadrature() throws {
    let a = try #require(IntervalEstimate(20, low: 20 / 1.1, high: 20 * 1.1))
    let b = try #require(IntervalEstimate(10, low: 10 / 1.1, high: 10 * 1.1))
    let ratio = a / b
    expectClose(ratio.value, 2, relative: 1e-14)
    expectClose(log(ratio.high / 2), 2.0.squareRoot() * log(1.1), relative: 1e-12)
    expectClose(log(2 / ratio.low), 2.0.squareRoot() * log(1.1), relative: 1e-12)
    #expect(IntervalEstimate(20, low: 21, high: 22) == nil && IntervalEstimate(20, low: 1, high: .infinity) == nil)
  }
}
