// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import TestSupport
import Testing

/// What looks at a run folder needs no right to write there, and leaves nothing behind.
@Suite struct ReadOnlyTests {
  private let folder: TemporaryFolder
  private let run: String

  init() async throws {
    folder = try TemporaryFolder()
    run = try folder.path("run")
    let study = try folder.path("search.yaml", searchStudy)
    try #require(try await trimlab("run", study, "--output", run, "--no-figures").code == 0)
    // For another user as well.
    try #require(try await shell("mkdir -m 777 \(folder.path("elsewhere"))").code == 0)
  }

  /// Runs `trimlab` as somebody who cannot write into `run`: root can everywhere, and becomes another user.
  private func unprivileged(_ arguments: String) async throws -> Outcome {
    let user = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    return try await shell("chmod -R a-w \(run); trap 'chmod -R u+w \(run)' EXIT; \(user) trimlab \(arguments)")
  }

  private var files: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: run).sorted() } }

  @Test(arguments: [
    ("status RUN", "search: finished"), ("replay RUN --trial 5", "The trial is the same."),
    ("report RUN --format csv,tex --output ELSEWHERE/report", "stored trials"),
    ("merge RUN --output ELSEWHERE/merged --no-figures", "already finished"),
  ])
  func aReadOnlyFolderIsRead(_ command: String, _ answer: String) async throws {
    let before = try files
    let elsewhere = try folder.path("elsewhere")
    let outcome = try await unprivileged(command.replacing("RUN", with: run).replacing("ELSEWHERE", with: elsewhere))
    #expect(outcome.code == 0 && outcome.output.contains(answer), "\(outcome)")
    #expect(try files == before)
    for name in ["report", "merged"] where folder.exists("elsewhere/\(name)") {
      #expect(
        try folder.read("elsewhere/\(name)/cells.csv") == folder.read("run/cells.csv"), "an adaptive study's cells")
    }
  }

  /// A killed run leaves its write-ahead log, which a reader must not miss.
  @Test func theLogOfAKilledRunIsRead() async throws {
    let database = try DatabaseQueue(path: run + "/trials.sqlite")
    let stored = try await database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM trial") }
    try await database.write { try $0.execute(sql: "DELETE FROM trial WHERE id <= 7") }
    let copied = try await shell(
      "mkdir \(run)-2 && cp \(run)/trials.sqlite* \(run)-2 && mv \(run) \(run)-1 && mv \(run)-2 \(run)")
    try #require(copied.code == 0)
    let outcome = try await unprivileged("status \(run)")
    #expect(outcome.output.contains("\(try #require(stored) - 7) of "), "\(outcome)")
  }

  @Test func aReportDoesNotGoIntoAReadOnlyFolder() async throws {
    let outcome = try await unprivileged("report \(run) --format csv")
    #expect(outcome.code == 73 && outcome.errors.contains("cannot write \(run)"), "\(outcome)")
  }
}
