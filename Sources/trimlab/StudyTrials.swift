// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore

/// The trials of a study, or of one shard of it: which there are, and which are still to be run.
struct StudyTrials {
  let study: Study
  let runner: StudyRunner
  let cells: [Cell]
  /// Of an adaptive study, which has no cells until they are found.
  let curves: [SuccessCurve]
  private let workers: Int

  init(_ study: Study, _ shard: Shard?, workers: Int = 1) {
    (self.study, self.workers) = (study, workers)
    let experiment = study.experiment
    runner = StudyRunner(experiment, seed: study.seed, plan: study.trials, workers: workers)
    cells = shard?.elements(of: study.grid.cells, cost: experiment.cost) ?? study.grid.cells
    curves = shard?.elements(of: study.grid.curves) { experiment.cost(of: $0.start) } ?? study.grid.curves
  }

  /// - Throws: ``TooLarge`` where the workers' trials would not fit into this machine's memory.
  func requireMemory() throws {
    let available = Double(ProcessInfo.processInfo.physicalMemory)
    let starts = cells + curves.map(\.start)
    guard let largest = starts.max(by: { study.experiment.memory(of: $0) < study.experiment.memory(of: $1) }) else {
      return
    }
    let needed = study.experiment.memory(of: largest) * Double(min(workers, max(starts.count, 1)))
    if needed > available { throw TooLarge(cell: largest, needed: needed, available: available, workers: workers) }
  }

  /// Runs what the store lacks; nil when it lacks nothing.
  ///
  /// - Throws: ``Interrupted`` where `stop` was requested before the end.
  func run(into store: TrialStore, stop: StopSignal) async throws -> RunProgress? {
    let history = try store.histories()
    let outcomes = curves.isEmpty ? [:] : try store.outcomes()
    if !curves.isEmpty { try store.record(runner.decisions(curves: curves, outcomes: outcomes)) }
    guard !isFinished(history, outcomes) else { return nil }
    let session = try store.beginSession(workers: workers)
    let line = ProgressLine()
    let progress =
      if curves.isEmpty {
        try await runner.run(cells: cells, history: history, into: store, stop: stop, report: line.show)
      } else {
        try await runner.run(curves: curves, outcomes: outcomes, into: store, stop: stop, report: line.show)
      }
    line.clear()
    try store.endSession(session, trials: progress.finished, seconds: progress.elapsed / .seconds(1))
    guard progress.remaining == 0 else { throw Interrupted(progress) }
    return progress
  }

  /// Whether the store lacks nothing.
  func isFinished(in store: TrialStore) throws -> Bool {
    isFinished(try store.histories(), curves.isEmpty ? [:] : try store.outcomes())
  }

  private func isFinished(_ history: [Cell: CellHistory], _ outcomes: [Cell: CellOutcomes]) -> Bool {
    runner.isFinished(cells: cells, history: history) && runner.isFinished(curves: curves, outcomes: outcomes)
  }
}

/// A study whose trials ask for more memory than there is.
struct TooLarge: ExitCoded, CustomStringConvertible {
  let cell: Cell
  let needed, available: Double
  let workers: Int

  var exitStatus: ExitStatus { .badData }
  var description: String {
    "a trial of \(cell) takes about \(gigabytes(needed / Double(workers))) and \(workers) run at once, but this machine has "
      + "\(gigabytes(available)); make the cell smaller or use fewer --workers"
  }

  private func gigabytes(_ bytes: Double) -> String {
    bytes >= 1e15
      ? "\(bytes) bytes"
      : "\((bytes / 1e9).formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US_POSIX")))) GB"
  }
}

extension Interrupted {
  fileprivate init(_ progress: RunProgress) {
    description =
      "interrupted with \(progress.before + progress.finished) of \(progress.total) trials stored; the same command goes on from there"
  }
}
