// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Claims
import Foundation
import Reporting
import StudyModel
import StudyStore

/// What `trimlab report` says at the end.
struct ReportOutcome<Results: StudyResults>: Encodable {
  let results: Results
  let folder: String
  /// Of `--threshold`.
  let rejudgement: Rejudgement?

  init(_ results: Results, _ rejudgement: Rejudgement?, folder: URL) {
    (self.results, self.rejudgement, self.folder) = (results, rejudgement, folder.relativePath)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DocumentKey.self)
    try container.encode(results.study.name, forKey: DocumentKey("study"))
    try container.encode(folder, forKey: DocumentKey("folder"))
    try container.encode(results.trials, forKey: DocumentKey("trials"))
    try container.encode(results.overview, forKey: DocumentKey(Results.overviewName))
    try container.encodeVerdicts(of: results)
    try container.encodeIfPresent(rejudgement, forKey: DocumentKey("rejudgement"))
  }

  var json: String { get throws { try printedJSON(self) } }

  var text: String {
    """
    \(results.study.name): \(results.trials) stored trials

    \(results.table)
    \(results.verdictsText)
    Report: \(folder)
    """
  }
}
