// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Reporting
import StudyModel
import StudyRunner
import StudyStore
import TestSupport
import Testing

/// Tables of studies whose few numbers are chosen so that the results can be worked out by hand.
@Suite struct SchemeResultsTests {
  private func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(row[column].flatMap(Double.init), "\(column) of \(row)")
  }

  @Test func aCellsRowIsOfItsCertifiedLayers() throws {
    let results = try results([
      [
        trial(rd: 0.1, left: 50), trial(rd: 0.2, left: 40, ratio: 0.8), trial(rd: 0.3, left: 30, ratio: 1.5),
        trial(rd: 0.9, left: 20, certified: false, optimal: false, ratio: 9), nil,
      ], [], [], [],
    ])
    let row = try #require(rows(results.tables[0].csv).first)
    #expect(row["scheme"] == "parallel" && row["gamma"] == "" && row["epsilon"] == "0.1" && row["layer"] == "1")
    #expect(row["trials"] == "4" && row["certified"] == "3" && row["violations"] == "1")
    #expect(row["optimal"] == "3" && row["failed"] == "1")
    for (column, value) in [
      ("ratio_median", 0.8), ("ratio_max", 1.5), ("relative_error_mean", 0.2), ("ratio_general_max", 0.25),
      ("ratio_sharp_median", 0.8), ("kept_mean", 0.35), ("seconds_mean", 2), ("nonzeros_after_mean", 35),
    ] { expectClose(try number(row, column), value, absolute: 1e-12) }
    #expect(results.trials == 5 && results.failed == 1)
    #expect(results.tables[0].columns.last?.name == "seconds_mean")
  }

  @Test func theVerdictsAreOfTheSchemesThatTheClaimsSpeakOf() throws {
    let fine = trial(rd: 0.1, left: 50)
    let broken = try results([[fine], [fine], [trial(rd: 0.2, left: 50, ratio: 1.5)], [fine]])
    let verdicts = Dictionary(uniqueKeysWithValues: broken.verdicts.map { ($0.claim.name, $0.finding) })
    #expect(broken.verdicts[0].claim.name == "theorem-2")
    #expect(verdicts["theorem-2"]?.verdict == .inconclusive && verdicts["theorem-2"]?.trials == 2)
    #expect(verdicts["theorem-1"]?.verdict == .refuted && verdicts["theorem-1"]?.violations == 1)
    #expect(verdicts["general-bounds"]?.trials == 4 && verdicts["spectral-bound"]?.trials == 2)
    let uncertified = trial(rd: 0.1, left: 50, certified: false, ratio: 3)
    #expect(try results([[fine], [uncertified], [fine], []]).verdicts[0].finding.verdict == .inconclusive)
  }

  /// Parallel: 0.8 kept at rd = 0.1, 0.4 at 0.4, so 0.6 at 0.2, half-way in log rd. Cascade: 0.5 at 0.2, 0.3 at 0.4. The
  /// shared discrepancies are 0.2 and 0.4, where parallel keeps 0.6 and 0.4, the cascade 0.5 and 0.3: −0.1. The second network's
  /// cascade keeps 0.04 more: −0.06.
  @Test func theSchemesAreComparedAtEqualDiscrepancy() throws {
    let parallel = [trial(rd: 0.1, left: 80), trial(rd: 0.4, left: 40)]
    let cascades = [(50.0, 30.0), (54, 34)].map { [trial(rd: 0.2, left: $0), trial(rd: 0.4, left: $1)] }
    let unsolved = trial(rd: 0.2, left: 99, optimal: false)
    let results = try results([
      [parallel[0], parallel[0], parallel[0]], [cascades[0][0], cascades[1][0], unsolved],
      [parallel[1], parallel[1], parallel[1]], [cascades[0][1], cascades[1][1], unsolved],
    ])
    let summary = rows(results.tables[1].csv)
    #expect(summary.map { $0["layer"] } == ["0", "1"])
    for row in summary {
      #expect(row["compared"] == "2")
      expectClose(try number(row, "kept_parallel"), 0.5, absolute: 1e-12)
      expectClose(try number(row, "kept_cascade"), 0.42, absolute: 1e-12)
      expectClose(try number(row, "difference"), -0.08, absolute: 1e-12)
      // Student's t with one degree of freedom: tan(0.475π) = 12.7062 standard errors of 0.02.
      expectClose(try number(row, "difference_low"), -0.08 - 0.02 * tan(0.475 * .pi), absolute: 1e-9)
      expectClose(try number(row, "difference_high"), -0.08 + 0.02 * tan(0.475 * .pi), absolute: 1e-9)
    }
  }

  /// The ratios .26, .26, 1 and 1.21 have the median .63 and the 95 % quantile 1 + .85·.21; a layer that is not certified
  /// does not count.
  @Test func theSlackIsOfTheCertifiedLayers() throws {
    let trials = [0.26, 0.26, 1.0, 1.21].map { trial(rd: 0.1, left: 50, ratio: $0) }
    let others = [trial(rd: 0.1, left: 50, certified: false, ratio: 9)]
    let figure = try #require(try results([trials + others, [], [], []]).figures.first { $0.name == "slack" })
    let points = rows(figure.table.csv).filter { $0["series"] == "the theorem's bound" }
    #expect(points.map { $0["kind"] } == ["median", "largest"] && points.allSatisfy { $0["layers"] == "4" })
    expectClose(try number(points[0], "ratio"), 0.63, absolute: 1e-12)
    expectClose(try number(points[0], "ratio_low"), 0.26, absolute: 1e-12)
    expectClose(try number(points[0], "ratio_high"), 1.1785, absolute: 1e-12)
    expectClose(try number(points[1], "ratio"), 1.21, absolute: 1e-12)
  }
}
