// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Takes a file apart from front to back.
struct ByteReader {
  /// What has not been read.
  private(set) var rest: Data

  init(_ file: Data) { rest = file }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next bytes; `part` is what they are, for the message when they are missing.
  mutating func next(_ count: Int, of part: String) throws(ArrayFileError.Problem) -> Data {
    guard count <= rest.count else { throw .truncated(part: part, expectedBytes: count, foundBytes: rest.count) }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The next bytes as an unsigned number.
  ///
  /// - Precondition: fewer than eight bytes.
  mutating func littleEndian(_ count: Int, of part: String) throws(ArrayFileError.Problem) -> Int {
    try next(count, of: part).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
