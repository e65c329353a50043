// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import GRDB
import GRDBSQLite

/// The columns of a statement's current row, whatever a damaged file has there: reading all trials of a study through values that
/// know their types would take as long as running some of them.
struct ColumnReader {
  private let statement: SQLiteStatement

  /// Visits the rows of `sql`, in their order.
  ///
  /// - Throws: SQLite's errors; CORRUPT where a column is not of the type that it is read as.
  static func rows(
    _ database: Database, _ sql: String, _ arguments: StatementArguments = [], _ visit: (ColumnReader) throws -> Void
  ) throws {
    let statement = try database.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    let reader = ColumnReader(statement: statement.sqliteStatement)
    while try cursor.next() != nil { try visit(reader) }
  }

  func integer(_ column: Int) throws -> Int {
    guard type(column) == SQLITE_INTEGER else { throw unexpected(column) }
    return Int(sqlite3_column_int64(statement, CInt(column)))
  }

  func text(_ column: Int) throws -> String {
    guard type(column) == SQLITE_TEXT, let text = sqlite3_column_text(statement, CInt(column)) else {
      throw unexpected(column)
    }
    return String(cString: text)
  }

  /// Not a number where there is none.
  func number(_ column: Int) -> Double {
    let isNumber = [SQLITE_INTEGER, SQLITE_FLOAT].contains(type(column))
    return isNumber ? sqlite3_column_double(statement, CInt(column)) : .nan
  }

  /// The measurement that a quantity's column holds; not a number where there is none.
  func value(of quantity: Quantity, _ column: Int) -> Double {
    guard case .word(let words) = quantity.kind else { return number(column) }
    return (try? text(column)).flatMap(words.firstIndex).map { Double($0) } ?? .nan
  }

  private func type(_ column: Int) -> CInt { sqlite3_column_type(statement, CInt(column)) }

  private func unexpected(_ column: Int) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "column \(column + 1) of a row is not of its type")
  }
}
