// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Reporting
import StudyModel
import StudyRunner
import StudyStore
import TestSupport
import Testing

/// Tables of studies whose few numbers are chosen so that the results can be worked out by hand.
@Suite struct SchemeResultsTests {
  private static let text = """
    study: tiny
    claim: theorem-2
    seed: 1
    networks: [dense]
    scheme: both
    grid: {depth: [1], width: [10], samples: [20], epsilon: [0.1, 0.2], gamma: [1]}
    trials: {each: 2}
    """

  /// One layer of 100 weights with ‖Y‖ = 10, the theorem's bound twice and the sharp bound 1.25 times the error.
  private func trial(
    rd: Double, left: Double, certified: Bool = true, optimal: Bool = true, ratio: Double = 0.5
  ) -> MeasuredTrial {
    let error = 10 * rd
    let values: [(LayerQuantity, Double)] = [
      (.error, error), (.boundNormalised, error / ratio), (.boundGeneral, 4 * error), (.boundSharp, 1.25 * error),
      (.allowance, 1e-12), (.certified, certified ? 1 : 0), (.optimal, optimal ? 1 : 0), (.nonzerosBefore, 100),
      (.nonzerosAfter, left), (.responseNorm, 10), (.gap, 1e-9), (.epsilon, error), (.residual, error),
    ]
    return MeasuredTrial(
      success: true, measurements: values.map { Measurement($0.rawValue, item: 1, $1) }, seconds: 2)
  }

  /// The cells in order: parallel and cascade at ε = 0.1, parallel and cascade at ε = 0.2.
  private func results(_ trials: [[MeasuredTrial?]]) throws -> SchemeResults {
    let study = try Study(StudyFile(name: "tiny.yaml", text: Self.text))
    guard case .schemes(let design) = study.design else { preconditionFailure("a study of schemes") }
    let measured = zip(design.cells, trials).map { cell, trials in
      MeasuredTrials(cell: cell.parameters, trials: trials.enumerated().map { ($0 + 1, $1) })
    }
    return SchemeResults(study: study, design: design, trials: measured)
  }

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
    #expect(verdicts["theorem-2"]?.verdict == .consistent && verdicts["theorem-2"]?.trials == 2)
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

  @Test func theHistogramHoldsEveryCertifiedLayer() throws {
    let trials = [0.26, 0.26, 1.0, 1.21].map { trial(rd: 0.1, left: 50, ratio: $0) }
    let figure = try #require(try results([trials, [], [], []]).figures.first { $0.name == "slack" })
    let bars = rows(figure.table.csv).filter {
      $0["bound"] == "theorem" && $0["layers"] != "0" && $0["scheme"] == "parallel"
    }
    #expect(bars.map { $0["layers"] } == ["2", "1", "1"])
    #expect(bars.map { $0["ratio_from"] } == ["0.25", "0.975", "1.2"])
  }
}
