// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import RandomStreams
import Statistics
import TestSupport
import Testing

/// What each kind of test says it detects with probability 0.9, beside simulations in which the statement is false by as much.
@Suite struct DetectableTests {
  private let level = 1e-5
  private let repetitions = 2_000

  /// How often a test of data drawn by `draw` refutes.
  private func power(_ purpose: String, _ draw: (inout RandomStream) -> any StatementTest) -> Double {
    var stream = RandomStream(StreamKey(seed: 1, content: "power", trial: 0, purpose: purpose))
    return Double((0..<repetitions).count { _ in draw(&stream).pValue <= level }) / Double(repetitions)
  }

  private func count(_ failures: Int, of trials: Int) -> OutcomeCount {
    OutcomeCount(succeeded: trials - failures, notSucceeded: failures)
  }

  /// The bound of theorem 3 and of every other probabilistic claim; 0.9 to the ±0.02 that 2,000 repetitions allow.
  @Test func failuresBeyondABoundAreFoundAsOftenAsSaid() {
    let (trials, delta) = (400, 0.1)
    let test = FailureBoundTest("", count: count(0, of: trials), bound: delta)
    let failure = delta * (1 + test.detectable(level: level))
    let found = power("bound") { stream in
      FailureBoundTest(
        "", count: count(stream.binomial(trials: trials, probability: failure), of: trials), bound: delta)
    }
    expectClose(found, 0.9, absolute: 0.025)
  }

  /// The law of recovery and every other exact law: log-odds of all cells off by as much.
  @Test func lawsOffByAShiftAreFoundAsOftenAsSaid() {
    let (predictions, trials) = ([0.1, 0.3, 0.5, 0.7, 0.9, 0.5, 0.2, 0.8], 500)
    func comparison(_ successes: [Int]) -> LawComparison {
      LawComparison(
        zip(predictions, successes).map {
          LawComparison.Cell(label: "", successes: Proportion(successes: $1, trials: trials), predicted: $0)
        })
    }
    let shift = comparison(predictions.map { Int($0 * Double(trials)) }).detectable(level: level)
    let found = power("law") { stream in
      comparison(
        predictions.map { p in
          let odds = p / (1 - p) * exp(shift)
          return stream.binomial(trials: trials, probability: odds / (1 + odds))
        })
    }
    // The variance of the counts is that of the shifted law, not of the stated one.
    expectClose(found, 0.9, absolute: 0.05)
  }

  /// An order shows as often as said where it wins as often as said.
  @Test func ordersShowAsOftenAsSaid() {
    let pairs = 60
    func order(_ wins: Int) -> PairedOrder { PairedOrder("", gains: (0..<pairs).map { $0 < wins ? 1 : -1 }) }
    let rate = 0.5 + order(30).detectable(level: level)
    var stream = RandomStream(StreamKey(seed: 1, content: "power", trial: 0, purpose: "order"))
    let shown = (0..<repetitions).count { _ in
      (order(stream.binomial(trials: pairs, probability: rate)).oppositePValue ?? 1) <= level
    }
    expectClose(Double(shown) / Double(repetitions), 0.9, absolute: 0.025)
  }

  /// Bent by twice what it finds, each is refuted; bent by nothing, none is.
  @Test func testsFallWhereTheirStatementIsBent() {
    let tests: [any StatementTest] = [
      FailureBoundTest("", count: count(30, of: 400), bound: 0.1),
      PairedOrder("", gains: (0..<60).map { $0 < 45 ? 1 : -1 }),
      LawComparison([.init(label: "", successes: Proportion(successes: 200, trials: 400), predicted: 0.5)]),
    ]
    for test in tests {
      #expect(test.bent(by: 2 * test.detectable(level: level)).pValue <= level, "\(test)")
      #expect(test.bent(by: 0).pValue > 0.01, "\(test)")
    }
  }
}
