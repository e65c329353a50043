// SPDX-License-Identifier: GPL-3.0-or-later

/// The path of a file that a study names, relative to the study's folder: in a study file `{file: path}`, elsewhere `file(path)`.
public struct FilePath: ParameterValue {
  /// As the study file has it.
  public let path: String

  static let domain = ParameterDomain.composed(head: "file", [], file: ComposedWord("file"))

  /// A file by its path.
  public init(_ path: String) { self.path = path }

  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .word(let text) = literal, text.hasPrefix("file("), text.hasSuffix(")") else { return nil }
    path = String(text.dropFirst("file(".count).dropLast())
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .word("file(\(path))") }
}
