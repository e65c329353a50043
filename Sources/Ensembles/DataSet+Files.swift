// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
public import LinearAlgebra

extension DataSet {
  /// Samples and their classes from two files, each `.npy` or IDX (as MNIST's, after gunzip), whatever the names end in.
  ///
  /// The first dimension of `inputs` counts samples; the others are laid out into a row. Bytes become numbers in 0…1 by
  /// 1/255; other numbers are taken as they are. Labels are whole numbers from 0; the classes are 0 ... the largest of them,
  /// or 0 ..< `classes`.
  ///
  /// - Throws: `ArrayFileError` for a file that cannot be read, `DataSetError` for contents that make no data set.
  public init(inputs: String, labels: String, classes: Int? = nil) throws {
    try self.init(samples: Self.samples(inputs), of: inputs, labels: labels, classes: classes)
  }

  /// Samples that were read already, P×N, with their classes from a file as above; `inputs` is named in errors.
  ///
  /// - Throws: as above.
  public init(samples: Matrix, of inputs: String, labels: String, classes: Int? = nil) throws {
    let file = try Self.array(labels).array
    guard file.shape.count == 1 || file.elements.count == file.shape.first else {
      throw DataSetError(path: labels, problem: .shape(file.shape))
    }
    try Self.requireCount(file.elements.count, samples, labels, inputs)
    let numbers = try file.elements.indices.map { try Self.label(file.elements[$0], at: $0, below: classes, labels) }
    self.init(inputs: samples, targets: .classes(numbers, count: classes ?? (numbers.max() ?? 0) + 1))
  }

  /// Samples and the responses wanted from two files, read as the inputs of ``init(inputs:labels:classes:)``.
  public init(inputs: String, values: String) throws {
    let samples = try Self.samples(inputs)
    let wanted = try Self.samples(values)
    try Self.requireCount(wanted.rows, samples, values, inputs)
    self.init(inputs: samples, targets: .values(wanted))
  }

  private static func requireCount(_ count: Int, _ samples: Matrix, _ path: String, _ inputs: String) throws {
    guard count == samples.rows else {
      throw DataSetError(path: path, problem: .count(count, samples: samples.rows, inputs: inputs))
    }
  }

  private static func label(_ value: Double, at index: Int, below count: Int?, _ path: String) throws -> Int {
    guard let label = Int(exactly: value), label >= 0, label < count ?? 1_000_000 else {
      throw DataSetError(path: path, problem: .label(value, index: index, classes: count))
    }
    return label
  }

  /// The array as P×N, one row a sample.
  private static func samples(_ path: String) throws -> Matrix {
    let (array, scale) = try array(path)
    let count = array.shape.first ?? 0
    guard count > 0, !array.elements.isEmpty else { throw DataSetError(path: path, problem: .shape(array.shape)) }
    if let index = array.elements.firstIndex(where: { !$0.isFinite }) {
      throw DataSetError(path: path, problem: .notFinite(array.elements[index], index: index))
    }
    // Entries in C order are, by columns, one column a sample.
    let width = array.elements.count / count
    return Matrix(rows: width, columns: count, elements: scale * array.elements).transposed
  }

  private static func array(_ path: String) throws(ArrayFileError) -> (array: NumericArray, scale: Double) {
    guard try !NPY.isFormat(of: path) else { return (try NPY.read(path), 1) }
    let (array, element) = try IDX.read(path)
    return (array, element == .uint8 ? 1.0 / 255 : 1)
  }
}

/// Why files that can be read make no data set.
public struct DataSetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a file of samples.
  public enum Problem: Hashable, Sendable {
    case shape([Int])
    case count(Int, samples: Int, inputs: String)
    case label(Double, index: Int, classes: Int?)
    case notFinite(Double, index: Int)
  }

  /// The file's path.
  public let path: String
  /// What is wrong with it.
  public let problem: Problem

  /// In words, for messages.
  public var description: String {
    switch problem {
    case .shape(let shape):
      "\(path): shape \(shape); inputs need at least one sample and one number each, labels one number a sample"
    case .count(let count, let samples, let inputs):
      "\(path): \(count) targets for the \(samples) samples of \(inputs); both need one row a sample"
    case .label(let value, let index, let classes):
      "\(path): label \(value) at index \(index); labels are whole numbers from 0"
        + (classes.map { " to \($0 - 1)" } ?? " to 999999")
    case .notFinite(let value, let index): "\(path): \(value) at index \(index); all numbers must be finite"
    }
  }
}
