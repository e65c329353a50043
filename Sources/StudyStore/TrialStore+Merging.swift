// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import GRDB

extension TrialStore {
  /// Adds the trials, decisions and sessions of another folder of the same study; what is there already is left as it is.
  ///
  /// - Returns: the number of trials that were new.
  /// - Throws: ``StoreError/trialDiffers(path:trial:columns:)`` where a trial is in both and not the same, timings aside;
  ///   then nothing of that folder was added. ``StoreError/inUse(path:)``.
  public func merge(_ source: StoredRun) throws -> Int {
    guard !source.isInUse else { throw StoreError.inUse(path: source.folder.path) }
    return try translating(RunFolder.database(in: source.folder)) {
      try database.writeWithoutTransaction { database in
        try database.execute(
          sql: "ATTACH DATABASE ? AS other", arguments: [RunFolder.readingURI(of: source.folder)])
        let merging = Merging(table: table, source: source.folder)
        let added = Result { try database.merged(by: merging) }
        try database.execute(sql: "DETACH DATABASE other")
        return try added.get()
      }
    }
  }

  /// Reads the cells that merging added.
  public func reloadCells() throws {
    add(try translated { try database.read { try $0.cellIDs(table, of: grid) } })
  }
}

extension Database {
  fileprivate func merged(by merging: Merging) throws -> Int {
    var added = 0
    try inTransaction {
      added = try merging.run(self)
      return .commit
    }
    return added
  }
}

/// The statements that bring the trials of the database `other` into this one.
struct Merging {
  let table: TrialTable
  let source: URL

  func run(_ database: Database) throws -> Int {
    let parameters = (["name"] + table.parameters.map(\.name.quoted)).list
    try database.execute(
      sql: """
        INSERT INTO main.cell (\(parameters)) SELECT \(parameters) FROM other.cell WHERE true
        ON CONFLICT (name) DO NOTHING
        """)
    try pairTrials(database)
    try refuseDifferences(database)
    let columns = table.trialColumns.dropFirst()
    try database.execute(
      sql: """
        INSERT INTO main.trial (cell_id, \(columns.list))
        SELECT ours.id, \(columns.map { "trial.\($0)" }.list) FROM \(otherTrials) JOIN main.cell AS ours USING (name)
        WHERE trial.id NOT IN (SELECT theirs FROM temp.pair) ORDER BY trial.id
        """)
    let added = database.changesCount
    if table.hasItems { try copyItems(database) }
    try database.execute(
      sql: """
        INSERT INTO main.decision (curve, stage, phase, trials, seen, estimates, requests)
        SELECT curve, stage, phase, trials, seen, estimates, requests FROM other.decision WHERE true
        ON CONFLICT (curve, stage) DO NOTHING;
        INSERT INTO main.session (started, ended, workers, trials, seconds, run)
        SELECT started, ended, workers, trials, seconds, run FROM other.session
        WHERE run NOT IN (SELECT run FROM main.session) ORDER BY id;
        DROP TABLE temp.pair;
        """)
    return added
  }

  private let otherTrials = "other.trial AS trial JOIN other.cell AS theirs ON theirs.id = trial.cell_id"
  private let ourTrials =
    "main.cell AS ours USING (name) JOIN main.trial AS mine ON mine.cell_id = ours.id AND mine.number = trial.number"

  init(table: TrialTable, source: URL) { (self.table, self.source) = (table, source) }

  /// The trials that are in both, by their row numbers.
  private func pairTrials(_ database: Database) throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.pair;
        CREATE TEMP TABLE pair AS
        SELECT mine.id AS ours, trial.id AS theirs, name || ' trial=' || trial.number AS key
        FROM \(otherTrials) JOIN \(ourTrials)
        """)
  }

  /// - Throws: ``StoreError/trialDiffers(path:trial:columns:)``.
  private func refuseDifferences(_ database: Database) throws {
    let names = ["verdict", "failure"] + table.quantities.map(\.name)
    let differs = names.map { "mine.\($0.quoted) IS NOT trial.\($0.quoted)" }
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT key, \(differs.list) FROM temp.pair
        JOIN main.trial AS mine ON mine.id = pair.ours JOIN other.trial AS trial ON trial.id = pair.theirs
        WHERE \(differs.joined(separator: " OR ")) LIMIT 1
        """)
    if let row {
      let columns = names.indices.filter { row[$0 + 1] as Bool }.map { names[$0] }
      throw StoreError.trialDiffers(path: source.path, trial: row[0], columns: columns)
    }
    if table.hasItems { try refuseDifferentItems(database) }
  }

  private func refuseDifferentItems(_ database: Database) throws {
    let columns = table.itemColumns.dropFirst().list
    let ours = "SELECT key, \(columns) FROM main.item JOIN temp.pair ON trial_id = ours"
    let theirs = "SELECT key, \(columns) FROM other.item JOIN temp.pair ON trial_id = theirs"
    for (some, others) in [(ours, theirs), (theirs, ours)] {
      guard let row = try Row.fetchOne(database, sql: "\(some) EXCEPT \(others) LIMIT 1") else { continue }
      throw StoreError.trialDiffers(path: source.path, trial: row[0], columns: ["item \(row[1] as Int)"])
    }
  }

  /// Copies the items of the trials that were not in both before.
  private func copyItems(_ database: Database) throws {
    let columns = table.itemColumns
    try database.execute(
      sql: """
        INSERT INTO main.item (\(columns.list))
        SELECT mine.id, \(columns.dropFirst().map { "item.\($0)" }.list)
        FROM \(otherTrials) JOIN \(ourTrials) JOIN other.item AS item ON item.trial_id = trial.id
        WHERE trial.id NOT IN (SELECT theirs FROM temp.pair)
        """)
  }
}
