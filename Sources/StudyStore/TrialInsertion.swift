// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import GRDB
import GRDBSQLite

/// A statement that inserts several trials at once: SQLite spends half as long on them as on as many statements, and values
/// are bound one by one, as making arguments of them would take as long again.
struct TrialInsertion {
  let rows: Int
  private let quantities: [Quantity]
  private let statement: Statement
  private var bound: CInt = 0

  init(_ table: TrialTable, rows: Int, _ database: Database) throws {
    self.rows = rows
    quantities = table.quantities
    let marks = repeatElement("(\(table.trialColumns.marks))", count: rows).list
    statement = try database.cachedStatement(sql: "INSERT INTO trial (\(table.trialColumns.list)) VALUES \(marks)")
    // GRDB checks no arguments then: the rows have the statement's columns by construction.
    statement.setUncheckedArguments([])
  }

  /// Makes the trial the next row.
  mutating func bind(_ trial: FinishedTrial, cell: Int64) {
    if bound == 0 { sqlite3_reset(statement.sqliteStatement) }
    bind(.integer(Int(cell)))
    bind(.integer(trial.number))
    switch trial.result {
    case .success(let outcome):
      bind(.text(TrialTable.verdict(outcome.success)))
      bind(.null)
      bind(outcome.measurements)
      bind(.real(outcome.seconds))
    case .failure(let failure):
      bind(.text("failed"))
      bind(.text(failure.message))
      for _ in 0...quantities.count { bind(.null) }
    }
  }

  /// A value for each quantity. Most experiments list their measurements in that order, so that each is found at once.
  private mutating func bind(_ measurements: [Measurement]) {
    var next = 0
    for quantity in quantities {
      if next < measurements.count, measurements[next].item == 0, measurements[next].name == quantity.name {
        bind(StoredValue(measurements[next].value, of: quantity))
        next += 1
      } else {
        let found = measurements.first { $0.item == 0 && $0.name == quantity.name }
        bind(StoredValue(found?.value ?? .nan, of: quantity))
      }
    }
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
