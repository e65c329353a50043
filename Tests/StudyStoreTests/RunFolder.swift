// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Experiments
import Foundation
import GRDB
import StudyModel
import StudyRunner

/// Not Foundation's.
typealias Measurement = Experiments.Measurement

func tinyStudy(_ overrides: String...) throws -> Study { try tinyStudy(overrides) }

func tinyStudy(_ overrides: [String]) throws -> Study {
  let text = """
    study: tiny
    claim: recovery-law
    seed: 18446744073709551
    grid: {dimension: [20], sparsity: [2, 3], samples: [10, 15]}
    trials: {each: 20}
    """
  return try Study(StudyFile(name: "tiny.yaml", text: text, overrides: overrides))
}

/// Layers of two cells: the parallel scheme, which has no γ, and the cascade.
func layerStudy() throws -> Study {
  let text = """
    study: layers
    claim: general-bounds
    seed: 1
    networks: dense
    scheme: both
    grid: {depth: [2], width: [4], samples: [8], epsilon: [0.125], gamma: [1.5]}
    trials: {each: 2}
    """
  return try Study(StudyFile(name: "layers.yaml", text: text))
}

/// Trained networks, of which some quantities are measured of layers and of the whole.
func spiralStudy() throws -> Study {
  let text = """
    study: spirals
    claim: cascade-sparser
    seed: 1
    grid: {width: [8], scheme: [cascade], epsilon: [0.0625]}
    trials: {each: 2}
    """
  return try Study(StudyFile(name: "spirals.yaml", text: text))
}

extension Study {
  var cells: [Cell] { grid.cells }
}

/// A trial of ``tinyStudy()``.
func trial(
  _ cell: Cell, _ number: Int, _ verdict: RecoveryVerdict, error: Double? = nil, gap: Double? = nil,
  margin: Double? = nil, active: Int = 5, iterations: Int = 1, seconds: Double = 1
) -> TrialRecord {
  var outcome =
    RecoveryTrial(
      verdict: verdict, activeSamples: active, error: error, plantedNorm: 2.5, recoveredNorm: nil, gap: gap,
      margin: margin, iterations: iterations, method: .certificate
    ).outcome
  outcome.seconds = seconds
  return TrialRecord(cell: cell, trial: FinishedTrial(number: number, result: .success(outcome)))
}

func failed(_ cell: Cell, _ number: Int, _ message: String = "no memory") -> TrialRecord {
  TrialRecord(cell: cell, trial: FinishedTrial(number: number, result: .failure(TrialFailure(message: message))))
}

/// The database opened as any other tool would.
struct RawDatabase {
  private let queue: DatabaseQueue

  init(_ file: URL) throws { queue = try DatabaseQueue(path: file.path) }

  func execute(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

  func strings(_ sql: String) throws -> [String] { try queue.read { try String.fetchAll($0, sql: sql) } }
}
