// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a setting was written: a line of the study file, or an override on the command line.
public enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
  case line(Int, file: String)
  case option(String)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .line(let line, let file): "\(file):\(line)"
    case .option(let text): text
    }
  }
}

/// A study file that cannot be run: where, which setting, what is wrong with its value, and what would be right.
public struct StudyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the setting was written.
  public let origin: SettingOrigin
  /// Dotted path of the setting, e.g. `grid.samples.count`; empty for the document itself.
  public let keyPath: String
  /// What is wrong with the value, and what would be right.
  public let problem: String

  package init(origin: SettingOrigin, keyPath: String, problem: String) {
    (self.origin, self.keyPath, self.problem) = (origin, keyPath, problem)
  }

  /// In words, for messages.
  public var description: String {
    ([origin.description] + (keyPath.isEmpty ? [] : [keyPath]) + [problem]).joined(separator: ": ")
  }
}
