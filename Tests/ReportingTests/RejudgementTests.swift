// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import ConvexRecovery
import Foundation
import StudyModel
import StudyRunner
import StudyStore
import Testing

@Suite struct RejudgementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// One trial of every kind there is.
  private static let trials: [(verdict: RecoveryVerdict, error: Double?)] = [
    (.recovered, 1e-9), (.notRecovered, 1e-3), (.notRecovered, 1.1e-3), (.notRecovered, 0.7), (.undecided, 1e-9),
    (.recovered, nil), (.recovered, nil), (.notRecovered, nil), (.undecided, nil),
  ]

  private func stored() throws -> StudyStore {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    guard case .recovery(let design) = study.design else { preconditionFailure("a recovery study") }
    let store = try StudyStore(folder: folder.url, study: study)
    try store.record(
      Self.trials.enumerated().map { index, trial in
        TrialRecord(
          cell: design.cells[1], number: index + 1,
          result: .success(
            RecoveryTrial(
              verdict: trial.verdict, activeSamples: 7, error: trial.error, plantedNorm: 1, iterations: 3,
              method: trial.error == nil ? "certificate" : "program", seconds: 0.25)))
      })
    return try StudyStore(reading: StoredRun(folder.url))
  }

  @Test func withoutThresholdTheTrialsOwnVerdictsCount() throws {
    let cells = try stored().summaries(.certified)
    #expect(cells.count == 2 && cells[0].trials == 0 && cells[1].cell.samples == 20)
    #expect(cells[1].trials == 9 && cells[1].recovered == 3 && cells[1].notRecovered == 4 && cells[1].undecided == 2)
  }

  /// An error of exactly the threshold counts as recovered.
  @Test(arguments: [(1e-3, 4, 2), (0.5, 5, 1), (1, 6, 0), (0, 2, 4)])
  func errorsAreJudgedByTheThreshold(_ threshold: Double, _ recovered: Int, _ notRecovered: Int) throws {
    let cell = try stored().summaries(.relativeError(threshold))[1]
    #expect(cell.recovered == recovered && cell.notRecovered == notRecovered)
    #expect(cell.undecided == 3 && cell.trials == 9)
  }

  @Test func whatCannotBeJudgedIsCounted() throws {
    let counts = try stored().rejudgement(threshold: 1e-3)
    #expect(counts.byError == 4 && counts.changed == 1 && counts.certified == 2 && counts.unknown == 1)
    #expect(counts.undecided == 2)
  }

  @Test func theStudyAndItsSummariesAreThoseOfTheStore() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    guard case .recovery(let design) = study.design else { preconditionFailure("a recovery study") }
    let direct = try {
      _ = try results(study, in: folder.url) { cell in (cell.samples, 3, 40) }
      return try StudyStore(folder: folder.url, study: study).summaries(of: design.cells)
    }()
    let run = try StoredRun(folder.url)
    #expect(try StudyStore(reading: run).summaries(.certified) == direct)
    #expect(run.study.changes(from: study).isEmpty)
  }
}

extension StudyStore {
  fileprivate func summaries(_ success: SuccessCriterion) throws -> [CellSummary] {
    try summaries(of: table.design, success)
  }
}
