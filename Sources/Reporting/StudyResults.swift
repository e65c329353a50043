// SPDX-License-Identifier: GPL-3.0-or-later
package import Claims
import Experiments
package import StudyModel

/// What a kind of study has to report: tables, figures, verdicts and the numbers a paper quotes.
///
/// The run folder's files are made from this alone. A study of another kind (of networks, of training) gets its report by
/// saying here which tables and figures it has.
package protocol StudyResults: Sendable {
  var study: Study { get }
  /// Trials in all.
  var trials: Int { get }
  /// Trials without evidence for either outcome, and trials that ended with an error.
  var undecided: Int { get }
  var failed: Int { get }
  /// What a program that started the run wants to know, and its name in the JSON document.
  associatedtype Overview: Encodable
  static var overviewName: String { get }
  var overview: [Overview] { get }
  /// The same for people, at most 80 columns wide, with a line that explains it.
  var table: String { get }
  var overviewNote: String? { get }
  /// How the study's claims stand, its own first.
  var verdicts: [JudgedClaim] { get }
  /// The CSV files of the run folder besides `verdicts.csv`; the first is the one with a row for every cell.
  var tables: [ResultTable] { get }
  /// What a reader should see first: the table of a paper and of the terminal.
  var highlights: DisplayTable { get }
  var macros: [Macro] { get }
  /// Only those that the study has data for.
  var figures: [PanelFigure] { get }
}

/// A claim and what a study found of it.
package struct JudgedClaim: Sendable {
  package let claim: any Claim
  package let finding: Finding

  package init(_ claim: any Claim, _ finding: Finding) {
    self.claim = claim
    self.finding = finding
  }
}

extension StudyResults {
  /// Trials that say nothing, in words; nil where there are none.
  var unfinishedText: String? {
    let parts = [(undecided, "without evidence for either outcome"), (failed, "ended with an error")]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    return words.isEmpty ? nil : "Of these, \(words.joined(separator: ", and "))."
  }

  /// `verdicts.csv`.
  package var verdictsTable: ResultTable {
    let alarmRate = study.alarmRate
    return ResultTable(
      "verdicts", title: "How the study's claims stand", rows: verdicts,
      columns: [
        .text("claim", "Name of the claim") { $0.claim.name },
        .text("class", "How the claim can be false, and so how it is tested") { $0.claim.kind.rawValue },
        .text("verdict", "consistent, refuted, not-borne-out or inconclusive") { $0.finding.verdict.rawValue },
        .integer("trials", "Trials of the study", unit: "trials") { $0.finding.trials },
        .integer("hypotheses_certified", "Trials whose hypotheses were certified; only these count", unit: "trials") {
          $0.finding.hypothesesCertified
        },
        .integer("violations", "Trials, or comparisons, that break the claim") { $0.finding.violations },
        .number("measured", "The quantity that the claim bounds or predicts, as measured") { $0.finding.measured },
        .number("bound", "The bound or prediction of that quantity") { $0.finding.bound },
        .number("slack", "How far the measurement stays on the right side; mostly measured/bound") { $0.finding.slack },
        .number("p_value", "p-value of the test, corrected for the comparisons made; empty where none is made") {
          $0.finding.pValue
        },
        .number("detectable", "Smallest deviation found with probability 0.9, in the unit of the claim's margin") {
          $0.finding.detectable
        },
        .number("margin", "Smallest deviation that would matter") { $0.claim.registered.margin.value },
        .text("unit", "Unit of margin and detectable") { $0.claim.registered.margin.unit },
        .number("alarm_rate", "Probability of refuting the claim if it is true, at most") { _ in alarmRate },
        .text("statement", "The claim in one sentence") { $0.claim.statement },
        .text("remarks", "What a reader should know beyond the numbers") { $0.finding.remarks.joined(separator: "; ") },
      ])
  }

  /// All CSV files of the run folder's top level.
  package var allTables: [ResultTable] { tables + [verdictsTable] }
}
