// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import GRDB
import StudyRunner

extension Database {
  /// Adds the trials; returns the row numbers of the cells that were not `known`.
  func insert(_ trials: [TrialRecord], _ table: TrialTable, known: [Cell: Int64]) throws -> [Cell: Int64] {
    // Items go with the row number of their trial, which is known of the last row only.
    let size = min(table.hasItems ? 1 : 32, max(trials.count, 1))
    var insert = try TrialInsertion(table, rows: size, self)
    var added: [Cell: Int64] = [:]
    // Trials of one cell come together.
    var last: (cell: Cell, id: Int64)?
    for start in stride(from: 0, to: trials.count, by: size) {
      let rows = trials[start..<min(start + size, trials.count)]
      if rows.count != insert.rows { insert = try TrialInsertion(table, rows: rows.count, self) }
      for record in rows {
        if last?.cell != record.cell {
          let id = try known[record.cell] ?? added[record.cell] ?? self.insert(record.cell, table)
          if known[record.cell] == nil { added[record.cell] = id }
          last = (record.cell, id)
        }
        if let last { insert.bind(record.trial, cell: last.id) }
      }
      try insert.execute()
      if table.hasItems { for record in rows { try insertItems(of: record.trial, table) } }
    }
    return added
  }

  private func insertItems(of trial: FinishedTrial, _ table: TrialTable) throws {
    guard let outcome = trial.outcome else { return }
    let id = lastInsertedRowID
    let columns = table.itemColumns
    let insert = try cachedStatement(sql: "INSERT INTO item (\(columns.list)) VALUES (\(columns.marks))")
    for (item, values) in table.items(of: outcome) {
      try insert.execute(arguments: StatementArguments([.integer(Int(id)), .integer(item)] + values))
    }
  }
}

extension TrialTable {
  /// The rows of `item` that belong to a trial, by their numbers: a value for each quantity of items.
  func items(of outcome: TrialOutcome) -> [(item: Int, values: [StoredValue])] {
    let places = Dictionary(uniqueKeysWithValues: itemQuantities.enumerated().map { ($1.name, $0) })
    var rows: [Int: [StoredValue]] = [:]
    for measurement in outcome.measurements where measurement.item > 0 {
      guard let place = places[measurement.name] else { preconditionFailure("\(measurement.name) is not of items") }
      rows[measurement.item, default: Array(repeating: .null, count: itemQuantities.count)][place] = StoredValue(
        measurement.value, of: itemQuantities[place])
    }
    return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What a trial found, a value for each of ``outcomeColumns``; of one that failed, there is nothing but the reason.
  func values(of trial: FinishedTrial) -> [StoredValue] {
    switch trial.result {
    case .success(let outcome):
      let values = quantities.map { StoredValue(outcome[$0] ?? .nan, of: $0) }
      return [.text(Self.verdict(outcome.success)), .null] + values + [.real(outcome.seconds)]
    case .failure(let failure):
      return [.text("failed"), .text(failure.message)] + Array(repeating: .null, count: quantities.count + 1)
    }
  }

  static func verdict(_ success: Bool?) -> String { success.map { $0 ? "success" : "failure" } ?? "undecided" }

  static func success(_ verdict: String) -> Bool? { verdict == "success" ? true : verdict == "failure" ? false : nil }
}
