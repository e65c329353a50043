// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as a terminal shows it: columns two spaces apart, each as wide as its widest text.
package struct TextTable: Sendable {
  package enum Side: Sendable {
    case left, right
  }

  private let rows: [[String]]
  private let columns: [(side: Side, width: Int)]

  /// - Parameters:
  ///   - rows: as many texts in each; the heading is the first.
  ///   - sides: to which side the texts of each column stand.
  ///   - leastWidths: of the columns, in characters; none where it is empty.
  package init(_ rows: [[String]], sides: [Side], leastWidths: [Int] = []) {
    self.rows = rows
    columns = sides.enumerated().map { column, side in
      let least = leastWidths.indices.contains(column) ? leastWidths[column] : 0
      return (side, rows.map { $0[column].count }.reduce(least, max))
    }
  }

  /// All columns to one side.
  package init(_ rows: [[String]], side: Side = .right, leastWidths: [Int] = []) {
    self.init(rows, sides: (rows.first ?? []).map { _ in side }, leastWidths: leastWidths)
  }

  /// One a row, without spaces at the end.
  package var lines: [String] {
    rows.map { row in
      let line = zip(row, columns).map(Self.padded).joined(separator: "  ")
      return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
    }
  }

  private static func padded(_ text: String, _ column: (side: Side, width: Int)) -> String {
    let space = String(repeating: " ", count: column.width - text.count)
    return column.side == .right ? space + text : text + space
  }
}
