// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Reporting
import StudyModel
import StudyRunner

/// What `trimlab run` says at the end.
struct RunOutcome: Encodable {
  let study, folder: String
  let trials, newTrials: Int
  /// Seconds this run took; 0 where nothing was left to run.
  let seconds: Double
  let undecided, failed: Int
  let transitions: [TransitionSummary]
  let verdict: ClaimRecord
  private let table: String

  init(study: Study, report: RunReport<RecoveryResults>, progress: RunProgress?, folder: URL) {
    self.study = study.name
    self.folder = folder.relativePath
    transitions = report.results.summaries
    verdict = ClaimRecord(claim: study.claim.judge, finding: report.results.finding)
    table = report.results.table
    trials = report.manifest.trials
    newTrials = progress?.finished ?? 0
    seconds = progress.map { $0.elapsed / .seconds(1) } ?? 0
    undecided = transitions.reduce(0) { $0 + $1.undecided }
    failed = transitions.reduce(0) { $0 + $1.failed }
  }

  private enum CodingKeys: CodingKey {
    case study, folder, trials, newTrials, seconds, undecided, failed, transitions, verdict
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  var text: String {
    let run =
      newTrials == 0
      ? "already finished, nothing to run" : "\(newTrials) of them new, in \(Duration.seconds(seconds).clock)"
    return """
      \(study): \(trials) trials (\(run))

      \(table)
      P50 is where the fitted success curve crosses one half; 2δ is its prediction.

      \(verdict.text)
      Results: \(folder)
      """
  }
}
