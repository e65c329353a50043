// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyModel
import StudyRunner
import Testing

@Suite struct StudyRunnerTests {
  private let cells = [0, 100, 500, 900, 1000].map(Coin.cell)
  private let adaptive = TrialPlan.precision(halfWidth: 0.06, confidence: 0.95, atMost: 500)

  @Test(arguments: [1, 2, 4])
  func everyTrialRunsOnce(_ workers: Int) async throws {
    let sink = MemorySink()
    let progress = try await StudyRunner(Coin(), seed: 0, plan: .each(300), workers: workers)
      .run(cells: cells, history: [:], into: sink)
    #expect(sink.all.count == 1500)
    #expect(
      sink.histories.mapValues(\.finished) == Dictionary(uniqueKeysWithValues: cells.map { ($0, RangeSet(1..<301)) }))
    #expect(progress.finished == 1500 && progress.remaining == 0 && progress.before == 0 && progress.failed == 0)
    #expect(sink.histories[Coin.cell(0)]?.successes == 0)
    #expect(sink.histories[Coin.cell(1000)]?.successes == 300)
  }

  @Test(arguments: [TrialPlan.each(300), .precision(halfWidth: 0.06, confidence: 0.95, atMost: 500)])
  func outcomesDoNotDependOnWorkersOrOrder(_ plan: TrialPlan) async throws {
    var outcomes: [[Cell: [Int: Coin.Toss]]] = []
    for (workers, cells) in [(1, cells), (2, cells), (3, Array(cells.reversed()))] {
      let sink = MemorySink()
      _ = try await StudyRunner(Coin(), seed: 0, plan: plan, workers: workers)
        .run(cells: cells, history: [:], into: sink)
      outcomes.append(sink.outcomes)
    }
    #expect(outcomes[1] == outcomes[0])
    #expect(outcomes[2] == outcomes[0])
  }

  @Test func onlyMissingTrialsRun() async throws {
    var history = CellHistory()
    for number in [1, 2, 5, 9, 400] { history.add(number: number, success: true) }
    let sink = MemorySink()
    let progress = try await StudyRunner(Coin(), seed: 0, plan: .each(10), workers: 2)
      .run(cells: [500, 600].map(Coin.cell), history: [Coin.cell(500): history], into: sink)
    #expect(sink.outcomes[Coin.cell(500)]?.keys.sorted() == [3, 4, 6, 7, 8, 10])
    #expect(sink.outcomes[Coin.cell(600)]?.keys.sorted() == Array(1...10))
    #expect(progress.before == 5 && progress.finished == 16)
  }

  @Test func aFinishedStudyRunsNothing() async throws {
    let sink = MemorySink()
    let runner = StudyRunner(Coin(), seed: 0, plan: adaptive, workers: 2)
    #expect(!runner.isFinished(cells: cells, history: [:]))
    _ = try await runner.run(cells: cells, history: [:], into: sink)
    #expect(runner.isFinished(cells: cells, history: sink.histories))
    let again = try await runner.run(cells: cells, history: sink.histories, into: MemorySink(capacity: 0))
    #expect(again.finished == 0 && again.remaining == 0)
  }

  /// Stopped again and again after a few trials, a study must end with the very trials of an undisturbed run.
  @Test(arguments: [TrialPlan.each(300), .precision(halfWidth: 0.06, confidence: 0.95, atMost: 500)], [1, 3])
  func interruptionsChangeNothing(_ plan: TrialPlan, _ workers: Int) async throws {
    let (undisturbed, interrupted) = (MemorySink(), MemorySink())
    let runner = StudyRunner(Coin(), seed: 0, plan: plan, workers: workers)
    _ = try await runner.run(cells: cells, history: [:], into: undisturbed)
    var runs = 0
    while !runner.isFinished(cells: cells, history: interrupted.histories) {
      let stop = StopSignal()
      let coin = Coin(beforeToss: requesting(stop, atToss: 111))
      _ = try await StudyRunner(coin, seed: 0, plan: plan, workers: workers)
        .run(cells: cells, history: interrupted.histories, into: interrupted, stop: stop)
      runs += 1
    }
    #expect(runs > 5)
    #expect(interrupted.all.count == undisturbed.all.count, "a trial ran twice or never")
    #expect(interrupted.outcomes == undisturbed.outcomes)
  }

  @Test func cellsFillEvenly() async throws {
    let (stop, sink) = (StopSignal(), MemorySink())
    let coin = Coin(beforeToss: requesting(stop, atToss: 700))
    _ = try await StudyRunner(coin, seed: 0, plan: .each(1000), workers: 2)
      .run(cells: cells, history: [:], into: sink, stop: stop)
    let counts = cells.map { sink.histories[$0]?.trials ?? 0 }
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 64, "\(counts)")
  }

  @Test func aTrialThatThrowsIsAResult() async throws {
    let sink = MemorySink()
    let progress = try await StudyRunner(Coin(stumblesAt: [3, 7]), seed: 0, plan: .each(10), workers: 2)
      .run(cells: [Coin.cell(500)], history: [:], into: sink)
    let failures = sink.all.compactMap {
      if case .failure(let failure) = $0.trial.result { failure.message } else { nil }
    }
    #expect(failures == ["the coin rolled away", "the coin rolled away"])
    #expect(progress.failed == 2 && progress.finished == 10)
    #expect(sink.histories[Coin.cell(500)]?.undecided == 2)
  }

  /// A full disk must end the run with its error, also while other workers wait for the outcome of a look.
  @Test(arguments: [1, 4], [TrialPlan.each(4000), .precision(halfWidth: 0.001, confidence: 0.95, atMost: 4000)])
  func anErrorOfTheSinkEndsTheRun(_ workers: Int, _ plan: TrialPlan) async {
    await #expect(throws: MemorySink.Full.self) {
      _ = try await StudyRunner(Coin(), seed: 0, plan: plan, workers: workers)
        .run(cells: [Coin.cell(500)], history: [:], into: MemorySink(capacity: 1500))
    }
  }

  /// A search may come to a cell in which no trial can be made: that is what its trials say, and none is tried.
  @Test func aCellWithAProblemFailsEveryTrial() async throws {
    let sink = MemorySink()
    let progress = try await StudyRunner(LevelCoin(), seed: 0, plan: .each(5), workers: 2)
      .run(cells: [Coin.cell(500), Coin.cell(501)], history: [:], into: sink)
    #expect(progress.failed == 5 && progress.finished == 10)
    let failures = sink.all.filter { $0.cell == Coin.cell(501) }.map(\.trial.result)
    #expect(failures.count == 5)
    for failure in failures {
      #expect(throws: TrialFailure(message: "501 thousandths are not level; take 500")) { try failure.get() }
    }
  }
}

/// A coin that is nothing but level.
private struct LevelCoin: Experiment {
  let parameters: [any GridParameter] = [Coin.chance]
  let quantities: [Quantity] = []

  func problem(with cell: Cell) -> CellProblem? {
    let chance = cell[Coin.chance]
    return chance == 500 ? nil : CellProblem(Coin.chance, "\(chance) thousandths are not level; take 500")
  }

  func cost(of cell: Cell) -> Double { 1 }

  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> TrialOutcome {
    precondition(cell[Coin.chance] == 500, "cannot be tossed")
    return TrialOutcome([])
  }
}
