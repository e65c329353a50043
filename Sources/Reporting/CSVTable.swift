// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as RFC 4180 has it, with a header and LF line ends.
package struct CSVTable {
  let columns: [String]
  package private(set) var text: String

  package init(columns: [String]) {
    self.columns = columns
    text = Self.line(columns)
  }

  /// - Precondition: one value a column; nil makes an empty field.
  package mutating func append(_ values: [(any CSVValue)?]) {
    precondition(values.count == columns.count, "a row has \(columns.count) fields, not \(values.count)")
    text += Self.line(values.map { $0?.field ?? "" })
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else { return field }
    return "\"\(field.replacing("\"", with: "\"\""))\""
  }
}

/// What a field of a table can hold. Doubles are written with the fewest digits that read back as the same double.
package protocol CSVValue: Sendable {
  var field: String { get }
}

extension Int: CSVValue { package var field: String { description } }
extension Double: CSVValue { package var field: String { description } }
extension String: CSVValue { package var field: String { self } }
