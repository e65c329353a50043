// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore

extension Reader {
  /// The database of a run folder, read as `status` and `report` do.
  static func runFolders(in folder: URL) throws -> Reader {
    let run = folder.appending(path: "run")
    return Reader(name: "run-folder", seeds: [try database(in: folder)], words: ["SELECT", "success", "[]", "NULL"]) {
      file in
      try? FileManager.default.removeItem(at: run)
      try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
      try file.write(to: run.appending(path: "trials.sqlite"))
      let stored = try StoredRun(run)
      let store = try TrialStore(reading: stored)
      _ = (try store.histories(), try store.counts(), try store.sessions(), try store.trials(of: stored.study.grid))
    }
  }

  private static func database(in folder: URL) throws -> [UInt8] {
    let whole = folder.appending(path: "whole")
    let study = try Study(StudyFile(name: "tiny.yaml", text: tiny))
    do {
      let store = try TrialStore(folder: whole, study: study)
      let trial = RecoveryTrial(
        verdict: .recovered, activeSamples: 5, plantedNorm: 2.5, margin: 0.1, iterations: 1, method: .certificate)
      try store.record(
        (1...20).flatMap { number in
          study.grid.cells.map {
            TrialRecord(cell: $0, trial: FinishedTrial(number: number, result: .success(trial.outcome)))
          }
        })
    }
    return Array(try Data(contentsOf: whole.appending(path: "trials.sqlite")))
  }
}
