// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Reporting
import StudyModel
import StudyStore

/// What `trimlab report` says at the end.
struct ReportOutcome: Encodable {
  let study, folder: String
  let trials: Int
  let transitions: [TransitionSummary]
  let verdict: ClaimRecord
  /// Of `--threshold`.
  let rejudgement: Rejudgement?
  private let table: String

  init(_ results: RecoveryResults, _ rejudgement: Rejudgement?, folder: URL) {
    study = results.study.name
    self.folder = folder.relativePath
    trials = results.trials
    transitions = results.summaries
    verdict = ClaimRecord(claim: results.study.claim.judge, finding: results.finding)
    self.rejudgement = rejudgement
    table = results.table
  }

  private enum CodingKeys: CodingKey {
    case study, folder, trials, transitions, verdict, rejudgement
  }

  var json: String { get throws { try Self.encoded(self) } }

  static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  var text: String {
    """
    \(study): \(trials) stored trials

    \(table)
    \(verdict.text)
    Report: \(folder)
    """
  }
}
