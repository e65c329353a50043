// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import GRDB
public import StudyModel
public import StudyRunner

extension TrialStore {
  /// The finished trials of every cell that has any.
  public func histories() throws -> [Cell: CellHistory] {
    var histories: [Int64: CellHistory] = [:]
    try eachVerdict { cell, number, success in
      histories[cell, default: CellHistory()].add(number: number, success: success)
    }
    return cellIDs.compactMapValues { histories[$0] }
  }

  /// What the finished trials of every cell that has any found, one by one.
  public func outcomes() throws -> [Cell: CellOutcomes] {
    var outcomes: [Int64: CellOutcomes] = [:]
    try eachVerdict { cell, number, success in
      outcomes[cell, default: CellOutcomes()].add(number: number, success: success)
    }
    return cellIDs.compactMapValues { outcomes[$0] }
  }

  /// Visits the finished trials by cell and number.
  private func eachVerdict(_ visit: (_ cell: Int64, _ number: Int, _ success: Bool?) -> Void) throws {
    try translated {
      try database.read { database in
        try ColumnReader.rows(database, "SELECT cell_id, number, verdict FROM trial ORDER BY 1, 2") { row in
          visit(Int64(try row.integer(0)), try row.integer(1), TrialTable.success(try row.text(2)))
        }
      }
    }
  }

  /// The finished trials of the cells of `grid`, in their order: those that it lists, or those that a search has tried.
  ///
  /// - Complexity: O(trials and measurements) in time and memory.
  public func trials(of grid: Grid) throws -> [CellTrials] {
    let ids = cellIDs
    let cells = grid.curves.isEmpty ? grid.cells : grid.curves.flatMap { $0.cells(among: ids.keys) }
    return try translated {
      try database.read { database in
        try cells.map { cell in
          CellTrials(cell: cell, trials: try ids[cell].map { try trials(ofCell: $0, database) } ?? [])
        }
      }
    }
  }

  private func trials(ofCell cell: Int64, _ database: Database) throws -> [FinishedTrial] {
    var items = table.hasItems ? try self.items(ofCell: cell, database) : [:]
    let columns = ["id", "number"] + table.outcomeColumns
    var trials: [FinishedTrial] = []
    let sql = "SELECT \(columns.list) FROM trial WHERE cell_id = ? ORDER BY number"
    try ColumnReader.rows(database, sql, [cell]) { row in
      let measured = items.isEmpty ? [] : items.removeValue(forKey: try row.integer(0)) ?? []
      trials.append(FinishedTrial(number: try row.integer(1), result: try table.result(row, items: measured)))
    }
    return trials
  }

  private func items(ofCell cell: Int64, _ database: Database) throws -> [Int: [Measurement]] {
    var items: [Int: [Measurement]] = [:]
    let sql = """
      SELECT \(table.itemColumns.map { "item.\($0)" }.list) FROM item JOIN trial ON trial.id = trial_id WHERE cell_id = ?
      ORDER BY trial_id, item
      """
    try ColumnReader.rows(database, sql, [cell]) { row in
      items[try row.integer(0), default: []] += try table.measurements(ofItem: row)
    }
    return items
  }
}

extension TrialTable {
  /// - Parameter row: `id`, `number` and ``outcomeColumns``.
  fileprivate func result(_ row: ColumnReader, items: [Measurement]) throws -> Result<TrialOutcome, TrialFailure> {
    let verdict = try row.text(2)
    guard verdict != "failed" else { return .failure(TrialFailure(message: try row.text(3))) }
    var measured: [Measurement] = []
    measured.reserveCapacity(quantities.count + items.count)
    for (index, quantity) in quantities.enumerated() {
      let value = row.value(of: quantity, 4 + index)
      if !value.isNaN { measured.append(Measurement(quantity, value)) }
    }
    let seconds = row.number(4 + quantities.count)
    return .success(
      TrialOutcome(success: Self.success(verdict), measured + items, seconds: seconds.isNaN ? 0 : seconds))
  }

  /// - Parameter row: ``itemColumns``.
  fileprivate func measurements(ofItem row: ColumnReader) throws -> [Measurement] {
    let item = try row.integer(1)
    return itemQuantities.enumerated().compactMap { index, quantity in
      let value = row.value(of: quantity, 2 + index)
      return value.isNaN ? nil : Measurement(quantity, item: item, value)
    }
  }
}

extension SuccessCurve {
  /// The cells that lie on the curve, in its direction.
  fileprivate func cells(among cells: some Sequence<Cell>) -> [Cell] {
    let found = cells.filter { cell($0) == $0 }
    return found.sorted { value(in: $0) < value(in: $1) }
  }

  private func cell(_ other: Cell) -> Cell { cell(value(in: other)) }

  private func value(in cell: Cell) -> Int { cell[name: parameter].flatMap { Int($0) } ?? 0 }
}
