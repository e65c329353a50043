// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyModel

/// The tables of a study's cells and trials, whose columns are the experiment's parameters and quantities.
///
/// `cell` has `id`, `name` and a column for each parameter; `trial` has `id`, `cell_id`, `number`, `verdict`, `failure`, a column for
/// each quantity of trials, and `seconds`; `item` has `trial_id`, `item` and a column for each quantity of items. A column named as one
/// of the fixed ones would be ambiguous: parameters and quantities have other names.
struct TrialTable: Sendable {
  let parameters: [any GridParameter]
  /// Of whole trials, and of their items.
  let quantities, itemQuantities: [Quantity]

  init(_ experiment: any Experiment) {
    parameters = experiment.parameters
    quantities = experiment.quantities.filter(\.isOfTrials)
    itemQuantities = experiment.quantities.filter(\.isOfItems)
  }

  var hasItems: Bool { !itemQuantities.isEmpty }

  /// The columns of `trial` that a trial fills, in the order in which they are bound.
  var trialColumns: [String] { ["cell_id", "number", "verdict", "failure"] + quantities.map(\.column) + ["seconds"] }

  /// Those of them that say what the trial found.
  var outcomeColumns: [String] { Array(trialColumns.dropFirst(2)) }

  var itemColumns: [String] { ["trial_id", "item"] + itemQuantities.map(\.column) }

  /// The statements that make the tables, and a view of trials with their parameters for whoever opens the file with another tool.
  var schema: String {
    let cellColumns = parameters.map { "\($0.name.quoted) \($0.columnType)" }
    let trialColumns = quantities.map { "\($0.column) \($0.columnType)" }
    let itemColumns = itemQuantities.map { "\($0.column) \($0.columnType)" }
    let items = """
      CREATE TABLE item (
        trial_id INTEGER NOT NULL REFERENCES trial (id),
        item INTEGER NOT NULL CHECK (item >= 1),
        \(itemColumns.map { $0 + "," }.joined(separator: "\n  "))
        PRIMARY KEY (trial_id, item)
      ) STRICT, WITHOUT ROWID;
      """
    return """
      CREATE TABLE cell (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        \(cellColumns.joined(separator: ",\n  "))
      ) STRICT;
      CREATE TABLE trial (
        id INTEGER PRIMARY KEY,
        cell_id INTEGER NOT NULL REFERENCES cell (id),
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND \(TrialPlan.mostTrials)),
        verdict TEXT NOT NULL CHECK (verdict IN ('success', 'failure', 'undecided', 'failed')),
        failure TEXT CHECK ((failure IS NOT NULL) = (verdict = 'failed')),
        \(trialColumns.map { $0 + "," }.joined(separator: "\n  "))
        seconds REAL CHECK (seconds >= 0),
        UNIQUE (cell_id, number)
      ) STRICT;
      \(hasItems ? items : "")
      CREATE VIEW trial_log AS
      SELECT trial.id AS trial, 'seed=' || seed || ' ' || cell.name || ' trial=' || number AS trial_key,
        \((parameters.map { "cell.\($0.name.quoted)" } + ["number", "verdict", "failure"] + quantities.map { "trial.\($0.column)" }).list), seconds
      FROM trial JOIN cell ON cell.id = cell_id CROSS JOIN study;
      """
  }
}

extension GridParameter {
  /// Absent of cells that have no such parameter.
  fileprivate var columnType: String {
    switch domain {
    case .integers: "INTEGER"
    case .numbers, .keyed: "REAL"
    case .words, .composed, .wordsOrCommand: "TEXT"
    }
  }
}

extension Quantity {
  var column: String { name.quoted }

  fileprivate var columnType: String {
    switch kind {
    case .number: "REAL"
    case .count: "INTEGER CHECK (\(column) >= 0)"
    case .flag: "INTEGER CHECK (\(column) IN (0, 1))"
    case .word(let words): "TEXT CHECK (\(column) IN (\(words.map { "'\($0)'" }.list)))"
    }
  }
}

extension String {
  /// As an SQL identifier.
  var quoted: String { "\"\(self)\"" }
}

extension Sequence<String> {
  var list: String { joined(separator: ", ") }
}

extension Collection {
  /// A question mark for each.
  var marks: String { map { _ in "?" }.joined(separator: ", ") }
}
