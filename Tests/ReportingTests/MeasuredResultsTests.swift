// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Reporting
import StudyModel
import TestSupport
import Testing

/// Tables of a study whose few numbers are chosen so that the results can be worked out by hand.
@Suite struct MeasuredResultsTests {
  private static let text = """
    study: tiny
    claim: magnitude-kept-fraction
    seed: 1
    grid: {width: [10], quality: [0.5, 1]}
    trials: {each: 4}
    """

  private func trial(_ kept: Double) -> TrialOutcome {
    typealias Layer = KeptFractionExperiment
    return TrialOutcome(
      [
        Measurement(Layer.kept, kept), Measurement(Layer.keptFraction, kept / 100), Measurement(Layer.predicted, 0.5),
      ], seconds: 2)
  }

  private func results(_ trials: [[TrialOutcome?]]) throws -> MeasuredResults {
    let study = try Study(StudyFile(name: "tiny.yaml", text: Self.text))
    return MeasuredResults(study: study, cells: finished(trials, in: study))
  }

  @Test func aCellsRowSummarisesItsTrials() throws {
    let results = try results([[trial(50), trial(60), trial(76), nil], [trial(30)]])
    let table = rows(results.tables[0].csv)
    #expect(table.count == 2 && results.trials == 5 && results.failed == 1 && results.undecided == 0)
    let first = try #require(table.first)
    #expect(first["width"] == "10" && first["quality"] == "0.5" && first["trials"] == "4" && first["failed"] == "1")
    // (−12)² + (−2)² + 14² = 344 about the mean of 62.
    for (column, value) in [
      ("kept_mean", 62), ("kept_sd", 172.0.squareRoot()), ("kept_median", 60), ("kept_min", 50), ("kept_max", 76),
      ("seconds_mean", 2),
    ] { expectClose(try #require(first[column].flatMap(Double.init)), value, absolute: 1e-12) }
    #expect(table[1]["kept_sd"] == "" && table[1]["kept_mean"] == "30.0")
  }

  /// Student's t with two degrees of freedom: 4.30265 standard errors of √(172/3)/100.
  @Test func aCurvesBarsAreStudents() throws {
    let results = try results([[trial(50), trial(60), trial(76)], [trial(30)]])
    let all = rows(try #require(results.figures.first).table.csv)
    let points = all.filter { $0["kind"] == "measured" && $0["kept_fraction"] != "" }
    #expect(points.count == 2 && points[0]["trials"] == "3" && points[0]["series"] == "width 10")
    let halfWidth = 4.302652729911275 * (172.0 / 3).squareRoot() / 100
    expectClose(try #require(points[0]["kept_fraction_low"].flatMap(Double.init)), 0.62 - halfWidth, absolute: 1e-9)
    expectClose(try #require(points[0]["kept_fraction_high"].flatMap(Double.init)), 0.62 + halfWidth, absolute: 1e-9)
    #expect(points[1]["kept_fraction_low"] == "")
    // P(|Z| > ½) of the tables.
    let law = try #require(all.last { $0["kind"] == "theory" && $0["quality"] == "0.5" && $0["kept_fraction"] != "" })
    expectClose(try #require(law["kept_fraction"].flatMap(Double.init)), 0.6170750774519738, absolute: 1e-14)
  }

  /// One trial a cell has no interval, and no text says that it has.
  @Test func aSingleTrialHasNoIntervals() throws {
    let figure = try #require(try results([[trial(50)], [trial(30)]]).figures.first)
    #expect(figure.caption.plain.hasSuffix("One trial a point: no intervals."))
    #expect(!figure.script.contains("Student") && figure.script.contains("measured, without intervals"))
    let columns = rows(figure.table.csv).compactMap { $0["kept_fraction_low"] }
    #expect(columns.allSatisfy { $0 == "" })
  }

  /// What was not measured is a dash in text and absent in the document: no 0 and no nan.
  @Test func whatWasNotMeasuredIsAbsent() throws {
    let none = TrialOutcome([Measurement(KeptFractionExperiment.kept, .nan)])
    let results = try results([[none], [trial(30)]])
    #expect(results.highlights.rows[0].suffix(3) == ["–", "–", "–"])
    #expect(rows(results.tables[0].csv)[0].filter { $0.key.hasPrefix("kept") }.values.allSatisfy { $0 == "" })
    let document = String(decoding: try JSONEncoder().encode(results.overview), as: UTF8.self)
    #expect(document.hasPrefix(#"[{"#) && document.contains(#""means":{}"#) && !document.lowercased().contains("nan"))
  }

  @Test func theHighlightsTellTheCellsApart() throws {
    let results = try results([[trial(50)], [trial(30)]])
    #expect(results.highlights.headings.first?.plain == "quality", "the width is the same in all cells")
    #expect(results.highlights.rows[1].prefix(2) == ["1.0", "1"])
    #expect(results.table.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
