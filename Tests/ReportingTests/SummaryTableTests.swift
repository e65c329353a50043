// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import TestSupport
import Testing

/// With two cells the fit goes through both rates, so that everything about it has a closed form.
@Suite struct SummaryTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func summary(_ recovered: [Int: Int], trials: Int = 400) throws -> [String: String] {
    let study = try study(dimension: [20], sparsity: [2], samples: recovered.keys.sorted())
    let table = try results(study, in: folder.url) { (recovered[$0.samples] ?? 0, 0, trials) }.summaryTable
    return try #require(rows(table.csv).first)
  }

  private func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(row[column].flatMap(Double.init), "\(column)")
  }

  /// Rates of ¼ and ¾ at P = 10 and 20: P₅₀ = 15; the slope is 2 ln 3/10 by logit and 2 Φ⁻¹(¾)/10 by probit.
  @Test func bothFitsHaveTheirClosedForms() throws {
    let row = try summary([10: 100, 20: 300])
    expectClose(try number(row, "samples50"), 15, absolute: 1e-9)
    expectClose(try number(row, "logit_samples50"), 15, absolute: 1e-9)
    expectClose(try number(row, "logit_width"), 10 * log(19) / log(3), absolute: 1e-8)
    expectClose(try number(row, "width"), 10 * 1.6448536269514722 / 0.6744897501960817, absolute: 1e-8)
    // Both go through both rates: the likelihood is 2(100 ln ¼ + 300 ln ¾).
    let likelihood = 2 * (100 * log(0.25) + 300 * log(0.75))
    expectClose(try number(row, "log_likelihood"), likelihood, absolute: 1e-8)
    expectClose(try number(row, "logit_log_likelihood"), likelihood, absolute: 1e-8)
    #expect(row["estimate"] == "curve" && row["samples5"] == "" && row["samples5_low"] == "")
  }

  /// Rates of 4 %, 50 % and 96 % at P = 10, 20, 30: by symmetry both fits go through all three, so that P₉₅ = 20 + 10 η(.95)/η(.96).
  @Test func quantilesAndIntervalsStandInOrder() throws {
    let row = try summary([10: 16, 20: 200, 30: 384])
    for (prefix, ratio) in [("", 1.6448536269514722 / 1.7506860712521692), ("logit_", log(19) / log(24))] {
      for (percent, samples) in [(5, 20 - 10 * ratio), (50, 20), (95, 20 + 10 * ratio)] {
        let name = "\(prefix)samples\(percent)"
        expectClose(try number(row, name), samples, absolute: 1e-6)
        #expect(try number(row, name + "_low") < samples - 0.1 && number(row, name + "_high") > samples + 0.1)
      }
      let ends = try (number(row, prefix + "width_low"), number(row, prefix + "width_high"))
      #expect(15 < ends.0 && ends.0 < 20 * ratio && 20 * ratio < ends.1 && ends.1 < 26)
    }
  }

  @Test func separatedCountsHaveABracketAndNoWidth() throws {
    let row = try summary([10: 0, 20: 400])
    #expect(row["estimate"] == "separated" && row["separated_from"] == "10.0" && row["separated_to"] == "20.0")
    #expect(row["width"] == "" && row["logit_width"] == "" && row["width_low"] == "" && row["samples50"] == "15.0")
  }

  @Test func theColumnsOfEarlierReportsComeFirst() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    let csv = try results(study, in: folder.url) { _ in (1, 0, 2) }.summaryTable.csv
    #expect(
      csv.hasPrefix(
        "dimension,sparsity,inputs,cells,trials,samples5,samples5_low,samples5_high,samples50,samples50_low,"
          + "samples50_high,samples95,samples95_low,samples95_high,width,deviance_p_value,pearson_p_value,"
          + "samples50_predicted,samples50_exact,samples50_ratio,"))
  }
}
