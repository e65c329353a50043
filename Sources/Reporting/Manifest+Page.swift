// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation

extension Manifest {
  /// The manifest as names and values for a reader.
  var entries: [[String: String]] {
    let entries: [(String, String?)] = [
      ("Study file", study.file + (study.sha256.map { " (SHA-256 \($0))" } ?? "")),
      ("Changed on the command line", study.overrides.isEmpty ? nil : study.overrides.joined(separator: ", ")),
      (
        "Files",
        study.files.map { $0.sorted { $0.key < $1.key }.map { "\($0) (SHA-256 \($1))" }.joined(separator: ", ") }
      ),
      ("Source", revision.map { "commit \($0.commit)" + ($0.dirty ? ", with uncommitted changes" : "") }),
      ("Versions", versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")),
      ("Machine", "\(machine.cpu), \(machine.cores) cores, \(machine.system)"),
      ("Workers", "\(workers)"), ("Trials", trials.grouped), ("Runs", "\(sessions)"),
      ("Started", started.formatted(.iso8601)), ("Ended", ended?.formatted(.iso8601)),
      ("Seconds", seconds.fixed(1)),
    ]
    return entries.compactMap { name, value in value.map { ["name": name, "value": $0] } }
  }

  /// The commands that make these results again.
  var commands: String {
    let overrides = study.overrides.map { " --set '\($0.replacing("'", with: "'\\''"))'" }.joined()
    let checkout = revision.map { ["git checkout \($0.commit)"] } ?? []
    return
      (checkout + [
        "make build", "# with the study file above saved as \(study.file):",
        ".build/release/trimlab run \(study.file)\(overrides) --output results/\(study.name)",
        ".build/release/trimlab report results/\(study.name)",
      ]).joined(separator: "\n")
  }

  /// Reads the `manifest.json` of a run folder; nil where there is none.
  ///
  /// - Throws: a decoding error.
  public static func read(from folder: URL) throws -> Manifest? {
    guard let data = try? Data(contentsOf: folder.appending(path: "manifest.json")) else { return nil }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Manifest.self, from: data)
  }
}
