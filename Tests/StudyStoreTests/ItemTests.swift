// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore
import TestSupport
import Testing

/// What is measured of a trial's items: layers, here.
@Suite struct ItemTests {
  private typealias Q = LayerExperiment
  private let folder: TemporaryFolder
  private let cells: [Cell]

  init() throws {
    folder = try TemporaryFolder()
    cells = try layerStudy().cells
  }

  private func url(_ name: String) -> URL { folder.url.appending(path: name) }

  private func open(_ name: String = "run") throws -> TrialStore {
    try TrialStore(folder: url(name), study: try layerStudy())
  }

  private func trial(
    _ cell: Int, _ number: Int, _ success: Bool?, seconds: Double = 1, gap: Double = 1e-9, more: [Measurement] = []
  ) -> TrialRecord {
    let measurements = [
      Measurement(Q.gap, item: 1, gap), Measurement(Q.certified, item: 1, true),
      Measurement(Q.nonzerosAfter, item: 1, number), Measurement(Q.gap, item: 2, .nan),
      Measurement(Q.certified, item: 2, false),
    ]
    let outcome = TrialOutcome(success: success, measurements + more, seconds: seconds)
    return TrialRecord(cell: cells[cell], trial: FinishedTrial(number: number, result: .success(outcome)))
  }

  @Test func trialsAndTheirItemsAreThereAfterReopening() throws {
    try {
      try open().record([trial(0, 1, true), trial(0, 3, false), trial(1, 1, nil), failed(cells[1], 2)])
    }()
    let histories = try open().histories()
    #expect(histories[cells[0]]?.finished == RangeSet([1..<2, 3..<4]) && histories[cells[0]]?.successes == 1)
    #expect(histories[cells[1]]?.undecided == 2)
    let stored = try #require(try open().trial(2))
    #expect(stored.cell == cells[0] && stored.number == 3)
    let fields = Dictionary(uniqueKeysWithValues: stored.fields.map { ($0.name, $0.value) })
    #expect(fields["verdict"] == .text("failure") && fields["seconds"] == .real(1))
    #expect(fields["1 gap"] == .real(1e-9) && fields["2 gap"] == nil && fields["1 nonzeros_after"] == .integer(3))
    #expect(fields["1 certified"] == .integer(1) && fields["2 certified"] == .integer(0))
  }

  @Test func whatWasMeasuredComesBackByCellAndNumber() throws {
    let store = try open()
    try store.record([trial(1, 2, nil, seconds: 3), trial(1, 1, true), failed(cells[1], 3)])
    let read = try store.trials(of: try layerStudy().grid)
    #expect(read.map(\.cell) == cells && read[0].trials.isEmpty && read[1].trials.map(\.number) == [1, 2, 3])
    #expect(read[1].trials.map { $0.outcome?.success } == [true, nil, nil])
    #expect(read[1].trials.map { $0.outcome?.seconds } == [1, 3, nil] && read[1].trials[2].outcome == nil)
    let outcome = try #require(read[1].trials[1].outcome)
    // The gap that is no number is no measurement.
    #expect(Set(outcome.measurements) == Set(trial(1, 2, nil).measurements.filter { !$0.value.isNaN }))
    #expect(outcome[Q.nonzerosAfter, item: 1] == 2 && outcome[Q.gap, item: 1] == 1e-9 && outcome[Q.gap, item: 2] == nil)
    let counts = try store.counts()
    #expect(counts[cells[0]] == nil && counts[cells[1]]?.trials == 3)
    #expect(counts[cells[1]]?.undecided == 1 && counts[cells[1]]?.failed == 1)
  }

  /// The parallel scheme has no γ: nothing stands in its column, and its cell comes back without it.
  @Test func aCellKeepsItsParameters() throws {
    try open().record([trial(0, 1, true), trial(1, 1, true)])
    #expect(Set(try open().histories().keys) == Set(cells))
    #expect(cells.map { $0[optional: Q.gamma] } == [nil, 1.5])
    let database = try RawDatabase(url("run/trials.sqlite"))
    #expect(
      try database.strings("SELECT scheme || ' ' || ifnull(gamma, 'none') FROM cell ORDER BY id") == [
        "parallel none", "cascade 1.5",
      ])
    #expect(try database.strings("SELECT name FROM cell ORDER BY id") == cells.map(\.description))
    #expect(try database.strings("SELECT epsilon || ' ' || typeof(epsilon) FROM cell WHERE id = 1") == ["0.125 real"])
  }

  @Test func foldersAreJoined() throws {
    try open("a").record([trial(0, 1, true), trial(1, 1, false)])
    try open("b").record([trial(0, 1, true, seconds: 7), trial(1, 2, nil)])
    let joined = try open("joined")
    #expect(try joined.merge(StoredRun(url("a"))) == 2)
    #expect(try joined.merge(StoredRun(url("b"))) == 1)
    #expect(try joined.merge(StoredRun(url("a"))) == 0)
    #expect(try joined.histories()[cells[1]]?.trials == 2)
    let database = try RawDatabase(url("joined/trials.sqlite"))
    #expect(try database.strings("SELECT COUNT(*) FROM item") == ["6"])
    #expect(
      try database.strings(
        "SELECT nonzeros_after FROM item JOIN trial ON id = trial_id WHERE item = 1 ORDER BY cell_id, number")
        == ["1", "1", "2"])
  }

  @Test func anItemThatDiffersIsRefused() throws {
    try open("a").record([trial(0, 1, true)])
    try open("b").record([trial(0, 1, true, gap: 2e-9), trial(0, 2, true)])
    let joined = try open("joined")
    _ = try joined.merge(StoredRun(url("a")))
    let error = #expect(throws: StoreError.self) { try joined.merge(StoredRun(url("b"))) }
    #expect(error == .trialDiffers(path: url("b").path, trial: "\(cells[0]) trial=1", columns: ["item 1"]))
    #expect(try joined.histories()[cells[0]]?.trials == 1, "a refused folder leaves nothing behind")
  }

  /// A measurement, or an item, that only one of the two has is a difference too, whichever it is.
  @Test(arguments: [["a", "b"], ["b", "a"]], [LayerExperiment.residual, LayerExperiment.gap])
  func aMeasurementMoreIsRefused(_ names: [String], _ quantity: Quantity) throws {
    let item = quantity == Q.residual ? 1 : 3
    let more: [(String, [Measurement])] = [("a", []), ("b", [Measurement(quantity, item: item, 2.0)])]
    for (name, more) in more {
      try open(name).record([trial(0, 1, true, more: more)])
    }
    let joined = try open("joined")
    _ = try joined.merge(StoredRun(url(names[0])))
    #expect(throws: StoreError.self) { try joined.merge(StoredRun(url(names[1]))) }
  }

  /// Quantities of layers and of the whole network keep apart; so do those of the one alone.
  @Test func theWholeAndItsItemsAreKeptApart() throws {
    typealias Spirals = SpiralExperiment
    let study = try spiralStudy()
    let measurements = [
      Measurement(Spirals.weightsBefore, 300), Measurement(Spirals.kept, 0.25),
      Measurement(Spirals.discrepancy, 0.125), Measurement(Spirals.weightsBefore, item: 1, 100),
      Measurement(Spirals.kept, item: 1, 0.5), Measurement(Spirals.weightsBefore, item: 3, 200),
    ]
    let outcome = TrialOutcome(success: true, measurements, seconds: 1)
    let store = try TrialStore(folder: url("spirals"), study: study)
    try store.record([TrialRecord(cell: study.cells[0], trial: FinishedTrial(number: 1, result: .success(outcome)))])
    let read = try #require(try store.trials(of: study.grid)[0].outcomes.first)
    #expect(Set(read.measurements) == Set(measurements) && read.measurements.count == measurements.count)
    let database = try RawDatabase(url("spirals/trials.sqlite"))
    #expect(try database.strings("SELECT weights_before FROM trial") == ["300"])
    #expect(try database.strings("SELECT weights_before FROM item ORDER BY item") == ["100", "200"])
  }
}

extension TrialRecord {
  fileprivate var measurements: [Measurement] { trial.outcome?.measurements ?? [] }
}
