// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Claims
import Ensembles
import Experiments
import Foundation
import Reporting
import StudyModel
import StudyRunner
import StudyStore
import TestSupport

func study(_ text: String) throws -> Study { try Study(StudyFile(name: "tiny.yaml", text: text)) }

func study(dimension: [Int], sparsity: [Int], samples: [Int], trials: String = "{each: 20}") throws -> Study {
  try study(
    """
    study: tiny
    claim: recovery-law
    seed: 1
    grid: {dimension: \(dimension), sparsity: \(sparsity), samples: \(samples)}
    trials: \(trials)
    """)
}

/// The results of a study in which the trials of each cell went as `outcome` says.
func results(
  _ study: Study, in folder: URL, outcome: (PlantedEnsemble) -> (recovered: Int, undecided: Int, trials: Int)
) throws -> RecoveryResults {
  let store = try TrialStore(folder: folder, study: study)
  for cell in study.grid.cells {
    let (recovered, undecided, trials) = outcome(PlantedEnsemble(cell))
    try store.record(
      (0..<trials).map { index in
        let verdict: RecoveryVerdict =
          index < recovered ? .recovered : index < recovered + undecided ? .undecided : .notRecovered
        return TrialRecord(cell: cell, trial: FinishedTrial(number: index + 1, result: .success(.planted(verdict))))
      })
  }
  return RecoveryResults(study: study, trials: try store.trials(of: study.grid))
}

/// A report of a study in which as many of a cell's 40 trials succeed as it has samples, up to 36.
func report(_ study: Study, in folder: URL) async throws -> RunReport<RecoveryResults> {
  let results = try results(study, in: folder.appending(path: "store-\(UUID().uuidString)")) { cell in
    (min(36, cell.samples), 0, 40)
  }
  let session = SessionSummary(sessions: 2, started: Date(timeIntervalSince1970: 0), ended: nil, seconds: 1.5)
  return RunReport(
    results: results,
    manifest: await Manifest(study: study, versions: ["gsl": "2.7"], workers: 2, trials: 160, sessions: session))
}

extension TrialOutcome {
  fileprivate static func planted(_ verdict: RecoveryVerdict) -> TrialOutcome {
    var outcome = RecoveryTrial(
      verdict: verdict, activeSamples: 7, error: nil, plantedNorm: 1, recoveredNorm: nil, gap: nil, margin: 0.1,
      iterations: 3, method: .certificate
    ).outcome
    outcome.seconds = 0.25
    return outcome
  }
}

/// The rows of a table without quoted fields, by column name.
func rows(_ csv: String) -> [[String: String]] {
  let lines = csv.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}

/// Figures of recovery with curves of three dimensions, of schemes, and of these grids: what house style is tested on.
func figures(of grids: some Collection<TinyGrid>, in folder: URL) throws -> [PanelFigure] {
  let study = try study(
    """
    study: tiny
    claim: theorem-3
    seed: 1
    grid: {dimension: [20, 40, 80], sparsity: [2, 4, 6], samples: [5, 10, 20, 30, 45]}
    trials: {each: 20}
    """)
  let recovery = try results(study, in: folder) { cell in (min(36, cell.samples), 0, 40) }
  return try recovery.figures + schemeResults().figures + grids.flatMap { try measuredResults($0).figures }
}
