// SPDX-License-Identifier: GPL-3.0-or-later
import Reporting
import TestSupport
import Testing

@Suite struct CellsTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func columnsAreTheDocumentedOnesAndTimingsComeLast() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let csv = try results(study, in: folder.url) { _ in (1, 0, 2) }.cellsTable.csv
    let documented =
      "dimension,sparsity,samples,trials,recovered,undecided,rate,rate_se,interval_low,interval_high,predicted_exact,"
      + "predicted_normal,certificate_exact,"
    #expect(csv.hasPrefix(documented))
    #expect(csv.prefix { $0 != "\n" }.hasSuffix(",seconds_mean"))
    #expect(!csv.contains("\r"))
  }

  /// Newcombe's published Wilson intervals at 95 %: 81/263, 15/148, 0/20 and 1/29 (Statistics in Medicine 17, 1998).
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func intervalsAreWilsons(_ recovered: Int, _ trials: Int, _ low: Double, _ high: Double) throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let row = try #require(
      rows(try results(study, in: folder.url) { _ in (recovered, 0, trials) }.cellsTable.csv).first)
    #expect(row["rate"] == "\(Double(recovered) / Double(trials))")
    expectClose(try number(row, "interval_low"), low, absolute: 5e-5)
    expectClose(try number(row, "interval_high"), high, absolute: 5e-5)
  }

  @Test func undecidedTrialsAreApartFromFailuresAndInTheInterval() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let row = try #require(rows(try results(study, in: folder.url) { _ in (10, 10, 20) }.cellsTable.csv).first)
    #expect(row["undecided"] == "10" && row["not_recovered"] == "0")
    #expect(row["interval_high"] == "1.0")
    expectClose(try number(row, "interval_low"), 0.2993, absolute: 5e-5)
  }

  @Test func aCellWithoutTrialsHasItsPredictionsOnly() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let row = try #require(rows(try results(study, in: folder.url) { _ in (0, 0, 0) }.cellsTable.csv).first)
    #expect(row["trials"] == "0" && row["rate"] == "" && row["interval_low"] == "" && row["seconds_mean"] == "")
    #expect(try number(row, "predicted_exact") > 0)
  }

  /// The normal form at N = 200, s = 10, P = 82 is .512 (and the exact law .5445).
  @Test func predictionsStandBesideTheMeasurement() throws {
    let study = try study(dimension: [200], sparsity: [10], samples: [82])
    let row = try #require(rows(try results(study, in: folder.url) { _ in (1, 0, 2) }.cellsTable.csv).first)
    expectClose(try number(row, "predicted_normal"), 0.512, absolute: 5e-4)
    #expect(try number(row, "certificate_exact") < number(row, "predicted_exact"))
  }

  private func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(row[column].flatMap(Double.init))
  }
}
