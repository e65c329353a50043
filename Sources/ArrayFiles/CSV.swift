// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

/// Tables of numbers in comma-separated text, with or without a line of headings.
///
/// Source: RFC 4180, of which numbers need no quoting.
public enum CSV {
  /// Reads a table of two dimensions, a line a record.
  ///
  /// - Throws: `ArrayFileError` naming the line.
  /// - Complexity: O(bytes).
  public static func read(_ path: String) throws(ArrayFileError) -> NumericArray {
    let file = try Data(contentsOfFile: path)
    do {
      return try decode(file)
    } catch {
      throw ArrayFileError(path: path, problem: error)
    }
  }

  package static func decode(_ file: Data) throws(ArrayFileError.Problem) -> NumericArray {
    var elements: [Double] = []
    var (width, records) = (0, 0)
    let lines = file.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    for (index, line) in lines.enumerated() {
      let fields = String(decoding: line, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces.union(.newlines)) }
      if fields == [""] { continue }
      let numbers = fields.compactMap(Double.init)
      if numbers.count < fields.count, index == 0 { continue }
      guard numbers.count == fields.count else {
        let stranger = fields.first { Double($0) == nil } ?? ""
        throw .notCSV(line: index + 1, reason: "'\(stranger.prefix(40))' is no number")
      }
      guard records == 0 || numbers.count == width else {
        throw .notCSV(line: index + 1, reason: "\(numbers.count) numbers where the lines before have \(width)")
      }
      (width, records) = (numbers.count, records + 1)
      elements += numbers
    }
    return NumericArray(shape: [records, width], elements: elements)
  }
}
