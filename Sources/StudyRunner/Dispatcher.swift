// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments

/// Hands batches to the workers and collects what they found: the only shared state of a run.
actor Dispatcher<Queue: TrialQueue> {
  typealias Batch = Schedule<Queue>.Batch

  /// What is to be stored: trials, and the decisions that they led to.
  struct Harvest: Sendable {
    var trials: [TrialRecord] = []
    var decisions: [CurveDecision] = []
  }

  /// Collected trials are due to be stored after half a second, or when there are this many.
  private static var storeInterval: Duration { .milliseconds(500) }
  private static var storeCount: Int { 1000 }
  private static var reportInterval: Duration { .milliseconds(100) }

  private var schedule: Schedule<Queue>
  private let stop: StopSignal
  private let report: @Sendable (RunProgress) -> Void
  private var collected = Harvest()
  private var idle: [CheckedContinuation<Void, Never>] = []

  private let start = ContinuousClock.now
  private var lastStored = ContinuousClock.now
  private var lastReport = ContinuousClock.now
  private let before: Int
  private var finished = 0
  private var failed = 0
  private var costDone = 0.0
  /// Time that all workers together spent on trials.
  private var busySeconds = 0.0

  init(schedule: Schedule<Queue>, stop: StopSignal, report: @escaping @Sendable (RunProgress) -> Void) {
    self.schedule = schedule
    self.stop = stop
    self.report = report
    before = schedule.finishedTrials
    collected.decisions = self.schedule.takeAllDecisions()
  }

  /// The next batch, waiting while the trials in flight decide whether there is one; nil when the work is over.
  ///
  /// Whoever waits is woken by the next batch that is handed in, which also is when a stop gets noticed.
  func next() async -> Batch? {
    while !stop.isRequested {
      if let batch = schedule.next() { return batch }
      if schedule.isFinished { return nil }
      await withCheckedContinuation { idle.append($0) }
    }
    return nil
  }

  /// Takes the results of a batch; returns what was collected when it is time that the worker stores it, else nil.
  func handIn(_ results: BatchResults, of batch: Batch, seconds: Double) -> Harvest? {
    schedule.finish(batch, results.outcomes, seconds: seconds)
    collected.trials += results.records
    collected.decisions += schedule.takeDecisions(of: batch.queue)
    finished += results.records.count
    failed += results.failed
    costDone += Double(results.records.count) * batch.cost
    busySeconds += seconds
    wake()
    let now = ContinuousClock.now
    if now - lastReport >= Self.reportInterval {
      lastReport = now
      report(progress)
    }
    guard collected.trials.count >= Self.storeCount || now - lastStored >= Self.storeInterval else { return nil }
    lastStored = now
    return drain()
  }

  /// Has those who wait look again whether there is work.
  func wake() {
    for continuation in idle { continuation.resume() }
    idle = []
  }

  /// What was collected and no worker was given to store.
  func drain() -> Harvest {
    defer { collected = Harvest() }
    return collected
  }

  var progress: RunProgress {
    let elapsed = ContinuousClock.now - start
    return RunProgress(
      before: before, finished: finished, remaining: schedule.remaining, beyond: schedule.beyond, failed: failed,
      elapsed: elapsed, estimated: estimated(after: elapsed / .seconds(1)))
  }

  /// The work that is left over how many workers were busy so far.
  private func estimated(after elapsed: Double) -> Duration? {
    guard costDone > 0, busySeconds > 0, elapsed > 0 else { return nil }
    let work = schedule.remainingSeconds(pace: busySeconds / costDone)
    return .seconds(work * elapsed / busySeconds)
  }
}

/// What a worker hands in: the trials, and what the schedule wants to know of them, put together while they are at hand.
struct BatchResults: Sendable {
  private(set) var records: [TrialRecord] = []
  private(set) var outcomes: [(number: Int, success: Bool?)] = []
  private(set) var failed = 0

  init(capacity: Int) {
    records.reserveCapacity(capacity)
    outcomes.reserveCapacity(capacity)
  }

  mutating func append(_ cell: Cell, _ trial: FinishedTrial) {
    records.append(TrialRecord(cell: cell, trial: trial))
    let outcome = trial.outcome
    outcomes.append((trial.number, outcome?.success))
    if outcome == nil { failed += 1 }
  }
}
