// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Claims
import Foundation
import StudyModel
import StudyRunner
import StudyStore
import Testing

@Suite struct StudyStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ overrides: String...) throws -> StudyStore {
    try StudyStore(folder: folder.url, study: try Study(tinyStudy().source.adding(overrides)))
  }

  @Test func trialsAreThereAfterReopening() throws {
    let cell = try tinyStudy().cells[1]
    try {
      let store = try open()
      try store.record([
        trial(cell, 1, .recovered), trial(cell, 2, .notRecovered), trial(cell, 4, .undecided),
        Record(cell: cell, number: 7, result: .failure(TrialFailure(message: "no memory"))),
      ])
    }()
    let history = try #require(try open().histories()[cell])
    #expect(history.finished == RangeSet([1..<3, 4..<5, 7..<8]))
    #expect(history.successes == 1)
    #expect(history.undecided == 2)
  }

  @Test func summariesAreCountsMeansAndExtremes() throws {
    let cells = try tinyStudy().cells
    let store = try open()
    try store.record([
      trial(cells[0], 3, .recovered, error: 1e-9, gap: 1e-12, margin: 0.25, active: 4, iterations: 2, seconds: 0.5),
      trial(cells[0], 1, .recovered, error: 3e-9, gap: 2e-12, margin: 0.125, active: 6, iterations: 4, seconds: 1.5),
      trial(cells[0], 2, .notRecovered, error: 0.5, gap: nil, margin: -0.0625, active: 3, iterations: 9, seconds: 1),
      Record(cell: cells[0], number: 4, result: .failure(TrialFailure(message: "no memory"))),
    ])
    let summaries = try store.summaries(of: cells)
    #expect(summaries.map(\.cell) == cells)
    #expect(summaries.map(\.trials) == [4, 0, 0, 0])
    let summary = summaries[0]
    #expect(summary.recovered == 2 && summary.notRecovered == 1 && summary.undecided == 0 && summary.failed == 1)
    #expect(summary.activeSamplesMean == 13.0 / 3)
    #expect(summary.iterationsMean == 5)
    #expect(summary.marginLeast == 0.0625)
    #expect(summary.gapLargest == 2e-12)
    #expect(summary.errorLargest == 3e-9, "the error of a failed recovery is not a solver's error")
    #expect(summary.secondsMean == 1)
    #expect(summaries[1].secondsMean == nil && summaries[1].marginLeast == nil)
  }

  /// Several trials go into one statement: none may end up in another's row or column.
  @Test(arguments: [1, 31, 32, 33, 100])
  func manyTrialsAreStoredAsTheyAre(_ count: Int) throws {
    let cells = try tinyStudy().cells
    let store = try open()
    let trials = (1...count).map { number in
      let cell = cells[number / 7 % cells.count]
      guard number % 5 > 0 else {
        return Record(cell: cell, number: number, result: .failure(TrialFailure(message: "failure \(number)")))
      }
      return trial(
        cell, number, [.recovered, .notRecovered, .undecided][number % 3],
        error: number % 2 == 0 ? Double(number) : nil,
        margin: -Double(number), active: number, iterations: 2 * number)
    }
    try store.record(trials)
    for (index, trial) in trials.enumerated() {
      let stored = try #require(try store.trial(index + 1))
      #expect(stored.cell == trial.cell && stored.number == trial.number)
      #expect(stored.fields.elementsEqual(store.fields(of: trial)) { $0 == $1 }, "trial \(trial.number)")
    }
  }

  @Test func aTrialCannotBeStoredTwice() throws {
    let cell = try tinyStudy().cells[0]
    let store = try open()
    try store.record([trial(cell, 1, .recovered)])
    #expect(throws: (any Error).self) { try store.record([trial(cell, 2, .recovered), trial(cell, 1, .recovered)]) }
    #expect(try store.histories()[cell]?.trials == 1, "a refused batch leaves nothing behind")
  }

  @Test func aStudyGoesOnAndMayGrow() throws {
    let cell = try tinyStudy().cells[0]
    try { try open().record([trial(cell, 1, .recovered)]) }()
    let grown = try open("trials.each=30", "grid.dimension=[20, 40]")
    #expect(try grown.histories()[cell]?.trials == 1)
    #expect(try grown.histories().count == 1)
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

extension StudyFile {
  fileprivate func adding(_ overrides: [String]) -> StudyFile {
    StudyFile(name: name, text: text, overrides: self.overrides + overrides)
  }
}
