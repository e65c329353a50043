// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
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
) -> MeasuredTrial {
  let error = 10 * rd
  let values: [(LayerQuantity, Double)] = [
    (.error, error), (.boundNormalised, error / ratio), (.boundGeneral, 4 * error), (.boundSharp, 1.25 * error),
    (.allowance, 1e-12), (.certified, certified ? 1 : 0), (.optimal, optimal ? 1 : 0), (.nonzerosBefore, 100),
    (.nonzerosAfter, left), (.responseNorm, 10), (.gap, 1e-9), (.epsilon, error), (.residual, error),
  ]
  return MeasuredTrial(
    success: true, measurements: values.map { Measurement($0.rawValue, item: 1, $1) }, seconds: 2)
}

/// The cells in order: parallel and cascade at ε = 0.1, parallel and cascade at ε = 0.2.
func results(_ trials: [[MeasuredTrial?]]) throws -> SchemeResults {
  let study = try Study(StudyFile(name: "tiny.yaml", text: schemeText))
  guard case .schemes(let design) = study.design else { preconditionFailure("a study of schemes") }
  let measured = zip(design.cells, trials).map { cell, trials in
    MeasuredTrials(cell: cell.parameters, trials: trials.enumerated().map { ($0 + 1, $1) })
  }
  return SchemeResults(study: study, design: design, trials: measured)
}

/// Three networks that both schemes prune for two ε.
func schemeResults() throws -> SchemeResults {
  func trials(_ rd: Double, _ left: [Double]) -> [MeasuredTrial?] { left.map { trial(rd: rd, left: $0) } }
  return try results([
    trials(0.1, [80, 82, 84]), trials(0.2, [50, 54, 56]), trials(0.4, [40, 41, 44]), trials(0.4, [30, 34, 35]),
  ])
}
