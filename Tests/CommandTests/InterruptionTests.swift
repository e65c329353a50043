// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Subprocess
import Synchronization
import TestSupport
import Testing

/// Runs that are ended by force: what was stored stays, and the study ends as if nothing had happened.
@Suite struct InterruptionTests {
  private let folder: TemporaryFolder
  private let study: String
  /// Trials of the whole study.
  private let trials = 20_000

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      study: longer
      claim: recovery-law
      seed: 7
      grid: {dimension: [200], sparsity: [10, 20], samples: {relative-to: predicted, from: 0.8, to: 1.2, count: 5}}
      trials: {each: 2000}
      """
    study = try folder.path("longer.yaml", text)
  }

  private func arguments(_ name: String, workers: Int) throws -> [String] {
    ["run", study, "--output", try folder.path(name), "--workers", "\(workers)", "--no-figures"]
  }

  /// True once trials are stored that were not when the closure was made, or there are none left to run.
  private func moreIsStored(_ name: String) -> @Sendable () -> Bool {
    let file = folder.url.appending(path: "\(name)/trials.sqlite").path
    let before = storedTrials(file)
    return { [trials] in
      let stored = storedTrials(file)
      return stored > before || stored == trials
    }
  }

  @Test func killedAndResumedAStudyEndsTheSameOnAnyNumberOfWorkers() async throws {
    #expect(try await trimlab(arguments("whole", workers: 1)).code == 0)
    var kills = 0
    for workers in [2, 1, 2] {
      let code = try await trimlab(
        arguments("killed", workers: workers), sending: .kill, when: moreIsStored("killed"))
      if code == nil { kills += 1 }
    }
    #expect(kills > 0, "every run was over before it could be killed")
    #expect(try await trimlab(arguments("killed", workers: 2)).code == 0)
    #expect(try untimed(folder.read("killed/cells.csv")) == untimed(folder.read("whole/cells.csv")))
  }

  /// The study never ends by itself, so that a slow machine cannot finish it before the signal comes.
  @Test(arguments: [Signal.interrupt, .terminate])
  func aSignalEndsARunInOrder(_ signal: Signal) async throws {
    let endless = try arguments("run", workers: 2) + ["--trials", "10000000"]
    let database = folder.url.appending(path: "run/trials.sqlite").path
    #expect(try await trimlab(endless, sending: signal, when: moreIsStored("run")) == 75)
    let stored = storedTrials(database)
    #expect(stored > 0)
    #expect(try await trimlab(endless, sending: signal, when: moreIsStored("run")) == 75)
    #expect(storedTrials(database) > stored)
  }

  @Test func twoRunsDoNotShareAFolder() async throws {
    let (folder, secondIsOver) = (folder, Flag())
    let endless = try arguments("run", workers: 1) + ["--trials", "10000000"]
    async let first = trimlab(endless, sending: .kill) { secondIsOver.isRaised }
    try await wait { folder.exists("run/trials.sqlite") }
    let second = try await trimlab(arguments("run", workers: 1))
    secondIsOver.raise()
    #expect(second.code == 73)
    #expect(second.errors.contains("in use by another run"))
    #expect(try await first == nil)
  }
}

private final class Flag: Sendable {
  private let raised = Atomic(false)

  var isRaised: Bool { raised.load(ordering: .acquiring) }

  func raise() { raised.store(true, ordering: .releasing) }
}

/// The number of trials in a database that another process may be writing; 0 while there is none.
private func storedTrials(_ file: String) -> Int {
  let count = try? DatabaseQueue(path: file, configuration: readOnly).read { database in
    try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM trial")
  }
  return count ?? 0
}

private var readOnly: GRDB.Configuration {
  var configuration = GRDB.Configuration()
  configuration.readonly = true
  return configuration
}
