// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Statistics
import StudyModel
import StudyRunner
import StudyStore

/// The trials of a study of planted recovery, or of one shard of it: which there are, and which are still to be run.
struct StudyTrials {
  let study: Study
  let design: RecoveryDesign
  let runner: StudyRunner<RecoveryExperiment>
  let cells: [PlantedEnsemble]
  /// Of an adaptive study, which has no cells until they are found.
  let curves: [SuccessCurve<PlantedEnsemble>]
  private let workers: Int

  init(_ study: Study, _ design: RecoveryDesign, _ shard: Shard?, workers: Int = 1) {
    (self.study, self.design, self.workers) = (study, design, workers)
    let experiment = RecoveryExperiment(seed: study.seed, method: design.method)
    runner = StudyRunner(experiment: experiment, plan: study.trials, workers: workers)
    let (allCells, allCurves) = (design.cells, design.curves)
    cells = shard?.elements(of: allCells, cost: experiment.cost) ?? allCells
    let ensembles = shard?.elements(of: allCurves, cost: experiment.cost) ?? allCurves
    curves = design.policy.map { policy in ensembles.map { SuccessCurve($0, policy) } } ?? []
  }

  /// Runs what the store lacks; nil when it lacks nothing.
  ///
  /// - Throws: ``Interrupted`` where `stop` was requested before the end.
  func run(into store: StudyStore, stop: StopSignal) async throws -> RunProgress? {
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
  func isFinished(in store: StudyStore) throws -> Bool {
    isFinished(try store.histories(), curves.isEmpty ? [:] : try store.outcomes())
  }

  private func isFinished(
    _ history: [PlantedEnsemble: CellHistory], _ outcomes: [PlantedEnsemble: CellOutcomes]
  ) -> Bool {
    runner.isFinished(cells: cells, history: history) && runner.isFinished(curves: curves, outcomes: outcomes)
  }
}

extension SuccessCurve<PlantedEnsemble> {
  /// Beyond 32 N samples nothing is tried.
  fileprivate init(_ ensemble: PlantedEnsemble, _ policy: TransitionPolicy) {
    self.init(
      name: ensemble.curveName, policy: policy, guess: ensemble.samples, limit: 32 * ensemble.dimension
    ) { samples in
      var cell = ensemble
      cell.samples = samples
      return cell
    }
  }
}

extension PlantedEnsemble {
  /// The ensemble but for its number of samples, as decisions name it.
  var curveName: String { "N=\(dimension) s=\(sparsity) inputs=\(inputs.name) weights=\(weights.rawValue)" }
}

extension Interrupted {
  fileprivate init(_ progress: RunProgress) {
    description =
      "interrupted with \(progress.before + progress.finished) of \(progress.total) trials stored; the same command goes on from there"
  }
}
