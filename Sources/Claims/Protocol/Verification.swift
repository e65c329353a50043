// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// What `verify` runs for a claim: cells of an experiment, each with its number of trials.
public struct Verification: Sendable {
  /// Of which all cells are.
  public let experiment: any Experiment
  /// What is measured, with the number of trials of each.
  public let cells: [(cell: Cell, trials: Int)]

  /// Cells of an experiment, each with its number of trials.
  public init(_ experiment: any Experiment, _ cells: [(cell: Cell, trials: Int)]) {
    (self.experiment, self.cells) = (experiment, cells)
  }

  /// The same number of trials in each of `cells`.
  public init(_ experiment: any Experiment, _ cells: [Cell], trials: Int) {
    self.init(experiment, cells.map { ($0, trials) })
  }

  /// Runs all trials; the same whatever the number of workers.
  public func run(_ plan: VerificationPlan) async -> [CellTrials] {
    let places = cells.indices.flatMap { index in (0..<cells[index].trials).map { (cell: index, number: $0 + 1) } }
    let finished = await plan.map(places.count) { workspace, index in
      let place = places[index]
      return experiment.trial(cells[place.cell].cell, seed: plan.seed, number: place.number, in: &workspace)
    }
    var next = 0
    return cells.map { cell, trials in
      defer { next += trials }
      return CellTrials(cell: cell, trials: Array(finished[next..<next + trials]))
    }
  }
}

extension [CellTrials] {
  /// Why trials failed, the first of each cell that has any: a failed trial is evidence of nothing, and no reader should miss it.
  var failureRemarks: [String] {
    let failing = filter { $0.failed > 0 }
    guard let first = failing.first, let trial = first.trials.first(where: { $0.outcome == nil }),
      case .failure(let failure) = trial.result
    else { return [] }
    let count = failing.reduce(0) { $0 + $1.failed }
    return ["\(count) trials failed; trial \(trial.number) at \(first.cell): \(failure)"]
  }
}
