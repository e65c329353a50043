// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore
import TestSupport
import Testing

@Suite struct MergingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func url(_ name: String) -> URL { folder.url.appending(path: name) }

  private func open(_ name: String, _ shard: Shard? = nil) throws -> TrialStore {
    try TrialStore(folder: url(name), study: try tinyStudy(), shard: shard)
  }

  @Test func trialsAndSessionsAreJoinedOnce() throws {
    let cells = try tinyStudy().cells
    for (name, number) in [("a", 1), ("b", 2)] {
      let store = try open(name, Shard(number, of: 2))
      let session = try store.beginSession(workers: 1)
      try store.record([trial(cells[number], 1, .recovered), trial(cells[0], number, .notRecovered)])
      try store.endSession(session, trials: 2, seconds: 3)
    }
    let joined = try open("joined")
    for _ in 1...2 { for name in ["a", "b"] { _ = try joined.merge(StoredRun(url(name))) } }
    #expect(try joined.trials(of: try tinyStudy().grid).map(\.trials.count) == [2, 1, 1, 0])
    #expect(try joined.sessions().sessions == 2 && joined.sessions().trials == 4 && joined.sessions().seconds == 6)
  }

  @Test func timingsMayDifferAndNothingElse() throws {
    let cell = try tinyStudy().cells[0]
    try open("a").record([trial(cell, 1, .recovered, margin: 0.5, seconds: 1)])
    try open("same").record([trial(cell, 1, .recovered, margin: 0.5, seconds: 2)])
    try open("other").record([trial(cell, 1, .recovered, margin: 0.5000000001), trial(cell, 2, .recovered)])
    let joined = try open("joined")
    #expect(try joined.merge(StoredRun(url("a"))) == 1)
    #expect(try joined.merge(StoredRun(url("same"))) == 0)
    let error = #expect(throws: StoreError.self) { try joined.merge(StoredRun(url("other"))) }
    let expected =
      "dimension=20 sparsity=2 inputs=gaussian samples=10 weights=gaussian neurons=1 method=auto noise=0.0 success=0.0 trial=1"
    #expect(error == .trialDiffers(path: url("other").path, trial: expected, columns: ["margin"]))
    #expect(try joined.histories()[cell]?.trials == 1, "a refused folder leaves nothing behind")
  }

  @Test func aFolderInUseIsNotMerged() throws {
    let running = try open("a")
    let joined = try open("joined")
    #expect(throws: StoreError.inUse(path: url("a").path)) { try joined.merge(StoredRun(url("a"))) }
    withExtendedLifetime(running) {}
  }

  @Test func aFolderKeepsToItsShard() throws {
    _ = try open("a", Shard(1, of: 2))
    _ = try open("a", Shard(1, of: 2))
    for other in [nil, Shard(2, of: 2), Shard(1, of: 3)] {
      #expect(throws: StoreError.otherShard(path: url("a").path, stored: Shard(1, of: 2), asked: other)) {
        try open("a", other)
      }
    }
    #expect(try StoredRun(url("a")).shard == Shard(1, of: 2))
  }

  @Test func aRunIsSeenFromOutside() throws {
    let store = try open("a")
    let session = try store.beginSession(workers: 2)
    try store.record([trial(try tinyStudy().cells[0], 1, .recovered)])
    let run = try StoredRun(url("a"))
    #expect(run.isInUse)
    let reading = try TrialStore(reading: run)
    #expect(try reading.sessions().trials == 1, "a session's trials are known before its end")
    #expect(try reading.histories().count == 1)
    #expect(throws: (any Error).self) { try reading.record([trial(try tinyStudy().cells[0], 2, .recovered)]) }
    try store.endSession(session, trials: 1, seconds: 1)
  }

  @Test func aFolderWithoutARunIsReported() {
    #expect(throws: StoreError.noRun(path: url("nowhere").path)) { try StoredRun(url("nowhere")) }
    #expect(!FileManager.default.fileExists(atPath: url("nowhere").path))
  }
}
