// SPDX-License-Identifier: GPL-3.0-or-later
public import StudyRunner

/// How the cells and trials of one kind of study become rows of the database.
public protocol TrialTable: Sendable {
  associatedtype Cell: Hashable & Sendable
  associatedtype Outcome: TrialOutcome

  var layout: TableLayout { get }
  /// The cells that are known before the first trial, in the order of the study's grid.
  var cells: [Cell] { get }
  /// What tells a cell from every other, one value for each of `layout.cellColumns`.
  func key(of cell: Cell) -> [StoredValue]
  /// The cell that has this key; nil where no cell of the study can have it.
  func cell(_ key: [StoredValue]) -> Cell?
  /// What a trial found, one value for each of `layout.trialColumns`.
  func values(of outcome: Outcome) -> [StoredValue]
  /// The rows of `layout.details` that belong to a trial.
  func details(of outcome: Outcome) -> [[StoredValue]]
}

extension TrialTable {
  public func details(of outcome: Outcome) -> [[StoredValue]] { [] }
}

/// Names of the tables and columns of one kind of study.
///
/// A cell's table also has `id`; a trial's also has `id`, `cell_id`, `number`, `verdict` and `failure`, and the pair
/// (`cell_id`, `number`) occurs once.
public struct TableLayout: Sendable {
  let cells: String
  let cellColumns: [String]
  let trials: String
  let trialColumns: [String]
  /// The verdicts that count as success and as failure; any other is undecided.
  let success, failure: String
  /// A table of further values of a trial, whose first column is `trial_id`.
  var details: (table: String, columns: [String])?

  /// Columns that two runs of the same trial may differ in.
  public static let timings: Set<String> = ["seconds"]

  var outcomeColumns: [String] { ["verdict", "failure"] + trialColumns }

  func success(_ verdict: String) -> Bool? { verdict == success ? true : verdict == failure ? false : nil }

  func verdict(_ success: Bool?) -> String { success.map { $0 ? self.success : failure } ?? "undecided" }
}

/// A value of a column.
public enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
}

extension StoredValue {
  static func integer(_ value: Int?) -> StoredValue { value.map(StoredValue.integer) ?? .null }
  static func real(_ value: Double?) -> StoredValue { value.map(StoredValue.real) ?? .null }
}

extension StoredValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .null: "–"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): value
    }
  }
}
