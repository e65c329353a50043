// SPDX-License-Identifier: GPL-3.0-or-later
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
        let merging = Merging(layout: table.layout, source: source.folder)
        let added = Result { try database.merged(by: merging) }
        try database.execute(sql: "DETACH DATABASE other")
        return try added.get()
      }
    }
  }

  /// Reads the cells that merging added.
  public func reloadCells() throws {
    add(try translated { try database.read { try $0.cellIDs(table) } })
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
  let layout: TableLayout
  let source: URL

  func run(_ database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO main.\(layout.cells) (\(layout.cellColumns.list))
        SELECT \(layout.cellColumns.list) FROM other.\(layout.cells) WHERE true
        ON CONFLICT (\(layout.cellColumns.list)) DO NOTHING
        """)
    try pairTrials(database)
    try refuseDifferences(database)
    let columns = ["number", "verdict", "failure"] + layout.trialColumns
    try database.execute(
      sql: """
        INSERT INTO main.\(layout.trials) (cell_id, \(columns.list))
        SELECT ours.id, \(columns.map { "trial.\($0)" }.list) FROM other.\(layout.trials) AS trial
        JOIN other.\(layout.cells) AS theirs ON theirs.id = trial.cell_id JOIN main.\(layout.cells) AS ours ON \(sameCell)
        WHERE trial.id NOT IN (SELECT theirs FROM temp.pair) ORDER BY trial.id
        """)
    let added = database.changesCount
    if let details = layout.details { try copy(details, database) }
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

  private var sameCell: String { layout.cellColumns.map { "ours.\($0) = theirs.\($0)" }.joined(separator: " AND ") }

  /// The trials that are in both, by their row numbers.
  private func pairTrials(_ database: Database) throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.pair;
        CREATE TEMP TABLE pair AS
        SELECT mine.id AS ours, trial.id AS theirs FROM other.\(layout.trials) AS trial
        JOIN other.\(layout.cells) AS theirs ON theirs.id = trial.cell_id JOIN main.\(layout.cells) AS ours ON \(sameCell)
        JOIN main.\(layout.trials) AS mine ON mine.cell_id = ours.id AND mine.number = trial.number
        """)
  }

  private func refuseDifferences(_ database: Database) throws {
    let columns = (["verdict", "failure"] + layout.trialColumns).filter { !TableLayout.timings.contains($0) }
    let differs = columns.map { "mine.\($0) IS NOT trial.\($0) AS \($0)" }.list
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT \(differs), concat_key FROM (SELECT trial.*, \(cellText) || ' trial=' || trial.number AS concat_key
          FROM other.\(layout.trials) AS trial JOIN other.\(layout.cells) AS theirs ON theirs.id = trial.cell_id) AS trial
        JOIN temp.pair ON pair.theirs = trial.id JOIN main.\(layout.trials) AS mine ON mine.id = pair.ours
        WHERE \(columns.map { "mine.\($0) IS NOT trial.\($0)" }.joined(separator: " OR ")) LIMIT 1
        """)
    if let row {
      throw StoreError.trialDiffers(
        path: source.path, trial: row["concat_key"], columns: columns.filter { row[$0] as Bool })
    }
    if let details = layout.details { try refuseDifferences(in: details, database) }
  }

  private func refuseDifferences(in details: (table: String, columns: [String]), _ database: Database) throws {
    let columns = details.columns.dropFirst().list
    func values(_ schema: String, _ side: String) -> String {
      """
      SELECT pair.ours, \(columns) FROM \(schema).\(details.table) AS detail
      JOIN temp.pair ON pair.\(side) = detail.\(details.columns[0])
      """
    }
    for (a, b) in [(("main", "ours"), ("other", "theirs")), (("other", "theirs"), ("main", "ours"))] {
      let difference = "\(values(a.0, a.1)) EXCEPT \(values(b.0, b.1)) LIMIT 1"
      guard let row = try Row.fetchOne(database, sql: difference) else { continue }
      throw StoreError.trialDiffers(path: source.path, trial: "\(row[0] as Int64)", columns: [details.table])
    }
  }

  /// Copies the details of the trials that were not in both before.
  private func copy(_ details: (table: String, columns: [String]), _ database: Database) throws {
    let columns = details.columns.dropFirst()
    try database.execute(
      sql: """
        INSERT INTO main.\(details.table) (\(details.columns.list))
        SELECT mine.id, \(columns.map { "detail.\($0)" }.list) FROM other.\(details.table) AS detail
        JOIN other.\(layout.trials) AS trial ON trial.id = detail.\(details.columns[0])
        JOIN other.\(layout.cells) AS theirs ON theirs.id = trial.cell_id JOIN main.\(layout.cells) AS ours ON \(sameCell)
        JOIN main.\(layout.trials) AS mine ON mine.cell_id = ours.id AND mine.number = trial.number
        WHERE trial.id NOT IN (SELECT theirs FROM temp.pair)
        """)
  }

  /// e.g. dimension=20 sparsity=2 …
  private var cellText: String {
    layout.cellColumns.map { "'\($0)=' || theirs.\($0)" }.joined(separator: " || ' ' || ")
  }
}

extension Sequence<String> {
  var list: String { joined(separator: ", ") }
}
