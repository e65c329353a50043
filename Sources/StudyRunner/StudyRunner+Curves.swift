// SPDX-License-Identifier: GPL-3.0-or-later

/// Adaptive studies: the cells of a curve are not known beforehand, but found.
extension StudyRunner {
  /// Whether the searches of all curves have ended with the trials in `outcomes`.
  public func isFinished(curves: [SuccessCurve<E.Cell>], outcomes: [E.Cell: CellOutcomes]) -> Bool {
    schedule(curves, outcomes).isFinished
  }

  /// Every decision that the trials in `outcomes` lead to, by curve and stage.
  public func decisions(curves: [SuccessCurve<E.Cell>], outcomes: [E.Cell: CellOutcomes]) -> [CurveDecision] {
    curves.flatMap { CurveQueue($0, outcomes: outcomes, cost: experiment.cost).decisions }
  }

  /// Runs the trials that the searches of `curves` ask for, and gives every finished trial and decision to `sink`.
  ///
  /// A search depends on its own trials alone, so that the result is the same for any number of workers, order or
  /// interruption.
  /// - `outcomes`: the trials that are stored already.
  /// - Throws: the first error of `sink`.
  public func run(
    curves: [SuccessCurve<E.Cell>], outcomes: [E.Cell: CellOutcomes], into sink: some TrialSink<E.Cell, E.Outcome>,
    stop: StopSignal = StopSignal(), report: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> RunProgress {
    try await run(schedule(curves, outcomes), into: sink, stop: stop, report: report)
  }

  private func schedule(
    _ curves: [SuccessCurve<E.Cell>], _ outcomes: [E.Cell: CellOutcomes]
  ) -> Schedule<CurveQueue<E.Cell>> {
    Schedule(curves.map { CurveQueue($0, outcomes: outcomes, cost: experiment.cost) })
  }
}
