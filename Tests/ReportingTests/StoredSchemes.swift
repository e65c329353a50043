// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Reporting
import StudyModel
import StudyRunner
import StudyStore

private let schemeText = """
  study: tiny
  claim: theorem-2
  seed: 1
  networks: [dense]
  scheme: both
  grid: {depth: [1], width: [10], samples: [20], epsilon: [0.1, 0.2], gamma: [1]}
  trials: {each: 2}
  """

/// One layer of 100 weights with ‖Y‖ = 10, the theorem's bound twice and the sharp bound 1.25 times the error.
func trial(
  rd: Double, left: Double, certified: Bool = true, optimal: Bool = true, ratio: Double = 0.5
) -> TrialOutcome {
  typealias Q = LayerExperiment
  let error = 10 * rd
  let values: [(Quantity, Double)] = [
    (Q.error, error), (Q.boundNormalised, error / ratio), (Q.boundGeneral, 4 * error), (Q.boundSharp, 1.25 * error),
    (Q.allowance, 1e-12), (Q.certified, certified ? 1 : 0), (Q.optimal, optimal ? 1 : 0), (Q.nonzerosBefore, 100),
    (Q.nonzerosAfter, left), (Q.responseNorm, 10), (Q.gap, 1e-9), (Q.tolerance, error), (Q.residual, error),
  ]
  return TrialOutcome(success: true, values.map { Measurement($0, item: 1, $1) }, seconds: 2)
}

/// The cells in order: parallel and cascade at ε = 0.1, parallel and cascade at ε = 0.2.
func results(_ trials: [[TrialOutcome?]]) throws -> SchemeResults {
  let study = try Study(StudyFile(name: "tiny.yaml", text: schemeText))
  return SchemeResults(study: study, trials: finished(trials, in: study))
}

/// The trials of each cell of a study, in order and numbered from 1; nil is one that failed.
func finished(_ trials: [[TrialOutcome?]], in study: Study) -> [CellTrials] {
  zip(study.grid.cells, trials).map { cell, trials in
    CellTrials(
      cell: cell,
      trials: trials.enumerated().map { index, outcome in
        FinishedTrial(
          number: index + 1, result: outcome.map { .success($0) } ?? .failure(TrialFailure(message: "out of luck")))
      })
  }
}

/// Three networks that both schemes prune for two ε.
func schemeResults() throws -> SchemeResults {
  func trials(_ rd: Double, _ left: [Double]) -> [TrialOutcome?] { left.map { trial(rd: rd, left: $0) } }
  return try results([
    trials(0.1, [80, 82, 84]), trials(0.2, [50, 54, 56]), trials(0.4, [40, 41, 44]), trials(0.4, [30, 34, 35]),
  ])
}
