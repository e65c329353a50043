// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Ensembles
import LinearAlgebra
import TestSupport
import Testing

@Suite struct DataSetFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func idx(_ name: String, _ shape: [Int], _ elements: [Double], as element: IDX.Element = .uint8) throws
    -> String
  {
    let path = try folder.path(name)
    try IDX.write(NumericArray(shape: shape, elements: elements), as: element, to: path)
    return path
  }

  private func npy(_ name: String, _ shape: [Int], _ elements: [Double]) throws -> String {
    let path = try folder.path(name)
    try NPY.write(NumericArray(shape: shape, elements: elements), to: path)
    return path
  }

  @Test func imagesAndLabelsAsInMNIST() throws {
    let images = try idx("images-idx3-ubyte", [3, 2, 2], [0, 255, 51, 102, 1, 2, 3, 4, 255, 0, 0, 0])
    let labels = try idx("labels-idx1-ubyte", [3], [1, 4, 0])
    let data = try DataSet(inputs: images, labels: labels)
    #expect(data.targets == .classes([1, 4, 0], count: 5))
    #expect(data.inputs.rows == 3 && data.inputs.columns == 4)
    #expect(data.inputs.row(0) == [0, 1, 51.0 / 255, 102.0 / 255])
    #expect(data.inputs.row(2) == [1, 0, 0, 0])
    #expect(try DataSet(inputs: images, labels: labels, classes: 10).targets.outputs == 10)
  }

  @Test func arraysOfNumPy() throws {
    let inputs = try npy("inputs.npy", [2, 3], [1, 2, 3, 4, 5, 6])
    let data = try DataSet(inputs: inputs, labels: try npy("labels.npy", [2, 1], [1, 0]))
    #expect(data.targets == .classes([1, 0], count: 2) && data.inputs.row(1) == [4, 5, 6])
    let values = try DataSet(inputs: inputs, values: try npy("values.npy", [2, 2], [7, 8, 9, 10]))
    #expect(values.targets == .values(Matrix(rows: 2, columns: 2, elements: [7, 9, 8, 10])))
    // Signed bytes are numbers, not pixels.
    #expect(
      try DataSet(inputs: try idx("signed", [2, 1], [-3, 127], as: .int8), values: inputs).inputs.elements == [-3, 127])
  }

  @Test func contentsThatMakeNoDataSet() throws {
    let inputs = try npy("inputs.npy", [2, 3], [1, 2, 3, 4, 5, 6])
    func refusal(_ inputs: String, _ labels: String, classes: Int? = nil) throws -> String {
      let error = try #require(throws: DataSetError.self) {
        try DataSet(inputs: inputs, labels: labels, classes: classes)
      }
      return "\(error)"
    }
    func message(_ labels: [Double], classes: Int? = nil) throws -> String {
      try refusal(inputs, try npy("labels.npy", [labels.count], labels), classes: classes)
    }
    #expect(try message([0, 1, 2]).contains("labels.npy: 3 targets for the 2 samples of \(inputs)"))
    #expect(
      try message([0, 1.5]).hasSuffix("labels.npy: label 1.5 at index 1; labels are whole numbers from 0 to 999999"))
    #expect(try message([-1, 1]).contains("label -1.0 at index 0"))
    #expect(try message([.nan, 1]).contains("label nan at index 0"))
    #expect(try message([1, 3], classes: 3).hasSuffix("label 3.0 at index 1; labels are whole numbers from 0 to 2"))
    #expect(try refusal(inputs, inputs).contains("inputs.npy: shape [2, 3]"))
    #expect(try refusal(try npy("none.npy", [0, 3], []), inputs).contains("none.npy: shape [0, 3]"))
    let bad = try npy("bad.npy", [2, 2], [1, 2, .infinity, 4])
    #expect(try refusal(bad, try npy("labels.npy", [2], [0, 1])).contains("bad.npy: inf at index 2; all numbers must"))
    #expect(throws: ArrayFileError.self) { try DataSet(inputs: "/absent", labels: inputs) }
  }
}
