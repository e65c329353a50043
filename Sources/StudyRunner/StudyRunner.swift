// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
public import StudyModel

/// Runs the trials that a study lacks, on several workers.
///
/// What a trial finds depends on its cell and number alone, and when a cell stops depends on its trials alone: the same
/// study ends with the same trials for any number of workers, however often it was interrupted.
public struct StudyRunner: Sendable {
  let experiment: any Experiment
  private let seed: UInt64
  let plan: TrialPlan
  private let workers: Int

  /// - Precondition: `workers` ≥ 1.
  public init(_ experiment: any Experiment, seed: UInt64, plan: TrialPlan, workers: Int) {
    precondition(workers >= 1, "a study needs a worker")
    self.experiment = experiment
    self.seed = seed
    self.plan = plan
    self.workers = workers
  }

  /// Whether `history` has all that the plan asks of `cells`.
  public func isFinished(cells: [Cell], history: [Cell: CellHistory]) -> Bool {
    schedule(cells: cells, history: history).isFinished
  }

  /// Runs what `history` lacks of the plan in `cells`, and gives every finished trial to `sink`.
  ///
  /// - `cells`: the cells of the study, or of one shard of it.
  /// - `history`: the trials that are stored already.
  /// - `stop`: ends the run early; trials in flight are finished and stored.
  /// - `report`: called up to ten times a second.
  /// - Returns: the progress at the end; nothing remains unless the run was stopped.
  /// - Throws: the first error of `sink`, or what keeps a worker from making more trials. A trial that throws is a result, not an error.
  public func run(
    cells: [Cell], history: [Cell: CellHistory], into sink: some TrialSink,
    stop: StopSignal = StopSignal(), report: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> RunProgress {
    try await run(schedule(cells: cells, history: history), into: sink, stop: stop, report: report)
  }

  private func schedule(cells: [Cell], history: [Cell: CellHistory]) -> Schedule<CellQueue> {
    Schedule(
      cells.map { cell in
        CellQueue(cell, cost: experiment.cost(of: cell), history: history[cell] ?? CellHistory(), plan: plan)
      })
  }

  func run<Queue: TrialQueue>(
    _ schedule: Schedule<Queue>, into sink: some TrialSink, stop: StopSignal,
    report: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> RunProgress {
    let dispatcher = Dispatcher<Queue>(schedule: schedule, stop: stop, report: report)
    do {
      try await withThrowingTaskGroup { group in
        for _ in 0..<workers {
          group.addTask { try await work(for: dispatcher, into: sink, stop: stop) }
        }
        try await group.waitForAll()
      }
    } catch {
      // What was found before is kept, if the error is not that nothing can be.
      try? sink.record(await dispatcher.drain())
      throw error
    }
    try sink.record(await dispatcher.drain())
    return await dispatcher.progress
  }

  /// One worker: batch after batch until none is left.
  private func work<Queue: TrialQueue>(
    for dispatcher: Dispatcher<Queue>, into sink: some TrialSink, stop: StopSignal
  ) async throws {
    var workspace = TrialWorkspace()
    do {
      while let batch = await dispatcher.next() {
        let start = ContinuousClock.now
        let results = run(batch.cell, batch.numbers, in: &workspace, stop: stop)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let due = await dispatcher.handIn(results, of: batch, seconds: seconds)
        if let due { try sink.record(due) }
        if let obstacle = workspace.obstacle { throw obstacle }
      }
    } catch {
      stop.request()
      await dispatcher.wake()
      throw error
    }
  }

  private func run(
    _ cell: Cell, _ numbers: Range<Int>, in workspace: inout TrialWorkspace, stop: StopSignal
  ) -> BatchResults {
    var results = BatchResults(capacity: numbers.count)
    for trial in experiment.trials(cell, seed: seed, numbers: numbers, in: &workspace, until: { stop.isRequested }) {
      results.append(cell, trial)
    }
    return results
  }
}

extension TrialSink {
  /// Trials first: a decision without them would only be made again.
  fileprivate func record<Queue>(_ harvest: Dispatcher<Queue>.Harvest) throws {
    try record(harvest.trials)
    if !harvest.decisions.isEmpty { try record(harvest.decisions) }
  }
}
