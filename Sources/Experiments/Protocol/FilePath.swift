// SPDX-License-Identifier: GPL-3.0-or-later

/// The path of a file that a study names, relative to the study's folder: in a study file `{file: path}`, elsewhere `file(path)`.
public struct FilePath: ParameterValue {
  public let path: String

  static let domain = ParameterDomain.composed(head: "file", [], file: ComposedWord("file"))

  public init(_ path: String) { self.path = path }

  public init?(_ literal: ParameterLiteral) {
    guard case .word(let text) = literal, text.hasPrefix("file("), text.hasSuffix(")") else { return nil }
    path = String(text.dropFirst("file(".count).dropLast())
  }

  public var literal: ParameterLiteral { .word("file(\(path))") }
}
