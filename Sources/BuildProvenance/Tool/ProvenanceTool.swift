// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// `provenance-tool ROOT FILE`: writes the commit of ROOT and the versions in its `Package.resolved` as Swift constants to FILE.
@main
struct ProvenanceTool {
  static func main() throws {
    let root = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
    let commit = commit(root).map { "\"\($0)\"" } ?? "nil"
    let packages = packages(root).sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
    let text = """
      extension BuildProvenance {
        /// The first twelve digits of the commit that was built; nil where the sources were no git repository.
        public static let commit: String? = \(commit)
        /// The packages that were built in, with their versions.
        public static let packages: [String: String] = [\(packages.isEmpty ? ":" : packages.joined(separator: ", "))]
      }

      """
    try Data(text.utf8).write(to: URL(filePath: CommandLine.arguments[2]), options: .atomic)
  }

  /// By git, if it is there and ROOT is a repository of its own.
  private static func commit(_ root: URL) -> String? {
    guard FileManager.default.fileExists(atPath: root.appending(path: ".git").path) else { return nil }
    let (git, output) = (Process(), Pipe())
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", root.path, "rev-parse", "--short=12", "HEAD"]
    (git.standardOutput, git.standardError) = (output, FileHandle.nullDevice)
    guard (try? git.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    git.waitUntilExit()
    let hash = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return git.terminationStatus == 0 && !hash.isEmpty && hash.allSatisfy(\.isHexDigit) ? hash : nil
  }

  private static func packages(_ root: URL) -> [String: String] {
    struct Resolved: Decodable {
      struct Pin: Decodable {
        struct State: Decodable { let version: String? }
        let identity: String
        let state: State
      }
      let pins: [Pin]
    }
    guard let data = try? Data(contentsOf: root.appending(path: "Package.resolved")),
      let resolved = try? JSONDecoder().decode(Resolved.self, from: data)
    else { return [:] }
    let versions = resolved.pins.compactMap { pin in pin.state.version.map { (pin.identity, $0) } }
    return Dictionary(versions) { first, _ in first }
  }
}
