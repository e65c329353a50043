// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
import GRDB
public import StudyModel
public import StudyRunner
import Synchronization

/// The run folder of one study: every trial in `trials.sqlite`, committed as it comes.
public final class TrialStore<Table: TrialTable>: Sendable {
  public let folder: URL
  let table: Table
  let database: DatabaseQueue
  private let lock: FolderLock
  /// Row numbers of the cells that are stored.
  let cellIDs: Mutex<[Table.Cell: Int64]>

  /// Opens the folder for `study`: makes it when there is none, goes on in it when its study is the same or smaller.
  ///
  /// - Throws: ``StoreError``.
  public init(folder: URL, study: Study, table: Table) throws {
    (self.folder, self.table) = (folder, table)
    try RunFolder.prepare(folder)
    lock = try FolderLock(folder)
    database = try RunFolder.open(folder)
    cellIDs = try translating(RunFolder.database(in: folder)) { [database] in
      try database.write { database in
        try database.adopt(study, folder: folder)
        for cell in table.cells { _ = try database.insert(cell, table) }
        return Mutex(try database.cellIDs(table))
      }
    }
  }

  /// Runs `body`, and says of a database error what it means for the folder.
  func translated<Result>(_ body: () throws -> Result) throws -> Result {
    try translating(RunFolder.database(in: folder), body)
  }
}

extension TrialStore: TrialSink {
  public func record(_ trials: [TrialRecord<Table.Cell, Table.Outcome>]) throws {
    guard !trials.isEmpty else { return }
    try translated {
      let added = try database.write { try $0.insert(trials, table, known: cellIDs.withLock { $0 }) }
      if !added.isEmpty { cellIDs.withLock { $0.merge(added) { known, _ in known } } }
    }
  }
}
