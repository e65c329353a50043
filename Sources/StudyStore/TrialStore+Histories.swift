// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB
public import StudyRunner

extension TrialStore {
  /// The finished trials of every cell that has any.
  public func histories() throws -> [Table.Cell: CellHistory] {
    var histories: [Int64: CellHistory] = [:]
    try eachTrial { cell, number, success in
      histories[cell, default: CellHistory()].add(number: number, success: success)
    }
    return cellIDs.compactMapValues { histories[$0] }
  }

  /// What the finished trials of every cell that has any found, one by one.
  public func outcomes() throws -> [Table.Cell: CellOutcomes] {
    var outcomes: [Int64: CellOutcomes] = [:]
    try eachTrial { cell, number, success in
      outcomes[cell, default: CellOutcomes()].add(number: number, success: success)
    }
    return cellIDs.compactMapValues { outcomes[$0] }
  }

  /// Visits the finished trials by cell and number.
  func eachTrial(_ visit: (_ cell: Int64, _ number: Int, _ success: Bool?) -> Void) throws {
    let layout = table.layout
    try translated {
      try database.read { database in
        let rows = try Row.fetchCursor(
          database, sql: "SELECT cell_id, number, verdict FROM \(layout.trials) ORDER BY 1, 2")
        while let row = try rows.next() { visit(row[0], row[1], layout.success(row[2])) }
      }
    }
  }

  /// The trial with that row number; nil where there is none.
  public func trial(_ id: Int) throws -> StoredTrial<Table.Cell>? {
    let layout = table.layout
    return try translated {
      try database.read { database in
        let columns = ["cell_id", "number"] + layout.outcomeColumns
        guard
          let row = try Row.fetchOne(
            database, sql: "SELECT \(columns.list) FROM \(layout.trials) WHERE id = ?", arguments: [id]),
          let cell = cellIDs.first(where: { $0.value == row["cell_id"] })?.key
        else { return nil }
        let values = row.databaseValues.dropFirst(2).map { StoredValue($0) }
        return StoredTrial(
          cell: cell, number: row["number"],
          fields: Array(zip(layout.outcomeColumns, values)) + (try details(id, database)))
      }
    }
  }

  private func details(_ id: Int, _ database: Database) throws -> [(String, StoredValue)] {
    guard let details = table.layout.details else { return [] }
    let sql = "SELECT \(details.columns.dropFirst().list) FROM \(details.table) WHERE \(details.columns[0]) = ?"
    return try Row.fetchAll(database, sql: sql, arguments: [id]).map { row in
      detail(row.databaseValues.map { StoredValue($0) })
    }.sorted { $0.0 < $1.0 }
  }

  /// The fields that this trial would have if it were stored.
  public func fields(of trial: TrialRecord<Table.Cell, Table.Outcome>) -> [(name: String, value: StoredValue)] {
    let columns = Array(zip(table.layout.outcomeColumns, trial.row(table).dropFirst()))
    guard case .success(let outcome) = trial.result else { return columns }
    return columns + table.details(of: outcome).map(detail).sorted { $0.0 < $1.0 }
  }

  private func detail(_ row: [StoredValue]) -> (String, StoredValue) {
    (row.dropLast().map(\.description).joined(separator: " "), row.last ?? .null)
  }
}

/// One trial as it is stored.
public struct StoredTrial<Cell: Hashable & Sendable>: Sendable {
  public let cell: Cell
  public let number: Int
  /// Verdict, failure, and all that the trial found.
  public let fields: [(name: String, value: StoredValue)]
}
