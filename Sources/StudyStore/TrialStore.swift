// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
public import Foundation
import GRDB
public import StudyModel
public import StudyRunner
import Synchronization

/// The run folder of one study: every trial in `trials.sqlite`, committed as it comes.
public final class TrialStore: Sendable {
  /// Where the store is.
  public let folder: URL
  let table: TrialTable
  let grid: Grid
  let database: DatabaseQueue
  private let lock: FolderLock?
  private let cells: Mutex<[Cell: Int64]>
  /// The session that goes on.
  let session = Mutex<OpenSession?>(nil)

  /// Columns that two runs of the same trial may differ in.
  public static let timings: Set<String> = ["seconds"]

  /// Opens the folder for `study`: makes it when there is none, goes on in it when its study is the same or smaller.
  ///
  /// - `shard`: the part of the study that the folder is for; nil for the whole.
  /// - Throws: ``StoreError``.
  public init(folder: URL, study: Study, shard: Shard? = nil) throws {
    let table = TrialTable(study.experiment)
    (self.folder, self.table, grid) = (folder, table, study.grid)
    try RunFolder.prepare(folder)
    lock = try FolderLock(folder)
    database = try RunFolder.open(folder, table)
    let ids = try translating(RunFolder.database(in: folder)) { [database] in
      try database.write { database in
        try database.adopt(study, shard: shard, folder: folder)
        for cell in study.grid.cells { _ = try database.insert(cell, table) }
        if let policy = study.grid.policy { try database.insert(policy) }
        return try database.cellIDs(table, of: study.grid)
      }
    }
    cells = Mutex(ids)
  }

  /// The trials of a folder that is only looked at.
  ///
  /// - Throws: ``StoreError``.
  public init(reading run: StoredRun) throws {
    let table = TrialTable(run.study.experiment)
    (folder, database, self.table, grid) = (run.folder, run.database, table, run.study.grid)
    lock = nil
    let ids = try translating(RunFolder.database(in: folder)) { [database] in
      try database.read { try $0.cellIDs(table, of: run.study.grid) }
    }
    cells = Mutex(ids)
  }

  /// Row numbers of the cells that are stored.
  var cellIDs: [Cell: Int64] { cells.withLock { $0 } }

  func add(_ ids: [Cell: Int64]) {
    if !ids.isEmpty { cells.withLock { $0.merge(ids) { known, _ in known } } }
  }

  /// Runs `body`, and says of a database error what it means for the folder.
  func translated<Result>(_ body: () throws -> Result) throws -> Result {
    try translating(RunFolder.database(in: folder), body)
  }
}

extension TrialStore: TrialSink {
  /// Stores finished trials in one transaction; those already there stay as they are.
  public func record(_ trials: [TrialRecord]) throws {
    guard !trials.isEmpty else { return }
    try translated {
      let added = try database.write { database in
        try note(trials.count, database)
        return try database.insert(trials, table, known: cellIDs)
      }
      add(added)
    }
  }

  /// Stores what a search has decided.
  public func record(_ decisions: [CurveDecision]) throws {
    try translated { try database.write { try $0.insert(decisions) } }
  }
}
