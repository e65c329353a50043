// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the Python literals of an `.npy` header from left to right.
struct HeaderScanner {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  /// Whether `token` comes next.
  mutating func isAt(_ token: String) -> Bool {
    rest = rest.drop(while: \.isWhitespace)
    return rest.hasPrefix(token)
  }

  /// Passes over `token` if it comes next.
  mutating func skip(_ token: String) -> Bool {
    guard isAt(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  mutating func expect(_ token: String) throws(ArrayFileError.Problem) {
    guard skip(token) else { throw unexpected("'\(token)'") }
  }

  mutating func expectEnd() throws(ArrayFileError.Problem) {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.isEmpty else { throw unexpected("nothing more") }
  }

  /// A string in single or double quotes, without escapes.
  mutating func string() throws(ArrayFileError.Problem) -> String {
    for quote in ["'", "\""] where skip(quote) {
      let content = rest.prefix { !quote.contains($0) }
      rest = rest[content.endIndex...]
      try expect(quote)
      return String(content)
    }
    throw unexpected("a quoted string")
  }

  /// The name of a dtype.
  mutating func type() throws(ArrayFileError.Problem) -> String {
    if isAt("[") { throw .unsupportedType("with named fields") }
    return try string()
  }

  mutating func boolean() throws(ArrayFileError.Problem) -> Bool {
    if skip("True") { return true }
    if skip("False") { return false }
    throw unexpected("True or False")
  }

  /// A tuple of whole numbers, none below 0.
  mutating func lengths() throws(ArrayFileError.Problem) -> [Int] {
    var lengths: [Int] = []
    try expect("(")
    while !skip(")") {
      lengths.append(try length())
      if !isAt(")") { try expect(",") }
    }
    return lengths
  }

  private mutating func length() throws(ArrayFileError.Problem) -> Int {
    _ = isAt("")
    let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
    guard let value = Int(digits) else { throw unexpected("a length from 0 to \(Int.max)") }
    rest = rest[digits.endIndex...]
    return value
  }

  private func unexpected(_ expected: String) -> ArrayFileError.Problem {
    let found = rest.isEmpty ? "the end" : "'\(rest.prefix(20))'"
    return .malformedHeader("expected \(expected), found \(found) at character \(text.count - rest.count)")
  }
}
