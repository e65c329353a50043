// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Subprocess
import TestSupport
import Testing

/// What goes wrong with a run's folder ends the run with a clear error, and nothing that was stored is lost.
@Suite struct StorageFaultTests {
  private let folder: TemporaryFolder
  private let study: String
  private let output: String

  init() throws {
    folder = try TemporaryFolder()
    study = try folder.path("tiny.yaml", tinyStudy)
    output = try folder.path("run")
  }

  private func run(_ more: String...) async throws -> Outcome {
    try await trimlab(["run", study, "--output", output, "--no-figures"] + more)
  }

  private var database: URL { folder.url.appending(path: "run/trials.sqlite") }

  /// A limit on the size of files, which writes meet as they meet a full disk.
  @Test func aFullDisk() async throws {
    #expect(try await run().code == 0)
    let command = "trap '' XFSZ; ulimit -f 400; exec trimlab run \(study) --output \(output) --no-figures --trials 5000"
    let full = try await shell(command)
    #expect(full.code == 73 && full.errors.contains("cannot write \(database.path)"), "\(full)")
    #expect(try await run("--trials", "5000").code == 0)
    let whole = try await trimlab(
      "run", study, "--output", try folder.path("whole"), "--no-figures", "--trials", "5000")
    #expect(whole.code == 0)
    #expect(try untimed(folder.read("run/cells.csv")) == untimed(folder.read("whole/cells.csv")))
  }

  /// Not even root writes there.
  @Test func aFolderThatCannotBeWritten() async throws {
    let outcome = try await trimlab("run", study, "--output", "/proc/trimlab", "--no-figures")
    #expect(outcome.code == 73 && outcome.errors.contains("cannot write /proc/trimlab"), "\(outcome)")
  }

  @Test(arguments: ["garbage at the start", "garbage in the middle", "cut short"])
  func aDamagedDatabase(_ damage: String) async throws {
    #expect(try await run("--trials", "500").code == 0)
    var bytes = try Data(contentsOf: database)
    let garbage = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) })
    switch damage {
    case "garbage at the start": bytes.replaceSubrange(0..<100, with: garbage.prefix(100))
    case "garbage in the middle":
      for start in stride(from: 8192, to: bytes.count - 8192, by: 16384) {
        bytes.replaceSubrange(start..<start + 8192, with: garbage)
      }
    default: bytes = bytes.prefix(bytes.count / 2)
    }
    try bytes.write(to: database)
    for outcome in [try await run("--trials", "500"), try await trimlab("status", output)] {
      #expect(outcome.code == 65 && outcome.errors.contains("cannot read \(database.path)"), "\(damage): \(outcome)")
    }
    // But for the first page and one behind the last: GRDB makes and drops an empty table to have a write-ahead log.
    let left = try Data(contentsOf: database)
    #expect(
      left.dropFirst(4096).prefix(bytes.count - 4096) == bytes.dropFirst(4096), "a damaged database is left as it is")
  }

  @Test func aDatabaseThatAnotherProgramLocks() async throws {
    #expect(try await run().code == 0)
    var configuration = GRDB.Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: database.path, configuration: configuration)
    let output = output
    let study = study
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    let locked = try await trimlab("run", study, "--output", output, "--no-figures", "--trials", "60")
    #expect(locked.code == 73 && locked.errors.contains("is locked by another program"), "\(locked)")
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try other.close()
    #expect(try await run("--trials", "60").code == 0)
  }

  /// Dates only inform: how long runs took is measured by a clock that cannot go back.
  @Test func aClockThatWentBack() async throws {
    #expect(try await run().code == 0)
    let queue = try DatabaseQueue(path: database.path)
    try await queue.write { try $0.execute(sql: "UPDATE session SET started = '2099-01-01T00:00:00Z'") }
    try queue.close()
    #expect(try await run("--trials", "60").code == 0)
    let status = try await trimlab("status", output)
    #expect(status.code == 0 && status.output.contains("480 of 480 trials (100%)"), "\(status)")
  }
}
