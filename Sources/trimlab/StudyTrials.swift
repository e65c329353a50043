// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import StudyModel
import StudyRunner
import StudyStore

/// The trials of a study, or of one shard of it: which there are, and which are still to be run.
struct StudyTrials<Kind: StudyKind> {
  typealias Cell = Kind.Cell

  let kind: Kind
  let runner: StudyRunner<Kind.Trial>
  let cells: [Cell]
  /// Of an adaptive study, which has no cells until they are found.
  let curves: [SuccessCurve<Cell>]
  private let workers: Int

  init(_ kind: Kind, _ shard: Shard?, workers: Int = 1) {
    (self.kind, self.workers) = (kind, workers)
    let experiment = kind.experiment
    runner = StudyRunner(experiment: experiment, plan: kind.study.trials, workers: workers)
    let (allCells, allCurves) = (kind.table.cells, kind.curves)
    cells = shard?.elements(of: allCells, cost: experiment.cost) ?? allCells
    curves = shard?.elements(of: allCurves) { experiment.cost(of: $0.cell($0.guess)) } ?? allCurves
  }

  /// Runs what the store lacks; nil when it lacks nothing.
  ///
  /// - Throws: ``Interrupted`` where `stop` was requested before the end.
  func run(into store: Kind.Store, stop: StopSignal) async throws -> RunProgress? {
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
  func isFinished(in store: Kind.Store) throws -> Bool {
    isFinished(try store.histories(), curves.isEmpty ? [:] : try store.outcomes())
  }

  private func isFinished(_ history: [Cell: CellHistory], _ outcomes: [Cell: CellOutcomes]) -> Bool {
    runner.isFinished(cells: cells, history: history) && runner.isFinished(curves: curves, outcomes: outcomes)
  }
}

extension Interrupted {
  fileprivate init(_ progress: RunProgress) {
    description =
      "interrupted with \(progress.before + progress.finished) of \(progress.total) trials stored; the same command goes on from there"
  }
}
