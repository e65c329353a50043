// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Subprocess
import TestSupport
import Testing

/// Killed at fifty random moments, a study ends with the trials of an undisturbed run.
@Suite struct CrashTests {
  private let folder: TemporaryFolder
  private let study: String
  private static let kills = 50

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      study: crash
      claim: recovery-law
      seed: 9
      grid: {dimension: [30], sparsity: [2], samples: [8, 12, 16, 20]}
      trials: {each: 1000}
      """
    study = try folder.path("crash.yaml", text)
  }

  /// What a run is waited for before it is killed; each is a moment of another kind, at which it may be anywhere.
  private enum Moment: CaseIterable { case start, folder, log, stored, storedAgain }

  @Test func killedFiftyTimesAStudyLosesNothingThatWasStored() async throws {
    let file = folder.url.appending(path: "killed/trials.sqlite").path
    var (kills, each, moments) = (0, 5000, Generator(seed: 9))
    while kills < Self.kills {
      let before = rows(file)
      let moment = Moment.allCases.randomElement(using: &moments) ?? .stored
      let (size, all) = (logSize(file), 4 * each)
      let code = try await trimlab(arguments("killed", each), sending: .kill) {
        switch moment {
        case .start: true
        case .folder: FileManager.default.fileExists(atPath: file)
        case .log: logSize(file) != size
        case .stored: rows(file) != before || rows(file) == all
        case .storedAgain: rows(file) > before + 1000 || rows(file) == all
        }
      }
      #expect(rows(file) >= before, "trials that were stored are gone")
      if code == nil { kills += 1 } else { each += 2000 }
    }
    #expect(try await trimlab(arguments("killed", each)).code == 0)
    #expect(try await trimlab(arguments("whole", each)).code == 0)
    #expect(try untimed(folder.read("killed/cells.csv")) == untimed(folder.read("whole/cells.csv")))
    #expect(try differences("killed", "whole") == 0)
    #expect(rows(file) == 4 * each)
  }

  private func arguments(_ name: String, _ each: Int) throws -> [String] {
    ["run", study, "--output", try folder.path(name), "--workers", "2", "--no-figures", "--trials", "\(each)"]
  }

  /// Trials that one folder has and not the other, timings aside.
  private func differences(_ a: String, _ b: String) throws -> Int? {
    let trial = "cell_id, number, verdict, failure, active_samples, planted_norm, gap, margin, iterations, decided_by"
    return try DatabaseQueue(path: try folder.path("\(a)/trials.sqlite")).inDatabase { database in
      try database.execute(sql: "ATTACH ? AS other", arguments: [try folder.path("\(b)/trials.sqlite")])
      return try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM (SELECT \(trial) FROM trial EXCEPT SELECT \(trial) FROM other.trial)")
    }
  }
}

/// Stored trials of a database that another process may be writing; 0 while there is none.
private func rows(_ file: String) -> Int {
  var configuration = GRDB.Configuration()
  configuration.readonly = true
  let count = try? DatabaseQueue(path: file, configuration: configuration).read {
    try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM trial")
  }
  return count ?? 0
}

private func logSize(_ file: String) -> Int {
  let attributes = try? FileManager.default.attributesOfItem(atPath: file + "-wal")
  return attributes?[.size] as? Int ?? 0
}
