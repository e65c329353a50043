// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Reporting
import Testing

@Suite struct DataPackageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func package() async throws -> [String: Any] {
    let study = try study(dimension: [20, 40, 80], sparsity: [2, 4, 6], samples: [5, 10, 20, 30, 45])
    let report = try await report(study, in: folder.url)
    _ = try await report.write([.csv, .figures], into: folder.url, needsFigures: true)
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
