// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB
import StudyRunner

extension Database {
  /// Adds the cell if it is new; returns its row number.
  func insert<Table: TrialTable>(_ cell: Table.Cell, _ table: Table) throws -> Int64 {
    let (name, columns) = (table.layout.cells, table.layout.cellColumns)
    let (list, marks) = (columns.list, columns.marks)
    let key = StatementArguments(table.key(of: cell))
    let insert = "INSERT INTO \(name) (\(list)) VALUES (\(marks)) ON CONFLICT (\(list)) DO NOTHING"
    try cachedStatement(sql: insert).execute(arguments: key)
    let select = try cachedStatement(sql: "SELECT id FROM \(name) WHERE (\(list)) = (\(marks))")
    guard let id = try Int64.fetchOne(select, arguments: key) else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "the database refused the cell \(cell)")
    }
    return id
  }

  /// The row numbers of all cells.
  func cellIDs<Table: TrialTable>(_ table: Table) throws -> [Table.Cell: Int64] {
    let columns = table.layout.cellColumns
    let rows = try Row.fetchAll(self, sql: "SELECT id, \(columns.list) FROM \(table.layout.cells)")
    let cells = rows.compactMap { row in
      table.cell(row.databaseValues.dropFirst().map { StoredValue($0) }).map { ($0, row["id"] as Int64) }
    }
    return Dictionary(uniqueKeysWithValues: cells)
  }

  /// Adds the trials; returns the row numbers of the cells that were not `known`.
  func insert<Table: TrialTable>(
    _ trials: [TrialRecord<Table.Cell, Table.Outcome>], _ table: Table, known: [Table.Cell: Int64]
  ) throws -> [Table.Cell: Int64] {
    let layout = table.layout
    // Details go with the row number of their trial, which is known of the last row only.
    let size = min(layout.details == nil ? 32 : 1, max(trials.count, 1))
    var insert = try TrialInsertion(layout, rows: size, self)
    var added: [Table.Cell: Int64] = [:]
    // Trials of one cell come together.
    var last: (cell: Table.Cell, id: Int64)?
    for start in stride(from: 0, to: trials.count, by: size) {
      let rows = trials[start..<min(start + size, trials.count)]
      if rows.count != insert.rows { insert = try TrialInsertion(layout, rows: rows.count, self) }
      for trial in rows {
        if last?.cell != trial.cell {
          let id = try known[trial.cell] ?? added[trial.cell] ?? self.insert(trial.cell, table)
          if known[trial.cell] == nil { added[trial.cell] = id }
          last = (trial.cell, id)
        }
        if let last { insert.bind(trial, cell: last.id, table) }
      }
      try insert.execute()
      if let details = layout.details { try self.insert(rows.flatMap(table.details), into: details) }
    }
    return added
  }

  private func insert(_ rows: [[StoredValue]], into details: (table: String, columns: [String])) throws {
    let trial = lastInsertedRowID
    let insert = try cachedStatement(
      sql: "INSERT INTO \(details.table) (\(details.columns.list)) VALUES (\(details.columns.marks))")
    for row in rows { try insert.execute(arguments: StatementArguments([.integer(Int(trial))] + row)) }
  }
}

extension TrialTable {
  fileprivate func details(of trial: TrialRecord<Cell, Outcome>) -> [[StoredValue]] {
    if case .success(let outcome) = trial.result { details(of: outcome) } else { [] }
  }
}

extension TrialRecord {
  /// The columns of the trial but for its cell; of one that failed, there is nothing but the reason.
  func row<Table: TrialTable>(_ table: Table) -> [StoredValue] where Table.Cell == Cell, Table.Outcome == Outcome {
    switch result {
    case .success(let outcome):
      return [.integer(number), .text(table.layout.verdict(outcome.success)), .null] + table.values(of: outcome)
    case .failure(let failure):
      let nothing = [StoredValue](repeating: .null, count: table.layout.trialColumns.count)
      return [.integer(number), .text("failed"), .text(failure.message)] + nothing
    }
  }
}

extension [String] {
  var marks: String { map { _ in "?" }.joined(separator: ", ") }
}
