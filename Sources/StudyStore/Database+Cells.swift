// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import GRDB
import StudyModel

extension Database {
  /// Adds the cell if it is new; returns its row number.
  func insert(_ cell: Cell, _ table: TrialTable) throws -> Int64 {
    let columns = ["name"] + table.parameters.map(\.name.quoted)
    let values = [.text("\(cell)")] + table.parameters.map { StoredValue(cell[name: $0.name]) }
    try cachedStatement(
      sql: "INSERT INTO cell (\(columns.list)) VALUES (\(columns.marks)) ON CONFLICT (name) DO NOTHING"
    ).execute(arguments: StatementArguments(values))
    let select = try cachedStatement(sql: "SELECT id FROM cell WHERE name = ?")
    guard let id = try Int64.fetchOne(select, arguments: ["\(cell)"]) else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "the database refused the cell \(cell)")
    }
    return id
  }

  /// The row numbers of all cells.
  ///
  /// - Throws: SQLite's CORRUPT where a row is no cell of the grid: no trial could be made of it.
  func cellIDs(_ table: TrialTable, of grid: Grid) throws -> [Cell: Int64] {
    let listed = Set(grid.cells)
    let columns = ["id", "name"] + table.parameters.map(\.name.quoted)
    var ids: [Cell: Int64] = [:]
    let rows = try Row.fetchCursor(self, sql: "SELECT \(columns.list) FROM cell")
    while let row = try rows.next() {
      let values = row.databaseValues
      let cell = zip(table.parameters, values.dropFirst(2)).reduce(Cell()) { cell, entry in
        ParameterLiteral(entry.1).map { cell.with(entry.0.name, $0) } ?? cell
      }
      let name: String? = try row.at(1)
      guard "\(cell)" == name else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a cell whose name is not that of its parameters")
      }
      guard listed.contains(cell) || grid.curves.contains(where: { $0.holds(cell) }) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a cell that the study does not have, \(cell)")
      }
      ids[cell] = try row.at(0) as Int64
    }
    return ids
  }
}

extension SuccessCurve {
  /// Whether a search can come to the cell.
  fileprivate func holds(_ cell: Cell) -> Bool {
    guard case .integer(let value) = cell[name: parameter] else { return false }
    return (least...limit).contains(value) && self.cell(value) == cell
  }
}

extension ParameterLiteral {
  /// nil of nothing.
  fileprivate init?(_ value: DatabaseValue) {
    switch value.storage {
    case .int64(let value): self = .integer(Int(value))
    case .double(let value): self = .number(value)
    case .string(let value): self = .word(value)
    case .null, .blob: return nil
    }
  }
}
