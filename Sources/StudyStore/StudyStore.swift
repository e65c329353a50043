// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
public import Claims
public import Ensembles
public import Foundation
import GRDB
public import StudyModel
public import StudyRunner

/// The run folder of one study: every trial in `trials.sqlite`, committed as it comes.
public final class StudyStore: Sendable {
  public let folder: URL
  let database: DatabaseQueue
  private let lock: FolderLock
  /// Row numbers of the study's cells.
  let cellIDs: [PlantedEnsemble: Int64]

  /// Opens the folder for `study`: makes it when there is none, goes on in it when its study is the same or smaller.
  ///
  /// - Throws: ``StoreError``.
  public init(folder: URL, study: Study) throws {
    let file = folder.appending(path: "trials.sqlite")
    self.folder = folder
    try Self.prepare(folder, file)
    lock = try FolderLock(folder)
    let database = try translating(file) {
      let queue = try DatabaseQueue(path: file.path, configuration: Self.configuration)
      guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
        throw StoreError.unreadable(path: file.path, reason: "it was written by a later version of trimlab")
      }
      try Schema.migrator.migrate(queue)
      return queue
    }
    cellIDs = try translating(file) {
      try database.write { database in
        try database.adopt(study, folder: folder)
        return try database.insertCells(of: study)
      }
    }
    self.database = database
  }

  private static func prepare(_ folder: URL, _ file: URL) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    guard !FileManager.default.fileExists(atPath: file.path) else { return }
    let results = ["cells.csv", "manifest.json", "figures"]
    let found = results.first { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    if let found { throw .notARunFolder(path: folder.path, found: found) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.prepareDatabase { database in
      // In WAL mode a commit survives a crash of the process with NORMAL already; FULL also survives a power cut.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }
}

extension StudyStore: TrialSink {
  public func record(_ trials: [TrialRecord<PlantedEnsemble, RecoveryTrial>]) throws {
    guard !trials.isEmpty else { return }
    try translating(folder.appending(path: "trials.sqlite")) {
      try database.write { database in
        let insert = try database.cachedStatement(sql: Self.insertion)
        for trial in trials {
          guard let cell = cellIDs[trial.cell] else { preconditionFailure("\(trial.cell) is not a cell of the study") }
          // A row has the statement's columns by construction: checking that for every trial would only cost.
          insert.setUncheckedArguments(trial.row(cell: cell))
          try insert.execute()
        }
      }
    }
  }

  private static let insertion = """
    INSERT INTO trial (cell_id, number, verdict, failure, active_samples, error, planted_norm, recovered_norm, gap,
      margin, iterations, method, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}

extension TrialRecord<PlantedEnsemble, RecoveryTrial> {
  fileprivate func row(cell: Int64) -> StatementArguments {
    switch result {
    case .success(let trial):
      [
        cell, number, trial.verdict.rawValue, nil, trial.activeSamples, trial.error, trial.plantedNorm,
        trial.recoveredNorm, trial.gap, trial.margin, trial.iterations, trial.method, trial.seconds,
      ]
    case .failure(let failure):
      [cell, number, "failed", failure.message, nil, nil, nil, nil, nil, nil, nil, nil, nil]
    }
  }
}
