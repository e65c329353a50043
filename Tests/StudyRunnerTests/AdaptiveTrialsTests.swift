// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyModel
import StudyRunner
import TestSupport
import Testing

@Suite struct AdaptiveTrialsTests {
  private func counts(
    _ plan: TrialPlan, _ coin: Coin, _ chances: [Int], seed: UInt64 = 0
  ) async throws -> [Int: CellHistory] {
    let sink = MemorySink()
    _ = try await StudyRunner(coin, seed: seed, plan: plan, workers: 2)
      .run(cells: chances.map(Coin.cell), history: [:], into: sink)
    return Dictionary(uniqueKeysWithValues: sink.histories.map { ($0.key[Coin.chance], $0.value) })
  }

  /// After n failures and nothing else the interval is [0, u] with (1 − u)ⁿ = α C(2n, n)/4ⁿ: u = .1046, .0867, .0718 at
  /// the first three looks, n = 50, 62, 77, and .0397 at n = 150.
  @Test func aCellStopsAtTheFirstLookThatIsNarrowEnough() async throws {
    let wide = TrialPlan.precision(halfWidth: 0.05, confidence: 0.95, atMost: 10_000)
    let narrow = TrialPlan.precision(halfWidth: 0.04, confidence: 0.95, atMost: 10_000)
    #expect(try await counts(wide, Coin(), [0])[0]?.trials == 62)
    #expect(try await counts(narrow, Coin(), [0])[0]?.trials == 77)
  }

  @Test func aCellNearOneHalfGoesOnToTheCap() async throws {
    let plan = TrialPlan.precision(halfWidth: 0.02, confidence: 0.95, atMost: 700)
    #expect(try await counts(plan, Coin(), [0, 500]).mapValues(\.trials) == [0: 150, 500: 700])
  }

  /// What is planned for a rate is where a cell with just that rate ends: 77 and 150 looks above are from the same intervals.
  @Test func theEndIsForeseen() {
    let plan = TrialPlan.precision(halfWidth: 0.04, confidence: 0.95, atMost: 10_000)
    #expect(plan.end(rate: 0) == 77 && plan.end(rate: 1) == 77)
    #expect(plan.end(rate: 0, from: 100) == 120)
    #expect(TrialPlan.precision(halfWidth: 0.02, confidence: 0.95, atMost: 700).end(rate: 0.5) == 700)
    #expect(TrialPlan.each(30).end(rate: 0.5) == 30)
  }

  /// Progress counts what is likely to come, and ends at all of it.
  @Test func progressEndsAtItsTotal() async throws {
    let plan = TrialPlan.precision(halfWidth: 0.08, confidence: 0.95, atMost: 1000)
    let end = try await StudyRunner(Coin(), seed: 1, plan: plan, workers: 2)
      .run(cells: [100, 500].map(Coin.cell), history: [:], into: MemorySink())
    #expect(end.beyond == 0 && end.total == end.finished)
  }

  @Test func undecidedTrialsKeepACellGoing() async throws {
    let plan = TrialPlan.precision(halfWidth: 0.05, confidence: 0.95, atMost: 200)
    let coin = Coin(undecidedAt: Set(1...200))
    #expect(try await counts(plan, coin, [0])[0]?.trials == 200)
  }

  /// Intervals at the stopping time hold with the stated confidence: 2,000 studies of each rate, each of which may stop
  /// at any of four looks. At a true miss rate of 5 %, more than 149 misses have probability below 1e-6.
  @Test(arguments: [20, 200, 500])
  func intervalsHoldWhereverACellStops(_ chance: Int) async throws {
    let plan = TrialPlan.precision(halfWidth: 0.08, confidence: 0.95, atMost: 400)
    var misses = 0
    for seed in 1...2000 {
      let history = try await counts(plan, Coin(), [chance], seed: UInt64(seed))[chance]
      let interval = try #require(history?.interval(plan))
      if Double(chance) / 1000 < interval.lower || Double(chance) / 1000 > interval.upper { misses += 1 }
    }
    #expect(misses <= 149, "\(misses) of 2000 intervals miss \(chance)/1000")
  }
}
