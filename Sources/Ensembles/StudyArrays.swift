// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
public import Foundation
public import LinearAlgebra
import Synchronization

/// The matrices that a study has in files, each read once.
///
/// A `.npy` file holds N×K, a column a sample or a neuron. In CSV and IDX, whose rows are records, a row is one; the other dimensions of
/// IDX are laid out into a row and its bytes become numbers in 0…1.
public final class StudyArrays: Sendable {
  private let folder: URL
  private let matrices = Mutex<[String: Matrix]>([:])
  private let standardised = Mutex<[String: Matrix]>([:])

  /// Reads files whose paths begin in `folder`, each once.
  public init(folder: URL) { self.folder = folder }

  /// The matrix in a file, K×N: a row for each of its samples or neurons.
  ///
  /// - Throws: ``StudyArrayError`` or `ArrayFileError`.
  public func matrix(_ path: String) throws -> Matrix {
    if let known = matrices.withLock({ $0[path] }) { return known }
    let matrix = try Self.read(folder.appending(path: path).path, path)
    matrices.withLock { $0[path] = matrix }
    return matrix
  }

  /// The same as the law of inputs has it.
  public func matrix(_ samples: FileSamples) throws -> Matrix {
    guard samples.isStandardised else { return try matrix(samples.path) }
    if let known = standardised.withLock({ $0[samples.path] }) { return known }
    let matrix = try matrix(samples.path).standardised
    standardised.withLock { $0[samples.path] = matrix }
    return matrix
  }

  /// Samples and their classes, as `DataSet` has them.
  ///
  /// - Throws: ``StudyArrayError``, `ArrayFileError` or ``DataSetError``.
  public func dataSet(samples: String, labels: String) throws -> DataSet {
    try DataSet(samples: try matrix(samples), of: samples, labels: folder.appending(path: labels).path)
  }

  private static func read(_ file: String, _ name: String) throws -> Matrix {
    let matrix = try array(file, isTable: name.lowercased().hasSuffix(".csv"))
    guard matrix.rows > 0, matrix.columns > 0 else { throw StudyArrayError(path: name, problem: "holds no numbers") }
    if let index = matrix.elements.firstIndex(where: { !$0.isFinite }) {
      let place = "record \(index % matrix.rows + 1), entry \(index / matrix.rows + 1)"
      throw StudyArrayError(path: name, problem: "has \(matrix.elements[index]) at \(place); all must be finite")
    }
    return matrix
  }

  private static func array(_ file: String, isTable: Bool) throws -> Matrix {
    if isTable { return records(try CSV.read(file), scale: 1) }
    guard try NPY.isFormat(of: file) else {
      let (array, element) = try IDX.read(file)
      return records(array, scale: element == .uint8 ? 1.0 / 255 : 1)
    }
    let array = try NPY.read(file)
    let count = array.shape.count == 1 ? 1 : array.shape[1]
    // Entries in C order are, by columns, the transpose.
    return Matrix(rows: count, columns: count > 0 ? array.elements.count / count : 0, elements: array.elements)
  }

  private static func records(_ array: NumericArray, scale: Double) -> Matrix {
    let count = array.shape.first ?? 0
    let width = count > 0 ? array.elements.count / count : 0
    return Matrix(rows: width, columns: count, elements: scale * array.elements).transposed
  }
}

/// A file that holds no matrix for a study.
public struct StudyArrayError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path, problem: String

  /// In words, for messages.
  public var description: String { "\(path) \(problem)" }
}

extension Matrix {
  /// Every column with mean 0 and variance 1; one that does not vary becomes 0.
  fileprivate var standardised: Matrix {
    var result = self
    for j in 0..<columns {
      let mean = column(j).reduce(0, +) / Double(rows)
      let variance = column(j).reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
      let scale = variance.squareRoot() > 1e-12 * abs(mean) ? 1 / variance.squareRoot() : 0
      for i in 0..<rows { result[i, j] = scale * (self[i, j] - mean) }
    }
    return result
  }
}
