// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

/// NumPy's `.npy` files.
///
/// A file is the magic string, two bytes of version, the length of the header (two bytes in version 1, four after it),
/// the header and the entries.
///
/// Source: NumPy Enhancement Proposal 1 and `numpy.lib.format`.
public enum NPY {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads an array of one or two dimensions: versions 1 to 3, float32 or float64 in either byte order, in C or Fortran
  /// order.
  ///
  /// - Throws: `ArrayFileError` saying what is wrong with the file.
  /// - Complexity: O(bytes).
  public static func read(_ path: String) throws(ArrayFileError) -> NumericArray {
    let file = try Data(contentsOfFile: path)
    do {
      return try decode(file)
    } catch {
      throw ArrayFileError(path: path, problem: error)
    }
  }

  /// Whether a file begins as `.npy` files do.
  ///
  /// - Throws: `ArrayFileError` for a file that cannot be read.
  public static func isFormat(of path: String) throws(ArrayFileError) -> Bool {
    try Data(contentsOfFile: path).starts(with: magic)
  }

  /// Writes float64 in C order, version 1: the whole file or nothing.
  ///
  /// - Throws: `ArrayFileError` when the file cannot be written.
  public static func write(_ array: NumericArray, to path: String) throws(ArrayFileError) {
    try encode(array).write(toFile: path)
  }

  /// The array in the bytes of a file.
  package static func decode(_ file: Data) throws(ArrayFileError.Problem) -> NumericArray {
    guard magic.starts(with: file.prefix(magic.count)) else { throw .notNPY }
    var reader = ByteReader(file)
    _ = try reader.next(magic.count, of: "magic string")
    let version = try reader.littleEndian(1, of: "version")
    guard (1...3).contains(version) else { throw .unsupportedVersion(version) }
    _ = try reader.next(1, of: "minor version")
    let length = try reader.littleEndian(version == 1 ? 2 : 4, of: "header's length")
    let header = try NPYHeader(String(decoding: reader.next(length, of: "header"), as: UTF8.self))
    let entries = try reader.next(header.byteCount, of: "array of shape \(header.shape)")
    guard reader.isAtEnd else { throw .trailingBytes(reader.rest.count) }
    return header.array(entries)
  }

  package static func encode(_ array: NumericArray) -> Data {
    let text = NPYHeader.text(shape: array.shape)
    // The entries begin at a multiple of 64 bytes and a line feed ends the header, as the format asks.
    let preamble = magic.count + 4
    let length = (preamble + text.utf8.count + 1 + 63) / 64 * 64 - preamble
    let padding = String(repeating: " ", count: length - text.utf8.count - 1) + "\n"
    var file = Data(magic + [1, 0, UInt8(length % 256), UInt8(length / 256)] + (text + padding).utf8)
    let entries = array.elements.map(\.bitPattern.littleEndian)
    entries.withUnsafeBytes { file.append(contentsOf: $0) }
    return file
  }
}
