// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import Experiments
import ConvexRecovery
import Foundation
import Reporting
import StudyModel
import StudyRunner
import StudyStore
import TestSupport
import Testing

@Suite struct RejudgementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// One trial of every kind there is.
  private static let trials: [(verdict: RecoveryVerdict, error: Double?)] = [
    (.recovered, 1e-9), (.notRecovered, 1e-3), (.notRecovered, 1.1e-3), (.notRecovered, 0.7), (.undecided, 1e-9),
    (.recovered, nil), (.recovered, nil), (.notRecovered, nil), (.undecided, nil),
  ]

  private func stored() throws -> [CellTrials] {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    try TrialStore(folder: folder.url, study: study).record(
      Self.trials.enumerated().map { index, trial in
        let planted = RecoveryTrial(
          verdict: trial.verdict, activeSamples: 7, error: trial.error, plantedNorm: 1, recoveredNorm: nil, gap: nil,
          margin: nil, iterations: 3, method: trial.error == nil ? .certificate : .program)
        return TrialRecord(
          cell: study.grid.cells[1], trial: FinishedTrial(number: index + 1, result: .success(planted.outcome)))
      })
    return try TrialStore(reading: StoredRun(folder.url)).trials(of: study.grid)
  }

  @Test func withoutThresholdTheTrialsOwnVerdictsCount() throws {
    let cells = try stored().summaries(.certified)
    #expect(cells.count == 2 && cells[0].trials == 0 && cells[1].cell.samples == 20)
    #expect(cells[1].trials == 9 && cells[1].recovered == 3 && cells[1].notRecovered == 4 && cells[1].undecided == 2)
  }

  /// An error of exactly the threshold counts as recovered; what a certificate decided stands.
  @Test(arguments: [(1e-3, 4, 3), (0.5, 5, 2), (1, 6, 1), (0, 2, 5)])
  func errorsAreJudgedByTheThreshold(_ threshold: Double, _ recovered: Int, _ notRecovered: Int) throws {
    let cell = try stored().summaries(.relativeError(threshold))[1]
    #expect(cell.recovered == recovered && cell.notRecovered == notRecovered)
    #expect(cell.undecided == 2 && cell.trials == 9)
  }

  @Test func whatCannotBeJudgedIsCounted() throws {
    let counts = Rejudgement(threshold: 1e-3, try stored())
    #expect(counts.byError == 4 && counts.changed == 1 && counts.certified == 2 && counts.certifiedFailures == 1)
    #expect(counts.undecided == 2)
  }

  @Test func theStudyAndItsSummariesAreThoseOfTheStore() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    let direct = try {
      _ = try results(study, in: folder.url) { cell in (cell.samples, 3, 40) }
      return try TrialStore(folder: folder.url, study: study).trials(of: study.grid)
    }()
    let run = try StoredRun(folder.url)
    let read = try TrialStore(reading: run).trials(of: run.study.grid)
    #expect(read.map(\.cell) == direct.map(\.cell) && read.map(\.outcomes) == direct.map(\.outcomes))
    #expect(read.trials == 80 && run.study.changes(from: study).isEmpty)
  }
}

extension [CellTrials] {
  fileprivate func summaries(_ criterion: SuccessCriterion) -> [CellSummary] {
    map { CellSummary($0, criterion) }
  }
}
