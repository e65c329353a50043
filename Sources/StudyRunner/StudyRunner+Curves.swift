// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
public import StudyModel

/// Adaptive studies: the cells of a curve are not known beforehand, but found.
extension StudyRunner {
  /// Whether the searches of all curves have ended with the trials in `outcomes`.
  public func isFinished(curves: [SuccessCurve], outcomes: [Cell: CellOutcomes]) -> Bool {
    schedule(curves, outcomes).isFinished
  }

  /// Every decision that the trials in `outcomes` lead to, by curve and stage.
  public func decisions(curves: [SuccessCurve], outcomes: [Cell: CellOutcomes]) -> [CurveDecision] {
    curves.flatMap { CurveQueue($0, outcomes: outcomes, cost: experiment.cost).decisions }
  }

  /// Runs the trials that the searches of `curves` ask for, and gives every finished trial and decision to `sink`.
  ///
  /// A search depends on its own trials alone, so that the result is the same for any number of workers, order or
  /// interruption.
  /// - `outcomes`: the trials that are stored already.
  /// - Throws: the first error of `sink`.
  public func run(
    curves: [SuccessCurve], outcomes: [Cell: CellOutcomes], into sink: some TrialSink,
    stop: StopSignal = StopSignal(), report: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> RunProgress {
    try await run(schedule(curves, outcomes), into: sink, stop: stop, report: report)
  }

  private func schedule(_ curves: [SuccessCurve], _ outcomes: [Cell: CellOutcomes]) -> Schedule<CurveQueue> {
    Schedule(curves.map { CurveQueue($0, outcomes: outcomes, cost: experiment.cost) })
  }
}
