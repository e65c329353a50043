// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics
import StudyModel
import StudyRunner
import Testing

/// A coin for every number of samples: on curve c it falls on success with probability Φ((P − 100c)/(10c)).
private struct CurvedCoin: Experiment {
  static let curve = Parameter<Int>("curve", "c", .integers(1...3))
  static let samples = Parameter<Int>("samples", "P", .integers(1...5000))

  let parameters: [any GridParameter] = [curve, samples]
  let quantities: [Quantity] = []
  var beforeToss: @Sendable () -> Void = {}

  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> TrialOutcome {
    beforeToss()
    let (curve, samples) = (cell[Self.curve], cell[Self.samples])
    let chance = TransitionLink.probit.probability(Double(samples - 100 * curve) / Double(10 * curve))
    // A coin's cell is its chance in thousandths: the number keeps cells apart.
    let number = 7919 * ((100_000 * curve + samples) % 1009) + trial
    return TrialOutcome(success: Coin.lands(Int((1000 * chance).rounded()), seed, number), [])
  }

  func cost(of cell: Cell) -> Double { Double(100_000 * cell[Self.curve] + cell[Self.samples]) }

  static func start(_ curve: Int) -> Cell { CurvedCoin().cell([Self.curve.is(curve), samples.is(1)]) }
}

private let curves = (1...3).map { curve in
  SuccessCurve(
    start: CurvedCoin.start(curve), parameter: "samples", policy: TransitionPolicy(halfWidth: 0.03, atMost: 3000),
    guess: 30, limit: 5000)
}

@Suite struct CurveSearchTests {
  private func run(_ workers: Int, into sink: MemorySink, stop: StopSignal = StopSignal(), at toss: Int = 0)
    async throws
    -> RunProgress
  {
    let coin = toss == 0 ? CurvedCoin() : CurvedCoin(beforeToss: requesting(stop, atToss: toss))
    return try await StudyRunner(coin, seed: 0, plan: .each(1), workers: workers)
      .run(curves: curves, outcomes: sink.cellOutcomes, into: sink, stop: stop)
  }

  private var runner: StudyRunner { StudyRunner(CurvedCoin(), seed: 0, plan: .each(1), workers: 1) }

  @Test func theMiddleOfEveryCurveIsFound() async throws {
    let sink = MemorySink()
    _ = try await run(2, into: sink)
    let last = Dictionary(grouping: sink.decisions, by: \.curve).compactMapValues(\.last)
    for curve in 1...3 {
      let decision = try #require(last["curve=\(curve)"]?.decision)
      #expect(decision.phase == .reached)
      // Six standard errors: a false alarm in 1e-8.
      let (estimate, halfWidth) = (try #require(decision.estimates[0].samples), 0.03 * 100 * Double(curve))
      #expect(abs(estimate - 100 * Double(curve)) < 3 * halfWidth)
    }
  }

  /// Trials 3 and 7 of every cell.
  @Test func undecidedTrialsAreSeenAsSuch() async throws {
    let curve = SuccessCurve(
      start: Coin.cell(1), parameter: "chance", policy: TransitionPolicy(halfWidth: 0.1, atMost: 300), guess: 100,
      limit: 999)
    let sink = MemorySink()
    _ = try await StudyRunner(Coin(undecidedAt: [3, 7]), seed: 0, plan: .each(1), workers: 1)
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

  /// Success is likely from the least value on: the search stops there and tries none below.
  @Test func aSearchKeepsToItsAxis() async throws {
    let curve = SuccessCurve(
      start: CurvedCoin.start(1), parameter: "samples", policy: TransitionPolicy(halfWidth: 0.03, atMost: 3000),
      guess: 900, least: 130, limit: 5000)
    let sink = MemorySink()
    _ = try await StudyRunner(CurvedCoin(), seed: 0, plan: .each(1), workers: 1)
      .run(curves: [curve], outcomes: [:], into: sink)
    #expect(sink.all.map { $0.cell[CurvedCoin.samples] }.min() == 130)
    #expect(sink.decisions.last?.decision.phase == .oneSided)
  }

  /// Not only planted recovery can be searched: samples until hard thresholding recovers a neuron of 2 among 12 weights.
  @Test func anyExperimentCanBeSearched() async throws {
    let study = try Study(
      StudyFile(
        name: "search.yaml",
        text: """
          study: search
          claim: iht-recovery
          seed: 1
          grid:
            dimension: [12]
            neurons: [1]
            sparsity: [2]
            samples: {adaptive: {half-width: 0.2, at-most: 400}}
            starts: [1]
          """))
    let sinks = [MemorySink(), MemorySink()]
    for (workers, sink) in zip([1, 2], sinks) {
      _ = try await StudyRunner(study.experiment, seed: study.seed, plan: study.trials, workers: workers)
        .run(curves: study.grid.curves, outcomes: [:], into: sink)
    }
    #expect(sinks[0].outcomes == sinks[1].outcomes && sinks[0].decisions == sinks[1].decisions)
    let last = try #require(sinks[0].decisions.last)
    #expect(last.curve == "dimension=12 neurons=1 sparsity=2 starts=1" && last.decision.phase == .reached)
    // Two weights need two active samples, of which every other sample is one; as many as inputs tell all.
    let middle = try #require(last.decision.estimates[0].samples)
    #expect(middle > 4 && middle < 24, "\(middle)")
  }
}
