// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import GRDB
import StudyRunner

/// One trial as it is stored.
public struct StoredTrial: Sendable {
  /// The cell of the trial.
  public let cell: Cell
  /// Its number in the cell, from 1.
  public let number: Int
  /// Verdict, failure, and all that the trial found.
  public let fields: [(name: String, value: StoredValue)]
}

extension TrialStore {
  /// The trial with that row number; nil where there is none.
  public func trial(_ id: Int) throws -> StoredTrial? {
    try translated {
      try database.read { database in
        let columns = ["cell_id", "number"] + table.outcomeColumns
        let trial = try Row.fetchOne(database, sql: "SELECT \(columns.list) FROM trial WHERE id = ?", arguments: [id])
        guard let trial, let cell = cellIDs.first(where: { $0.value == trial["cell_id"] })?.key else { return nil }
        let values = trial.databaseValues.dropFirst(2).map { StoredValue($0) }
        return StoredTrial(
          cell: cell, number: trial["number"], fields: zip(table.fieldNames, values) + (try items(of: id, database)))
      }
    }
  }

  /// The fields that this trial would have if it were stored.
  public func fields(of trial: FinishedTrial) -> [(name: String, value: StoredValue)] {
    zip(table.fieldNames, table.values(of: trial))
      + (trial.outcome.map(table.items) ?? []).flatMap { table.fields(ofItem: $0.item, $0.values) }
  }

  private func items(of trial: Int, _ database: Database) throws -> [(name: String, value: StoredValue)] {
    guard table.hasItems else { return [] }
    let sql = "SELECT \(table.itemColumns.dropFirst().list) FROM item WHERE trial_id = ? ORDER BY item"
    return try Row.fetchAll(database, sql: sql, arguments: [trial]).flatMap { row in
      table.fields(ofItem: row[0], row.databaseValues.dropFirst().map { StoredValue($0) })
    }
  }
}

extension TrialTable {
  fileprivate var fieldNames: [String] { ["verdict", "failure"] + quantities.map(\.name) + ["seconds"] }

  fileprivate func fields(ofItem item: Int, _ values: [StoredValue]) -> [(name: String, value: StoredValue)] {
    zip(itemQuantities, values).compactMap { $1 == .null ? nil : ("\(item) \($0.name)", $1) }
  }
}

private func + <Names: Sequence<String>, Values: Sequence<StoredValue>>(
  a: Zip2Sequence<Names, Values>, b: [(name: String, value: StoredValue)]
) -> [(name: String, value: StoredValue)] { a.map { ($0, $1) } + b }
