// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore
import TestSupport
import Testing

@Suite struct TrialStoreTests {
  private typealias Q = RecoveryExperiment
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ overrides: String...) throws -> TrialStore {
    try TrialStore(folder: folder.url, study: try tinyStudy(overrides))
  }

  @Test func trialsAreThereAfterReopening() throws {
    let cell = try tinyStudy().cells[1]
    try {
      let store = try open()
      try store.record([
        trial(cell, 1, .recovered), trial(cell, 2, .notRecovered), trial(cell, 4, .undecided), failed(cell, 7),
      ])
    }()
    let history = try #require(try open().histories()[cell])
    #expect(history.finished == RangeSet([1..<3, 4..<5, 7..<8]))
    #expect(history.successes == 1)
    #expect(history.undecided == 2)
  }

  /// Words, counts and numbers are stored as what they are, and come back equal; what a trial did not measure is not there.
  @Test func whatATrialFoundComesBack() throws {
    let study = try tinyStudy()
    let trials = [
      trial(study.cells[0], 1, .recovered, error: 3e-9, gap: 2e-12, active: 6, iterations: 4, seconds: 1.5),
      trial(study.cells[0], 2, .notRecovered, margin: -0.0625, active: 0), trial(study.cells[2], 5, .undecided),
    ]
    let store = try open()
    try store.record(trials + [failed(study.cells[0], 3)])
    let read = try store.trials(of: study.grid)
    #expect(read.map(\.cell) == study.cells && read.map(\.trials.count) == [3, 0, 1, 0])
    for (stored, trial) in zip(read.flatMap(\.outcomes), trials) {
      let outcome = try #require(trial.trial.outcome)
      #expect(stored.success == outcome.success && stored.seconds == outcome.seconds)
      #expect(stored.measurements == outcome.measurements.filter { !$0.value.isNaN })
    }
    #expect(read[0].outcomes[0][Q.decidedBy] == 0 && read[0].outcomes[0][Q.margin] == nil)
    #expect(throws: TrialFailure(message: "no memory")) { try read[0].trials[2].result.get() }
    let database = try RawDatabase(folder.url.appending(path: "trials.sqlite"))
    let row = "SELECT decided_by || ' ' || active_samples || ' ' || typeof(active_samples) || ' ' || typeof(error)"
    #expect(
      try database.strings("\(row) FROM trial WHERE id <= 2") == [
        "certificate 6 integer real", "certificate 0 integer null",
      ])
  }

  @Test func trialsAreCounted() throws {
    let cells = try tinyStudy().cells
    let store = try open()
    try store.record([
      trial(cells[0], 3, .recovered), trial(cells[0], 1, .undecided), trial(cells[2], 2, .notRecovered),
      failed(cells[0], 4),
    ])
    let counts = try store.counts()
    #expect(try store.count() == 4 && counts.count == 2)
    #expect(counts[cells[0]]?.trials == 3 && counts[cells[0]]?.undecided == 1 && counts[cells[0]]?.failed == 1)
    #expect(counts[cells[2]]?.trials == 1 && counts[cells[2]]?.undecided == 0 && counts[cells[2]]?.failed == 0)
  }

  /// Several trials go into one statement: none may end up in another's row or column.
  @Test(arguments: [1, 31, 32, 33, 100])
  func manyTrialsAreStoredAsTheyAre(_ count: Int) throws {
    let cells = try tinyStudy().cells
    let store = try open()
    let trials = (1...count).map { number in
      let cell = cells[number / 7 % cells.count]
      guard number % 5 > 0 else { return failed(cell, number, "failure \(number)") }
      return trial(
        cell, number, [.recovered, .notRecovered, .undecided][number % 3],
        error: number % 2 == 0 ? Double(number) : nil,
        margin: -Double(number), active: number, iterations: 2 * number)
    }
    try store.record(trials)
    for (index, record) in trials.enumerated() {
      let stored = try #require(try store.trial(index + 1))
      #expect(stored.cell == record.cell && stored.number == record.trial.number)
      #expect(stored.fields.elementsEqual(store.fields(of: record.trial)) { $0 == $1 }, "trial \(stored.number)")
    }
  }

  @Test func aTrialCannotBeStoredTwice() throws {
    let cell = try tinyStudy().cells[0]
    let store = try open()
    try store.record([trial(cell, 1, .recovered)])
    #expect(throws: (any Error).self) { try store.record([trial(cell, 2, .recovered), trial(cell, 1, .recovered)]) }
    #expect(try store.histories()[cell]?.trials == 1, "a refused batch leaves nothing behind")
  }

  /// A count that is none is not rounded: SQLite refuses it.
  @Test(arguments: [-1, 2.5, .infinity])
  func aValueThatItsQuantityCannotHaveIsRefused(_ count: Double) throws {
    let cell = try tinyStudy().cells[0]
    let outcome = TrialOutcome([Measurement(Q.activeSamples, count)])
    let store = try open()
    #expect(throws: (any Error).self) {
      try store.record([TrialRecord(cell: cell, trial: FinishedTrial(number: 1, result: .success(outcome)))])
    }
    #expect(try store.count() == 0)
  }

  @Test func aStudyGoesOnAndMayGrow() throws {
    let cell = try tinyStudy().cells[0]
    try { try open().record([trial(cell, 1, .recovered)]) }()
    let grown = try open("trials.each=30", "grid.dimension=[20, 40]")
    #expect(try grown.histories()[cell]?.trials == 1)
    #expect(try grown.histories().count == 1)
  }

  /// The cells of a search are those that it has tried, curve by curve, ascending.
  @Test func theCellsOfASearchAreThoseThatItTried() throws {
    let text = """
      study: search
      claim: recovery-law
      seed: 1
      grid: {dimension: [20], sparsity: [3, 2], samples: {adaptive: {half-width: 0.1, at-most: 100}}}
      """
    let study = try Study(StudyFile(name: "search.yaml", text: text))
    let store = try TrialStore(folder: folder.url, study: study)
    #expect(try store.trials(of: study.grid).isEmpty)
    let tried = study.grid.curves.flatMap { curve in [9, 30, 10].map(curve.cell) }
    try store.record(tried.map { trial($0, 1, .recovered) })
    let read = try store.trials(of: study.grid)
    #expect(read.map { $0.cell[Q.sparsity] } == [2, 2, 2, 3, 3, 3])
    #expect(
      read.map { $0.cell[Q.samples] } == [9, 10, 30, 9, 10, 30] && read.map(\.trials.count) == [1, 1, 1, 1, 1, 1])
    #expect(try store.outcomes().keys.count == 6)
  }

  @Test func aChangedStudyIsRefusedWithTheNamesOfWhatChanged() throws {
    _ = try open()
    let error = #expect(throws: StoreError.self) { try open("seed=5", "trials.each=10") }
    let message = try #require(error?.description)
    #expect(message.contains("seed: 18446744073709551 → 5"))
    #expect(message.contains("trials: {each: 20} → {each: 10}"))
    _ = try open()
  }

  @Test func aFolderTakesOneRunAtATime() throws {
    let first = try open()
    #expect(throws: StoreError.inUse(path: folder.url.path)) { try open() }
    withExtendedLifetime(first) {}
  }

  @Test func theFolderIsFreeAgainAfterTheRun() throws {
    for _ in 1...3 { _ = try open() }
  }

  @Test func sessionsAddUp() throws {
    let store = try open()
    _ = try store.beginSession(workers: 2)
    try store.endSession(try store.beginSession(workers: 1), trials: 5, seconds: 1.5)
    try store.endSession(try store.beginSession(workers: 1), trials: 6, seconds: 2.5)
    let summary = try store.sessions()
    #expect(summary.sessions == 3)
    #expect(summary.seconds == 4)
    #expect(summary.ended != nil)
  }
}
