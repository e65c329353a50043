// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

/// A committed table of reference values, `Tests/Fixtures/<name>.csv`, as rows of numbers by column name.
struct ReferenceTable {
  let rows: [[String: Double]]

  init(_ name: String) throws {
    let lines = try String(contentsOf: fixture("\(name).csv"), encoding: .utf8).split(whereSeparator: \.isNewline)
    let header = lines[0].split(separator: ",").map(String.init)
    rows = try lines.dropFirst().map { line in
      let numbers = try line.split(separator: ",").map { try #require(Double($0)) }
      return Dictionary(uniqueKeysWithValues: zip(header, numbers))
    }
  }
}

extension [String: Double] {
  func number(_ column: String) throws -> Double { try #require(self[column]) }
  func count(_ column: String) throws -> Int { Int(try number(column)) }
}
