// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import Foundation
import FoundationXML
import Reporting
import StudyModel
import StudyStore
import TestSupport
import Testing

@Suite struct RunReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func report(_ study: Study) async throws -> RunReport<RecoveryResults> {
    try await ReportingTests.report(study, in: folder.url)
  }

  @Test func theManifestSaysWhereResultsCameFrom() async throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    try await report(study).writeTables(into: folder.url)
    let data = try Data(contentsOf: folder.url.appending(path: "manifest.json"))
    let manifest = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let described = try #require(manifest["study"] as? [String: Any])
    #expect(described["text"] as? String == study.source.text)
    #expect((described["settings"] as? [String: String])?["grid.samples"] == "[10, 20]")
    #expect((manifest["versions"] as? [String: String])?["gsl"] == "2.7")
    #expect(manifest["workers"] as? Int == 2 && manifest["sessions"] as? Int == 2)
    #expect(manifest["started"] as? String == "1970-01-01T00:00:00Z")
    #expect(Set(manifest.keys).isSuperset(of: ["machine", "seconds", "trials", "versions"]))
  }

  /// Where the user keeps the study is nobody else's business, and would make equal results differ.
  @Test func theManifestHasNoFolderOfThisMachine() async throws {
    let tiny = try study(dimension: [20], sparsity: [2], samples: [10])
    let moved = try Study(StudyFile(name: "/home/somebody/studies/tiny.yaml", text: tiny.source.text))
    #expect(try await report(moved).manifest.study.file == "tiny.yaml")
  }

  /// The digest is the one that Python's hashlib gives for the same text.
  @Test func theManifestHashesTheStudyText() async throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let digest = try await report(study).manifest.study.sha256
    #expect(digest == "1d662923e46922cedb90d7f40270f87da44d0714159cc7936854689090f69288")
  }

  @Test func theFigureIsDrawnAndItsScriptRebuildsItAlone() async throws {
    let study = try study(dimension: [20, 40], sparsity: [2, 4], samples: [5, 10, 20, 30])
    try await report(study).drawFigures(into: folder.url)
    let figures = folder.url.appending(path: "figures")
    let svg = try Data(contentsOf: figures.appending(path: "success_curve.svg"))
    #expect(XMLParser(data: svg).parse(), "the SVG is not well-formed")
    let png = try Data(contentsOf: figures.appending(path: "success_curve.png"))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))

    for file in ["success_curve.svg", "success_curve.png"] {
      try FileManager.default.removeItem(at: figures.appending(path: file))
    }
    let gnuplot = Process()
    gnuplot.executableURL = URL(filePath: "/usr/bin/env")
    gnuplot.arguments = ["gnuplot", "success_curve.gp"]
    gnuplot.currentDirectoryURL = figures
    try gnuplot.run()
    gnuplot.waitUntilExit()
    #expect(try Data(contentsOf: figures.appending(path: "success_curve.png")) == png)
  }

  /// Every measured cell stands in the figure's table, beside the curve's other points.
  @Test func theFigureHasTheMeasuredRates() async throws {
    let study = try study(dimension: [20, 40], sparsity: [2, 4], samples: [5, 10, 20, 30])
    try await report(study).drawFigures(into: folder.url)
    let csv = try String(contentsOf: folder.url.appending(path: "figures/success_curve.csv"), encoding: .utf8)
    let measured = rows(csv).filter { $0["kind"] == "measured" }
    #expect(measured.count == 16)
    #expect(measured.allSatisfy { row in row["rate"] == row["samples"].flatMap(Double.init).map { "\($0 / 40)" } })
    #expect(rows(csv).count > 40)
  }

  @Test func theTableFitsATerminal() async throws {
    let study = try study(dimension: [20, 100_000], sparsity: [2, 4], samples: [5, 10, 20, 30])
    let table = try await report(study).results.table
    let lines = table.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(Set(lines.map(\.count)).count == 1, "columns are aligned")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func aTableWithSeveralInputsFitsATerminalToo() async throws {
    let one = try study(dimension: [100_000], sparsity: [2], samples: [5, 10])
    let text = one.source.text + "\ninputs: [{distribution: sparse-gaussian, density: 0.25}, {distribution: gaussian}]"
    let table = try await report(try Study(StudyFile(name: "tiny.yaml", text: text))).results.table
    #expect(table.contains("sparse Gaussian inputs (density = 0.25)\n") && table.contains("\nGaussian inputs\n"))
    #expect(table.split(separator: "\n").count == 5 && table.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func theManifestReadsBack() async throws {
    let manifest = try await report(try study(dimension: [20], sparsity: [2], samples: [10])).manifest
    try await report(try study(dimension: [20], sparsity: [2], samples: [10, 20])).writeTables(into: folder.url)
    let stored = try #require(try Manifest.read(from: folder.url))
    #expect(stored.versions == manifest.versions && stored.machine.cpu == manifest.machine.cpu)
    #expect(stored.started == manifest.started && stored.study.settings["grid.samples"] == "[10, 20]")
    #expect(try Manifest.read(from: folder.url.appending(path: "none")) == nil)
  }

  @Test func aFolderThatCannotBeWrittenIsReported() async throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let report = try await report(study)
    #expect(throws: ReportError.self) { try report.writeTables(into: URL(filePath: "/proc/trimlab")) }
  }
}
