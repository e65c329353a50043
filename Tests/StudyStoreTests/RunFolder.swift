// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Claims
import Ensembles
import Foundation
import StudyModel
import StudyRunner

/// A folder of its own for each test, gone with it.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "trimlab-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }
}

func tinyStudy(_ overrides: String...) throws -> Study {
  let text = """
    study: tiny
    claim: recovery-law
    seed: 18446744073709551
    grid: {dimension: [20], sparsity: [2, 3], samples: [10, 15]}
    trials: {each: 20}
    """
  return try Study(StudyFile(name: "tiny.yaml", text: text, overrides: overrides))
}

extension Study {
  var cells: [PlantedEnsemble] {
    guard case .recovery(let design) = design else { preconditionFailure("a study of recovery") }
    return design.cells
  }
}

typealias Record = TrialRecord<PlantedEnsemble, RecoveryTrial>

func trial(
  _ cell: PlantedEnsemble, _ number: Int, _ verdict: RecoveryVerdict, error: Double? = nil, gap: Double? = nil,
  margin: Double? = nil, active: Int = 5, iterations: Int = 1, seconds: Double = 1
) -> Record {
  Record(
    cell: cell, number: number,
    result: .success(
      RecoveryTrial(
        verdict: verdict, activeSamples: active, error: error, plantedNorm: 2.5, recoveredNorm: nil, gap: gap,
        margin: margin, iterations: iterations, method: "certificate", seconds: seconds)))
}
