// SPDX-License-Identifier: GPL-3.0-or-later
package import Experiments

/// A table of `trials.sqlite` in words, for whoever opens the file with another tool.
package struct StoredTable: Sendable {
  package struct Column: Sendable {
    /// SQLite's types by what they hold.
    package enum Kind: String, Sendable { case integer, number, string }

    package let name, meaning: String
    package let kind: Kind
    /// "1" for plain counts and ratios; nil for words.
    package let unit: String?
  }

  package let name, title: String
  /// In the order of the database.
  package let columns: [Column]

  /// The tables of a study's cells, trials and items of trials.
  package static func all(of experiment: any Experiment) -> [StoredTable] {
    let table = TrialTable(experiment)
    let tables = [
      StoredTable(
        name: "cell", title: "One row for every cell that has trials: the values of the parameters",
        columns: [.id, .text("name", "name=value for every parameter; part of the keys of random streams")]
          + table.parameters.map(Column.init)),
      StoredTable(name: "trial", title: "One row for every trial: what it measured", columns: trial(table)),
    ]
    return tables + (table.hasItems ? [items(table, experiment.itemName ?? "item")] : [])
  }

  private static func trial(_ table: TrialTable) -> [Column] {
    [
      .id, .count("cell_id", "id of the cell"), .count("number", "Number of the trial in its cell, from 1"),
      .text("verdict", "success, failure, undecided (without evidence for either) or failed (with an error)"),
      .text("failure", "The error of a trial that failed; null in others"),
    ] + table.quantities.map(Column.init) + [
      Column(name: "seconds", meaning: "Wall-clock time of the trial; null where it failed", kind: .number, unit: "s")
    ]
  }

  private static func items(_ table: TrialTable, _ item: String) -> StoredTable {
    StoredTable(
      name: "item", title: "One row for every \(item) of a trial: what was measured of it",
      columns: [.count("trial_id", "id of the trial"), .count("item", "Number of the \(item), from 1")]
        + table.itemQuantities.map(Column.init))
  }
}

extension StoredTable.Column {
  fileprivate static let id = count("id", "Number of the row")

  fileprivate static func count(_ name: String, _ meaning: String) -> Self {
    Self(name: name, meaning: meaning, kind: .integer, unit: "1")
  }

  fileprivate static func text(_ name: String, _ meaning: String) -> Self {
    Self(name: name, meaning: meaning, kind: .string, unit: nil)
  }

  fileprivate init(_ parameter: any GridParameter) {
    switch parameter.domain {
    case .integers: self.init(name: parameter.name, meaning: parameter.meaning, kind: .integer, unit: parameter.unit)
    case .numbers, .keyed:
      self.init(name: parameter.name, meaning: parameter.meaning, kind: .number, unit: parameter.unit)
    case .words, .composed, .wordsOrCommand: self = .text(parameter.name, parameter.meaning)
    }
  }

  fileprivate init(_ quantity: Quantity) {
    switch quantity.kind {
    case .number: self.init(name: quantity.name, meaning: quantity.meaning, kind: .number, unit: quantity.unit)
    case .count, .flag: self.init(name: quantity.name, meaning: quantity.meaning, kind: .integer, unit: quantity.unit)
    case .word: self = .text(quantity.name, quantity.meaning)
    }
  }
}
