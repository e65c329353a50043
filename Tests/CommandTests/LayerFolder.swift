// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import TestSupport

/// A folder with the arrays of a layer, of two inputs and one neuron unless a test writes others: 2u₁ + u₂ = 4 and
/// u₁ − u₂ ≤ 0, which u = (4/3, 4/3) solves.
struct LayerFolder {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("X", [[2, 1], [1, -1]])
    try write("Y", [4, 0])
  }

  /// The arguments that solve X and Y, and then `options`.
  func solving(_ options: String...) throws -> [String] {
    ["solve", "--inputs", try path("X"), "--responses", try path("Y")] + options
  }

  func path(_ name: String) throws -> String { try folder.path("\(name).npy") }

  func write(_ name: String, _ row: [Double]) throws {
    try NPY.write(NumericArray(shape: [row.count], elements: row), to: path(name))
  }

  func write(_ name: String, _ rows: [[Double]]) throws {
    try NPY.write(NumericArray(shape: [rows.count, rows[0].count], elements: rows.flatMap(\.self)), to: path(name))
  }

  func read(_ name: String) throws -> NumericArray { try NPY.read(path(name)) }
}
