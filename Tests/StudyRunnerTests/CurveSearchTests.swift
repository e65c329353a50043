// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics
import StudyModel
import StudyRunner
import Testing

/// A coin for every number of samples: curve c, sample count P is the cell 100,000·c + P, and falls on success with
/// probability Φ((P − 100c)/(10c)).
private struct CurvedCoin: Experiment {
  var beforeToss: @Sendable (Int, Int) -> Void = { _, _ in }

  func makeWorker() -> (Int, Int) throws -> Coin.Toss {
    let tosses = [Coin](repeating: Coin(), count: 1)
    return { cell, number in
      beforeToss(cell, number)
      let (curve, samples) = (Double(cell / 100_000), Double(cell % 100_000))
      let chance = TransitionLink.probit.probability((samples - 100 * curve) / (10 * curve))
      // A coin's cell is its chance in thousandths: the number keeps cells apart.
      return try tosses[0].makeWorker()(Int((1000 * chance).rounded()), 7919 * (cell % 1009) + number)
    }
  }

  func cost(of cell: Int) -> Double { Double(cell) }
}

private let curves = (1...3).map { curve in
  SuccessCurve(
    name: "curve \(curve)", policy: TransitionPolicy(halfWidth: 0.03, atMost: 3000), guess: 30, limit: 5000
  ) { 100_000 * curve + $0 }
}

@Suite struct CurveSearchTests {
  private func run(_ workers: Int, into sink: MemorySink, stop: StopSignal = StopSignal(), at toss: Int = 0)
    async throws
    -> RunProgress
  {
    let coin = toss == 0 ? CurvedCoin() : CurvedCoin(beforeToss: requesting(stop, atToss: toss))
    return try await StudyRunner(experiment: coin, plan: .each(1), workers: workers)
      .run(curves: curves, outcomes: sink.cellOutcomes, into: sink, stop: stop)
  }

  private var runner: StudyRunner<CurvedCoin> { StudyRunner(experiment: CurvedCoin(), plan: .each(1), workers: 1) }

  @Test func theMiddleOfEveryCurveIsFound() async throws {
    let sink = MemorySink()
    _ = try await run(2, into: sink)
    let last = Dictionary(grouping: sink.decisions, by: \.curve).compactMapValues(\.last)
    for curve in 1...3 {
      let decision = try #require(last["curve \(curve)"]?.decision)
      #expect(decision.phase == .reached)
      // Six standard errors: a false alarm in 1e-8.
      let (estimate, halfWidth) = (try #require(decision.estimates[0].samples), 0.03 * 100 * Double(curve))
      #expect(abs(estimate - 100 * Double(curve)) < 3 * halfWidth)
    }
  }

  /// Trials 3 and 7 of every cell.
  @Test func undecidedTrialsAreSeenAsSuch() async throws {
    let curve = SuccessCurve(
      name: "curve", policy: TransitionPolicy(halfWidth: 0.1, atMost: 300), guess: 100, limit: 999
    ) { $0 }
    let sink = MemorySink()
    _ = try await StudyRunner(experiment: Coin(undecidedAt: [3, 7]), plan: .each(1), workers: 1)
      .run(curves: [curve], outcomes: [:], into: sink)
    let seen = try #require(sink.decisions.last).seen
    #expect(!seen.isEmpty && seen.allSatisfy { $0.undecided == 2 })
  }

  @Test func workersChangeNothing() async throws {
    let sinks = [MemorySink(), MemorySink(), MemorySink()]
    for (workers, sink) in zip([1, 2, 5], sinks) { _ = try await run(workers, into: sink) }
    for sink in sinks {
      #expect(sink.outcomes == sinks[0].outcomes)
      #expect(sink.decisions == sinks[0].decisions)
      #expect(runner.isFinished(curves: curves, outcomes: sink.cellOutcomes))
    }
  }

  /// Stopped again and again, a search ends with the trials and decisions of an undisturbed one, none twice.
  @Test(arguments: [1, 3]) func interruptionsChangeNothing(_ workers: Int) async throws {
    let (undisturbed, interrupted) = (MemorySink(), MemorySink())
    _ = try await run(workers, into: undisturbed)
    var runs = 0
    while !runner.isFinished(curves: curves, outcomes: interrupted.cellOutcomes) {
      _ = try await run(workers, into: interrupted, at: 57)
      runs += 1
    }
    #expect(runs > 5)
    #expect(interrupted.all.count == undisturbed.all.count, "a trial ran twice or never")
    #expect(interrupted.outcomes == undisturbed.outcomes)
    #expect(runner.decisions(curves: curves, outcomes: interrupted.cellOutcomes) == undisturbed.decisions)
  }

  @Test func progressCountsWhatIsThereAndWhatIsAsked() async throws {
    let (stop, sink) = (StopSignal(), MemorySink())
    let first = try await run(1, into: sink, stop: stop, at: 57)
    #expect(first.before == 0 && first.finished == sink.all.count && first.remaining > 0)
    let second = try await run(2, into: sink)
    #expect(second.before == first.finished && second.remaining == 0)
    #expect(second.before + second.finished == sink.all.count)
    #expect(runner.remaining(in: curves[0], sink.cellOutcomes).trials == 0)
    #expect(runner.remaining(in: curves[0], [:]).trials == 10)
  }
}
