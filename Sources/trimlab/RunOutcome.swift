// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Claims
import Foundation
import Reporting
import StudyModel
import StudyRunner

/// What `trimlab run` says at the end.
struct RunOutcome<Results: StudyResults>: Encodable {
  let results: Results
  let folder: String
  let newTrials: Int
  /// Seconds this run took; 0 where nothing was left to run.
  let seconds: Double

  init(_ report: RunReport<Results>, _ progress: RunProgress?, folder: URL) {
    results = report.results
    self.folder = folder.relativePath
    newTrials = progress?.finished ?? 0
    seconds = progress.map { $0.elapsed / .seconds(1) } ?? 0
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DocumentKey.self)
    try container.encode(results.study.name, forKey: DocumentKey("study"))
    try container.encode(folder, forKey: DocumentKey("folder"))
    let counts = [
      ("trials", results.trials), ("newTrials", newTrials), ("undecided", results.undecided),
      ("failed", results.failed),
    ]
    for (key, count) in counts { try container.encode(count, forKey: DocumentKey(key)) }
    try container.encode(seconds, forKey: DocumentKey("seconds"))
    try container.encode(results.overview, forKey: DocumentKey(Results.overviewName))
    try container.encodeVerdicts(of: results)
  }

  var json: String { get throws { try printedJSON(self) } }

  var text: String {
    let run =
      newTrials == 0
      ? "already finished, nothing to run" : "\(newTrials) of them new, in \(Duration.seconds(seconds).clock)"
    return """
      \(results.study.name): \(results.trials) trials (\(run))

      \(results.table)\(results.overviewNote.map { "\n" + $0 + "\n" } ?? "")
      \(results.verdictsText)
      Results: \(folder)
      """
  }
}

extension KeyedEncodingContainer<DocumentKey> {
  /// The study's own claim, null of a survey, and all that its trials speak to.
  mutating func encodeVerdicts(of results: some StudyResults) throws {
    let records = results.verdicts.map { ClaimRecord(claim: $0.claim, finding: $0.finding) }
    try encode(records.first, forKey: DocumentKey("verdict"))
    try encode(records, forKey: DocumentKey("verdicts"))
  }
}

extension StudyResults {
  /// The verdicts in words.
  var verdictsText: String {
    verdicts.isEmpty
      ? "A survey: no statement is judged."
      : verdicts.map { ClaimRecord(claim: $0.claim, finding: $0.finding).text }.joined(separator: "\n\n")
  }
}
