// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import ConvexRecovery
import Foundation
import StudyModel
import StudyRunner
import StudyStore

extension Reader {
  /// The database of a run folder, read as `status` and `report` do.
  static func runFolders(in folder: URL) throws -> Reader {
    let run = folder.appending(path: "run")
    return Reader(name: "run-folder", seeds: [try database(in: folder)], words: ["SELECT", "recovered", "[]", "NULL"]) {
      file in
      try? FileManager.default.removeItem(at: run)
      try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
      try file.write(to: run.appending(path: "trials.sqlite"))
      let stored = try StoredRun(run)
      guard case .recovery(let design) = stored.study.design else { return }
      let store = try StudyStore(reading: stored)
      _ = try store.histories()
      _ = try store.summaries(of: design)
    }
  }

  private static func database(in folder: URL) throws -> [UInt8] {
    let whole = folder.appending(path: "whole")
    let study = try Study(StudyFile(name: "tiny.yaml", text: tiny))
    guard case .recovery(let design) = study.design else { preconditionFailure("a study of recovery") }
    do {
      let store = try StudyStore(folder: whole, study: study)
      let trial = RecoveryTrial(
        verdict: .recovered, activeSamples: 5, plantedNorm: 2.5, margin: 0.1, iterations: 1, method: "certificate",
        seconds: 1)
      try store.record(
        (1...20).flatMap { number in
          design.cells.map { TrialRecord(cell: $0, number: number, result: .success(trial)) }
        })
    }
    return Array(try Data(contentsOf: whole.appending(path: "trials.sqlite")))
  }
}
