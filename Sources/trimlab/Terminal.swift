// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Standard error, where progress and complaints go; standard output is for results.
enum Terminal {
  static let isInteractive = isatty(STDERR_FILENO) == 1

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
