// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation

/// A study as it was written: the text of the file, and what the command line changed in it.
///
/// This pair is what a run folder keeps, so that the study can be decoded again from there.
public struct StudyFile: Hashable, Sendable {
  /// The name that messages use, e.g. `Studies/quickstart.yaml`.
  public let name: String
  /// The text of the file, in YAML.
  public let text: String
  /// Assignments `key.path=value`, the value in YAML; later ones win.
  public let overrides: [String]
  /// SHA-256 of the files that the study names, by their paths there; nil before they were looked at.
  public var files: [String: String]?

  /// A file's text, with what the command line changes in it.
  public init(name: String, text: String, overrides: [String] = [], files: [String: String]? = nil) {
    (self.name, self.text, self.overrides, self.files) = (name, text, overrides, files)
  }

  /// - Throws: ``StudyError`` when the data is no text.
  public init(name: String, data: Data, overrides: [String] = []) throws {
    guard let text = String(data: data, encoding: .utf8) else {
      throw StudyError(
        origin: .line(1, file: name), keyPath: "", problem: "is not UTF-8 text; expected a study in YAML")
    }
    self.init(name: name, text: text, overrides: overrides)
  }

  /// In which the paths in the study begin.
  public var folder: URL { URL(filePath: name).deletingLastPathComponent() }

  /// What the study asks, in its author's words: the comment at the top of the file, without what is meant for editors.
  public var purpose: String {
    text.split(separator: "\n").prefix { $0.hasPrefix("#") }.filter { !$0.contains("$schema=") }
      .map { $0.drop { "# ".contains($0) } }.joined(separator: " ")
  }

  /// The file's settings with the overrides laid over them.
  func settings() throws -> Setting {
    var root = try SourceValue(yaml: text) { .line($0, file: name) }
    guard case .mapping = root.content else {
      throw StudyError(origin: root.origin, keyPath: "", problem: "expected a mapping of settings, found '\(root)'")
    }
    for override in overrides { try root.apply(override) }
    return Setting(path: "", value: root)
  }
}

extension SourceValue {
  fileprivate mutating func apply(_ override: String) throws {
    let origin = SettingOrigin.option("--set \(override)")
    let parts = override.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let keys = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !keys.contains("") else {
      throw StudyError(origin: origin, keyPath: "", problem: "expected key=value, e.g. --set trials.each=500")
    }
    set(keys[...], to: try SourceValue(yaml: String(parts[1])) { _ in origin })
  }
}
