// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The commit that the running program was built from.
///
/// `make build` leaves `trimlab.commit` beside the program. One that is older than the program is of another build and not believed.
public enum BuiltCommit {
  /// The commit, and `-dirty` after it where files differed from it; nil where nothing tells.
  public static let text: String? = of(Bundle.main.executableURL)

  static func of(_ program: URL?) -> String? {
    guard let program else { return nil }
    let record = program.deletingLastPathComponent().appending(path: "trimlab.commit")
    guard let made = date(record), let built = date(program), made >= built,
      let text = try? String(contentsOf: record, encoding: .utf8)
    else { return nil }
    let commit = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return commit.wholeMatch(of: /[0-9a-f]{7,64}(-dirty)?/) == nil ? nil : commit
  }

  private static func date(_ file: URL) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
  }
}
