// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB
public import StudyRunner

extension TrialStore {
  /// The finished trials of every cell that has any.
  public func histories() throws -> [Table.Cell: CellHistory] {
    var histories: [Int64: CellHistory] = [:]
    try eachTrial { cell, number, success in histories[cell, default: CellHistory()].add(number: number, success: success) }
    return cellIDs.withLock { $0.compactMapValues { histories[$0] } }
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
}
