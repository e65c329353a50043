// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

/// IDX files, the format of the MNIST images and labels.
///
/// A file is two zero bytes, a byte naming the type of the entries, a byte with the number of dimensions, the length of each
/// dimension in four bytes, and the entries in C order; every number has its most significant byte first.
///
/// Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
public enum IDX {
  /// The type of the entries, by its code in the file.
  public enum Element: Int, Sendable, CaseIterable {
    case uint8 = 0x08
    case int8 = 0x09
    case int16 = 0x0B
    case int32 = 0x0C
    case float32 = 0x0D
    case float64 = 0x0E

    var byteCount: Int {
      switch self {
      case .uint8, .int8: 1
      case .int16: 2
      case .int32, .float32: 4
      case .float64: 8
      }
    }
  }

  /// Reads an array of any type and number of dimensions, uncompressed.
  ///
  /// - Throws: `ArrayFileError` saying what is wrong with the file.
  /// - Complexity: O(bytes).
  public static func read(_ path: String) throws(ArrayFileError) -> (array: NumericArray, element: Element) {
    let file = try Data(contentsOfFile: path)
    do {
      return try decode(file)
    } catch {
      throw ArrayFileError(path: path, problem: error)
    }
  }

  /// Writes entries of the type `element`, the whole file or nothing.
  ///
  /// - Precondition: at most 255 dimensions, and every entry fits the type.
  /// - Throws: `ArrayFileError` when the file cannot be written.
  public static func write(_ array: NumericArray, as element: Element = .uint8, to path: String) throws(ArrayFileError)
  {
    try encode(array, as: element).write(toFile: path)
  }

  /// The array in the bytes of a file.
  package static func decode(
    _ file: Data
  ) throws(ArrayFileError.Problem) -> (array: NumericArray, element: Element) {
    guard !file.starts(with: [0x1F, 0x8B]) else {
      throw .notIDX(reason: "it is compressed by gzip; run gunzip on it first")
    }
    var reader = ByteReader(file)
    guard try reader.bigEndian(2, of: "magic number") == 0 else {
      throw .notIDX(reason: "it begins with \(file.prefix(2).map { $0 }) instead of [0, 0]")
    }
    let code = try reader.bigEndian(1, of: "type")
    guard let element = Element(rawValue: code) else {
      throw .notIDX(reason: "type \(code) is none of \(Element.allCases.map(\.rawValue))")
    }
    let rank = try reader.bigEndian(1, of: "number of dimensions")
    var shape: [Int] = []
    for _ in 0..<rank { shape.append(try reader.bigEndian(4, of: "length of a dimension")) }
    let entries = try reader.next(try byteCount(shape, element), of: "array of shape \(shape)")
    guard reader.isAtEnd else { throw .trailingBytes(reader.rest.count) }
    return (NumericArray(shape: shape, elements: entries.withUnsafeBytes(element.decode)), element)
  }

  private static func byteCount(_ shape: [Int], _ element: Element) throws(ArrayFileError.Problem) -> Int {
    var count = element.byteCount
    for length in shape where length > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard !overflow else { throw .notIDX(reason: "the array of shape \(shape) exceeds any memory") }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  package static func encode(_ array: NumericArray, as element: Element) -> Data {
    precondition(array.shape.count <= 255, "\(array.shape.count) dimensions")
    var file = Data([0, 0, UInt8(element.rawValue), UInt8(array.shape.count)])
    for length in array.shape { file.append(bytes: UInt32(length)) }
    for entry in array.elements { element.append(entry, to: &file) }
    return file
  }
}

extension IDX.Element {
  fileprivate func decode(_ bytes: UnsafeRawBufferPointer) -> [Double] {
    func numbers<Bits: FixedWidthInteger>(_ value: (Bits) -> Double) -> [Double] {
      (0..<bytes.count / byteCount).map { i in
        value(Bits(bigEndian: bytes.loadUnaligned(fromByteOffset: i * byteCount, as: Bits.self)))
      }
    }
    return switch self {
    case .uint8: numbers { (bits: UInt8) in Double(bits) }
    case .int8: numbers { (bits: Int8) in Double(bits) }
    case .int16: numbers { (bits: Int16) in Double(bits) }
    case .int32: numbers { (bits: Int32) in Double(bits) }
    case .float32: numbers { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case .float64: numbers { (bits: UInt64) in Double(bitPattern: bits) }
    }
  }

  fileprivate func append(_ entry: Double, to file: inout Data) {
    switch self {
    case .uint8: file.append(bytes: UInt8(entry))
    case .int8: file.append(bytes: Int8(entry))
    case .int16: file.append(bytes: Int16(entry))
    case .int32: file.append(bytes: Int32(entry))
    case .float32: file.append(bytes: Float(entry).bitPattern)
    case .float64: file.append(bytes: entry.bitPattern)
    }
  }
}

extension ByteReader {
  fileprivate mutating func bigEndian(_ count: Int, of part: String) throws(ArrayFileError.Problem) -> Int {
    try next(count, of: part).reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Data {
  fileprivate mutating func append(bytes value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
