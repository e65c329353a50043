// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Reporting
import StudyModel
import StudyStore
import TestSupport
import Testing

@Suite struct DataPackageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func package() async throws -> [String: Any] {
    let study = try study(dimension: [20, 40, 80], sparsity: [2, 4, 6], samples: [5, 10, 20, 30, 45])
    let report = try await report(study, in: folder.url)
    _ = try await report.write([.csv, .figures], into: folder.url, needsFigures: true)
    return try written()
  }

  private func written() throws -> [String: Any] {
    let data = try Data(contentsOf: folder.url.appending(path: "datapackage.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Every CSV file of the folder is described, and its real header and fields are as its description says.
  @Test func everyTableIsAsItIsDescribed() async throws {
    let resources = try #require(try await package()["resources"] as? [[String: Any]])
    let paths = resources.compactMap { $0["path"] as? String }
    let figures = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "figures").path)
    let drawn = figures.filter { $0.hasSuffix(".csv") }.map { "figures/\($0)" }
    #expect(Set(paths) == Set(["cells.csv", "summary.csv", "verdicts.csv"] + drawn))
    #expect(drawn.count == 4, "\(drawn)")
    for (path, resource) in zip(paths, resources) {
      let csv = try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: String]])
      #expect(csv.prefix { $0 != "\n" } == fields.compactMap { $0["name"] }.joined(separator: ","), "\(path)")
      for field in fields {
        #expect(field["description"]?.isEmpty == false, "\(path): \(field)")
        #expect((field["type"] == "string") == (field["unit"] == nil), "\(path): \(field)")
      }
      // The statements in verdicts.csv are quoted, which `rows` does not read.
      for row in path == "verdicts.csv" ? [] : rows(csv) {
        for field in fields {
          let value = row[field["name"] ?? ""] ?? "?"
          let fits =
            value == ""
            || (field["type"] == "integer"
              ? Int(value) != nil : field["type"] == "string" || Double(value)?.isFinite == true)
          #expect(fits, "\(path) \(field["name"] ?? ""): \(value)")
        }
      }
    }
  }

  /// The database's tables stand in the description column by column, in its own order and with its types.
  @Test(arguments: [
    ("recovery-law", "{dimension: [20], sparsity: [2], samples: [10]}", ["cell", "trial"]),
    ("wider-sparser", "{width: [20], scheme: [cascade], epsilon: [0.1]}", ["cell", "trial", "item"]),
    ("overparameterised-risk", "{features: [40], ratio: [4]}", ["cell", "trial"]),
  ])
  func theDatabaseIsAsItIsDescribed(_ claim: String, _ grid: String, _ names: [String]) async throws {
    let study = try study("study: tiny\nclaim: \(claim)\nseed: 1\ngrid: \(grid)\ntrials: {each: 1}\n")
    let store = try TrialStore(folder: folder.url, study: study)
    try await describe(study.results(try store.trials(of: study.grid)))
    let resources = try #require(try written()["resources"] as? [[String: Any]])
    let database = try #require(resources.first { $0["path"] as? String == "trials.sqlite" })
    let tables = try #require(database["tables"] as? [[String: Any]])
    #expect(tables.compactMap { $0["name"] as? String } == names)
    for table in tables {
      let fields = try #require((table["schema"] as? [String: Any])?["fields"] as? [[String: String]])
      #expect(
        fields.allSatisfy { $0["description"]?.isEmpty == false && ($0["type"] == "string") == ($0["unit"] == nil) })
      let described = fields.map { [$0["name"], $0["type"]] }
      #expect(try columns(of: table["name"] as? String ?? "") == described)
    }
  }

  private func describe(_ results: some StudyResults) async throws {
    let session = SessionSummary(sessions: 1, started: Date(timeIntervalSince1970: 0), ended: nil, seconds: 1)
    let manifest = await Manifest(study: results.study, versions: [:], workers: 1, trials: 0, sessions: session)
    try RunReport(results: results, manifest: manifest).writeDescription(into: folder.url)
  }

  /// Name and type of each column, as the database itself has them.
  private func columns(of table: String) throws -> [[String?]] {
    let types = ["INTEGER": "integer", "REAL": "number", "TEXT": "string"]
    return try DatabaseQueue(path: folder.url.appending(path: "trials.sqlite").path).read { database in
      try database.columns(in: table).map { [$0.name, types[$0.type]] }
    }
  }

  @Test(.enabled(if: isInstalled("frictionless"), "frictionless of PyPI is not installed"))
  func frictionlessFindsItValid() async throws {
    _ = try await package()
    let validation = Process()
    validation.executableURL = URL(filePath: "/usr/bin/env")
    validation.arguments = ["frictionless", "validate", "datapackage.json"]
    validation.currentDirectoryURL = folder.url
    validation.standardOutput = FileHandle.nullDevice
    try validation.run()
    validation.waitUntilExit()
    #expect(validation.terminationStatus == 0)
  }
}

func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}
