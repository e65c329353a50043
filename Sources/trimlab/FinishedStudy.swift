// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Claims
import Foundation
import Reporting
import StudyModel
import StudyRunner
import StudyStore

/// A study all of whose trials are stored, and how its report is asked for: the end of `run` and of `merge`.
struct FinishedStudy {
  let study: Study
  let store: TrialStore
  /// Of the run that ended; nil where nothing was left to run.
  let progress: RunProgress?
  let workers: Int
  /// Whether figures are drawn; nil where they are if gnuplot is there.
  let figures: Bool?
  let json: Bool

  init(_ study: Study, _ store: TrialStore, _ progress: RunProgress?, workers: Int, figures: Bool?, json: Bool) {
    (self.study, self.store, self.progress, self.workers) = (study, store, progress, workers)
    (self.figures, self.json) = (figures, json)
  }

  /// Writes and prints what the trials say.
  ///
  /// - Throws: exit code 1 where the claim is refuted.
  func report(in folder: URL) async throws {
    try await report(study.results(try store.trials(of: study.grid)), in: folder)
  }

  private func report(_ results: some StudyResults, in folder: URL) async throws {
    let manifest = await Manifest(
      study: study, versions: libraryVersions(), workers: workers, trials: results.trials,
      sessions: try store.sessions())
    let report = RunReport(results: results, manifest: manifest, hasFigures: figures != false)
    let parts = Set(ReportPart.allCases).subtracting(figures == false ? [.figures] : [])
    if let missing = try await report.write(parts, into: folder, needsFigures: figures == true) {
      Terminal.complain("warning: no figures: \(missing)")
    }
    let outcome = RunOutcome(report, progress, folder: folder)
    print(json ? try outcome.json : outcome.text)
    try results.requireUnrefuted()
  }
}

extension StudyResults {
  /// - Throws: exit code 1 where a claim is refuted.
  func requireUnrefuted() throws {
    if verdicts.contains(where: { $0.finding.verdict == .refuted }) { throw ExitCode(ExitStatus.refuted.rawValue) }
  }
}
