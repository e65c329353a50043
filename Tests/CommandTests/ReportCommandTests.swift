// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Subprocess
import TestSupport
import Testing

@Suite struct ReportCommandTests {
  private let folder: TemporaryFolder
  private let run: String

  init() async throws {
    folder = try TemporaryFolder()
    run = try folder.path("run")
    let study = try folder.path("tiny.yaml", tinyStudy)
    try #require(try await trimlab("run", study, "--output", run, "--no-figures").code == 0)
  }

  /// Everything but the figures is there after the run, and is the same when made again elsewhere.
  /// The page then has them too.
  @Test func aReportIsMadeAgainFromTheStore() async throws {
    let outcome = try await trimlab("report", run, "--output", try folder.path("copy"))
    try #require(outcome.code == 0, "\(outcome.errors)")
    for file in ["cells.csv", "summary.csv", "verdicts.csv", "table.tex", "macros.tex", "manifest.json"] {
      #expect(try folder.read("copy/\(file)") == folder.read("run/\(file)"), "\(file)")
    }
    for format in ["csv", "gp", "svg", "png", "pdf", "tex"] {
      #expect(folder.exists("copy/figures/success_curve.\(format)"))
    }
    let drawing = "<figure class=\"drawn\""
    #expect(try folder.read("copy/report.html").contains(drawing) && !folder.read("run/report.html").contains(drawing))
    #expect(!folder.exists("run/figures") && !folder.exists("copy/trials.sqlite"))
    #expect(outcome.output.contains("tiny: 320 stored trials") && outcome.output.contains("INCONCLUSIVE"))
  }

  @Test func onlyTheNamedPartsAreWritten() async throws {
    let output = try folder.path("parts")
    #expect(try await trimlab("report", run, "--format", "tex,csv", "--output", output).code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(
      files == [
        "cells.csv", "datapackage.json", "macros.tex", "manifest.json", "protocol.md", "protocol.tex", "references.bib",
        "summary.csv", "table.tex", "verdicts.csv",
      ])
  }

  /// All trials of this study were decided by certificate: none has an error, and what the certificates proved stands.
  @Test func aThresholdGoesIntoAFolderOfItsOwn() async throws {
    let cells = try folder.read("run/cells.csv")
    let outcome = try await trimlab("report", run, "--threshold", "1e-3", "--format", "csv", "--json")
    #expect(outcome.code == 0)
    let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let counts = try #require(document["rejudgement"] as? [String: Any])
    let (certified, failures) = try (
      #require(counts["certified"] as? Int), #require(counts["certified_failures"] as? Int)
    )
    #expect(certified + failures == 320 && certified > 0 && failures > 0 && counts["by_error"] as? Int == 0)
    #expect(document["folder"] as? String == run + "/threshold-0.001")
    let judged = try folder.read("run/threshold-0.001/cells.csv").split(separator: "\n").dropFirst()
    func sum(ofColumn column: Int) -> Int { judged.compactMap { Int($0.split(separator: ",")[column]) }.reduce(0, +) }
    #expect(sum(ofColumn: 4) == certified && sum(ofColumn: 5) == 0, "recovered, undecided")
    #expect(try folder.read("run/threshold-0.001/verdicts.csv").contains("relative error of at most 0.001"))
    #expect(try folder.read("run/cells.csv") == cells)
  }

  /// Certified failures are evidence under any threshold: with every success taken for one, the law falls.
  @Test func aThresholdThatRefutesTheClaimIsExitCodeOne() async throws {
    let database = try DatabaseQueue(path: run + "/trials.sqlite")
    try await database.write { try $0.execute(sql: "UPDATE trial SET verdict = 'failure'") }
    try database.close()
    let outcome = try await trimlab("report", run, "--threshold", "1e-3", "--format", "csv")
    #expect(outcome.code == 1 && outcome.output.contains("Claim recovery-law (exact-law): REFUTED"), "\(outcome)")
  }

  @Test func aFolderOfReportsHasAnIndex() async throws {
    let outcome = try await trimlab("report", "--index", folder.url.path)
    #expect(outcome.code == 0 && outcome.output.contains("index.html lists run"))
    let verdict = "<span class=\"verdict inconclusive\">inconclusive</span> recovery-law"
    #expect(try folder.read("index.html").contains(verdict))
    #expect(try await trimlab("report", "--index", run).code == 66)
  }

  @Test func withoutGnuplotFiguresThatWereAskedForAreMissed() async throws {
    let asked = try await trimlab(["report", run, "--format", "figures"], path: "/nowhere")
    #expect(asked.code == 69 && asked.errors.contains("gnuplot-nox"))
    let all = try await trimlab(["report", run], path: "/nowhere")
    #expect(all.code == 0 && all.errors.contains("warning: no figures"))
    #expect(try folder.read("run/report.html").contains("Not drawn"))
  }

  @Test(arguments: [
    (["--format", "pdf"], "--format pdf: expected csv, tex, figures, html, all"),
    (["--threshold", "-1"], "--threshold"), (["--index", "x"], "expected a run folder"),
  ])
  func mistakesAreNamed(_ arguments: [String], _ message: String) async throws {
    let outcome = try await trimlab(["report", run] + arguments)
    #expect(outcome.code == 64 && outcome.output == "" && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func aFolderWithoutTrialsIsNoInput() async throws {
    let outcome = try await trimlab("report", folder.url.path)
    #expect(outcome.code == 66 && outcome.errors.contains("holds no trials.sqlite"))
  }

  @Test func coloursAreForTerminalsThatWantThem() async throws {
    let report = "trimlab report \(run) --format tex"
    let escape = "\u{1B}[33m"
    #expect(!(try await trimlab("report", run, "--format", "tex").output.contains("\u{1B}")))
    #expect(try await terminal(report, ["TERM": "xterm", "NO_COLOR": ""]).contains(escape + "INCONCLUSIVE"))
    #expect(!(try await terminal(report, ["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}[")))
    #expect(!(try await terminal(report, ["TERM": "dumb", "NO_COLOR": ""]).contains("\u{1B}[")))
  }
}
