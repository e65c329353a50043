// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB
import GRDBSQLite
import StudyRunner

/// A statement that inserts several trials at once: SQLite spends half as long on them as on as many statements, and values
/// are bound one by one, as making arguments of them would take as long again.
struct TrialInsertion {
  let rows: Int
  private let statement: Statement
  private var bound: CInt = 0

  init(_ layout: TableLayout, rows: Int, _ database: Database) throws {
    self.rows = rows
    let columns = ["cell_id", "number", "verdict", "failure"] + layout.trialColumns
    let marks = repeatElement("(\(columns.marks))", count: rows).list
    statement = try database.cachedStatement(sql: "INSERT INTO \(layout.trials) (\(columns.list)) VALUES \(marks)")
    // GRDB checks no arguments then: the rows have the statement's columns by construction.
    statement.setUncheckedArguments([])
  }

  /// Makes the trial the next row.
  mutating func bind<Table: TrialTable>(
    _ trial: TrialRecord<Table.Cell, Table.Outcome>, cell: Int64, _ table: Table
  ) {
    if bound == 0 { sqlite3_reset(statement.sqliteStatement) }
    bind(.integer(Int(cell)))
    for value in trial.row(table) { bind(value) }
  }

  /// - Precondition: ``rows`` trials were bound.
  mutating func execute() throws {
    bound = 0
    try statement.execute()
  }

  private mutating func bind(_ value: StoredValue) {
    bound += 1
    let statement = self.statement.sqliteStatement
    switch value {
    case .null: sqlite3_bind_null(statement, bound)
    case .integer(let value): sqlite3_bind_int64(statement, bound, Int64(value))
    case .real(let value): sqlite3_bind_double(statement, bound, value)
    case .text(var text):
      // SQLITE_TRANSIENT, which Swift does not import: SQLite copies the text.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      _ = text.withUTF8 { sqlite3_bind_text(statement, bound, $0.baseAddress, CInt($0.count), copied) }
    }
  }
}
