// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of results: columns that say what they mean, and one row for each thing measured.
///
/// The CSV file, its description in the data package and the table on the page are all made from this one value.
package struct ResultTable: Sendable {
  /// File name without extension.
  package let name: String
  package let title: String
  package let columns: [ColumnDescription]
  /// One value a column; nil is an empty field.
  package let rows: [[(any CSVValue)?]]

  package init<Row>(_ name: String, title: String, rows: [Row], columns: [ResultColumn<Row>]) {
    self.name = name
    self.title = title
    self.columns = columns.map(\.description)
    self.rows = rows.map { row in columns.map { $0.value(row) } }
  }

  package var csv: String {
    var table = CSVTable(columns: columns.map(\.name))
    for row in rows { table.append(row) }
    return table.text
  }
}

/// What one column of a table holds.
package struct ColumnDescription: Sendable, Equatable {
  /// The types of a Frictionless table schema.
  package enum Kind: String, Sendable { case integer, number, string }

  package let name: String
  package let kind: Kind
  package let meaning: String
  /// "1" for plain counts and ratios; nil for words.
  package let unit: String?
}

/// A column together with how a row fills it, so that a header never stands over another column's values.
package struct ResultColumn<Row>: Sendable {
  let description: ColumnDescription
  let value: @Sendable (Row) -> (any CSVValue)?

  package static func integer(
    _ name: String, _ meaning: String, unit: String = "1", _ value: @escaping @Sendable (Row) -> Int?
  ) -> Self {
    Self(description: .init(name: name, kind: .integer, meaning: meaning, unit: unit), value: { value($0) })
  }

  /// A number that is infinite or undefined makes an empty field.
  package static func number(
    _ name: String, _ meaning: String, unit: String = "1", _ value: @escaping @Sendable (Row) -> Double?
  ) -> Self {
    Self(description: .init(name: name, kind: .number, meaning: meaning, unit: unit)) { row in
      value(row).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  package static func text(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?) -> Self {
    Self(description: .init(name: name, kind: .string, meaning: meaning, unit: nil), value: { value($0) })
  }
}
