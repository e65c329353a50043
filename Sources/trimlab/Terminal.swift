// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation

/// Standard error, where progress and complaints go; standard output is for results.
enum Terminal {
  static let isInteractive = isatty(STDERR_FILENO) == 1

  /// Whether results may be coloured: on a terminal that shows colours, unless the user asks for none (no-color.org).
  private static let hasColor: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }()

  /// `text` in the colour that goes with `verdict`: the word says it too, for whoever sees no colours.
  static func colored(_ text: String, _ verdict: ClaimVerdict) -> String {
    guard hasColor else { return text }
    let code =
      switch verdict {
      case .consistent: 32
      case .inconclusive, .notBorneOut: 33
      case .refuted: 31
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  static func complain(_ line: String) {
    write(line + "\n")
  }

  /// Shows `line` in place of the one shown before.
  static func show(_ line: String) {
    write("\r\u{1B}[K\(line)")
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
