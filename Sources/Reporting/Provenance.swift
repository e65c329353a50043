// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
package import StudyModel
import Subprocess

/// What the machine can tell about itself and the program's source; nil where it cannot.
enum Provenance {
  static func sha256(_ text: String) async -> String? { await sha256([], input: text) }

  /// Of a file; nil where it cannot be read.
  static func sha256(file path: String) async -> String? { await sha256(["--", path]) }

  /// By the program that GNU systems have, or the one that macOS and Perl have.
  private static func sha256(_ arguments: [String], input: String = "") async -> String? {
    var line = await output("sha256sum", arguments, input: input)
    if line == nil { line = await output("shasum", ["-a", "256"] + arguments, input: input) }
    // A name with a backslash makes both begin their line with one.
    return line?.split(separator: " ").first.map { String($0.drop { $0 == "\\" }) }
  }

  /// The commit of the repository that the running program was built in.
  static func revision() async -> Manifest.Revision? {
    guard let program = Bundle.main.executableURL?.deletingLastPathComponent().path,
      let commit = await output("git", ["-C", program, "rev-parse", "HEAD"]),
      let changes = await output("git", ["-C", program, "status", "--porcelain", "--untracked-files=no"])
    else { return nil }
    return Manifest.Revision(commit: commit, dirty: !changes.isEmpty)
  }

  /// The processor's name, as Linux or macOS has it.
  static func cpu() async -> String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    if let model = lines.first(where: { $0.hasPrefix("model name") })?.split(separator: ":").last {
      return model.trimmingCharacters(in: .whitespaces)
    }
    return await output("sysctl", ["-n", "machdep.cpu.brand_string"]) ?? "unknown"
  }

  /// Standard output of a program that succeeds, without the last line end.
  private static func output(_ program: String, _ arguments: [String], input: String = "") async -> String? {
    let result = try? await run(
      .name(program), arguments: .init(arguments), input: .string(input), output: .string(limit: 1 << 20),
      error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return result.standardOutput.trimmingCharacters(in: .newlines)
  }
}

extension StudyFile {
  /// The study with the hashes of the files that it names, which a run folder keeps.
  ///
  /// - Throws: `StudyError` naming the file that cannot be read.
  package func fingerprinted(_ files: [String]) async throws -> StudyFile {
    var source = self
    var hashes: [String: String] = [:]
    for path in files {
      guard let hash = await Provenance.sha256(file: URL(filePath: path, relativeTo: folder).path) else {
        throw StudyError(
          origin: .line(1, file: name), keyPath: "", problem: "\(path) cannot be read; look at its permissions")
      }
      hashes[path] = hash
    }
    source.files = hashes
    return source
  }
}
