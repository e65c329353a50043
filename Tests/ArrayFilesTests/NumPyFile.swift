// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

/// A file made by numpy, a row of `Tests/Fixtures/npy.csv`.
struct NumPyFile: CustomStringConvertible, Sendable {
  let group: String
  let version: Int
  let type: String
  let order: String
  let shape: [Int]
  let bytes: Data

  var description: String { "version \(version) \(type) \(order) \(shape)" }

  /// What the script put into the groups "values" and "dimensions": entry k is (−1)ᵏ(k+1)/8.
  var values: [Double] {
    (0..<shape.reduce(1, *)).map { k in
      let magnitude = Double(k + 1) / 8
      return k.isMultiple(of: 2) ? magnitude : -magnitude
    }
  }

  static func all(_ group: String) throws -> [NumPyFile] {
    let rows = try String(contentsOf: fixture("npy.csv"), encoding: .utf8).split(separator: "\n").dropFirst()
    return try rows.map(NumPyFile.init).filter { $0.group == group }
  }

  private init(row: Substring) throws {
    let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    group = fields[0]
    version = try #require(Int(fields[1]))
    type = fields[2]
    order = fields[3]
    shape = fields[4].split(separator: "x").compactMap { Int($0) }
    bytes = try #require(Data(base64Encoded: fields[5]))
  }
}
