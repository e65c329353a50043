// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import TestSupport
import Testing

private let measuredStudy = """
  study: tiny
  claim: magnitude-kept-fraction
  seed: 1
  grid:
    width: [20, 30]
    quality: [0.5, 1, 2]
  trials: {each: 4}

  """

@Suite struct MeasuredStudyTests {
  private let folder: TemporaryFolder
  private let study: String

  init() throws {
    folder = try TemporaryFolder()
    study = try folder.path("tiny.yaml", measuredStudy)
  }

  private func run(_ name: String, _ options: String...) async throws -> Outcome {
    try await trimlab(["run", study, "--output", try folder.path(name), "--no-figures"] + options)
  }

  @Test func aRunWritesItsTablesAndFigures() async throws {
    let outcome = try await trimlab("run", study, "--output", try folder.path("run"), "--figures")
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("tiny: 24 trials (24 of them new"))
    #expect(outcome.output.contains("Claim magnitude-kept-fraction (exact-law): CONSISTENT"))
    #expect(try folder.read("run/verdicts.csv").contains("magnitude-kept-fraction,exact-law,consistent,15600,15600,0,"))
    let cells = try folder.read("run/cells.csv").split(separator: "\n")
    #expect(cells.count == 1 + 6 && cells[0].hasPrefix("width,quality,trials,failed,kept_mean,kept_sd,"))
    #expect(cells[0].hasSuffix(",seconds_mean"))
    for format in ["csv", "gp", "svg", "png", "pdf", "tex"] {
      #expect(folder.exists("run/figures/kept_fraction.\(format)"), "\(format)")
    }
    for file in ["table.tex", "macros.tex", "datapackage.json", "manifest.json", "report.html"] {
      #expect(folder.exists("run/\(file)"), "\(file)")
    }
    #expect(outcome.output.split(separator: "\n").filter { !$0.contains("Results:") }.allSatisfy { $0.count <= 80 })
  }

  @Test func theCellsDoNotDependOnWorkersShardsOrResumption() async throws {
    for workers in ["1", "2"] { #expect(try await run(workers, "--workers", workers).code == 0) }
    let cells = try untimed(folder.read("1/cells.csv"))
    #expect(try untimed(folder.read("2/cells.csv")) == cells)
    #expect(try await run("grown", "--trials", "1", "--set", "grid.width=[30]").code == 0)
    #expect(try await run("grown").code == 0)
    #expect(try untimed(folder.read("grown/cells.csv")) == cells)
    for shard in ["1", "2"] { #expect(try await run("part-\(shard)", "--shard", "\(shard)/2").code == 0) }
    let merged = try await trimlab(
      "merge", try folder.path("part-1"), try folder.path("part-2"), "--output", try folder.path("merged"),
      "--no-figures")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(try untimed(folder.read("merged/cells.csv")) == cells)
  }

  @Test func statusReplayAndReportKnowTheStudy() async throws {
    _ = try await run("run")
    let run = try folder.path("run")
    let status = try await trimlab("status", run)
    #expect(status.code == 0 && status.output.contains("tiny: finished, 24 of 24 trials (100%)"), "\(status.errors)")
    #expect(status.output.contains("width  quality  cells"))
    let replay = try await trimlab("replay", run, "--trial", "5")
    #expect(replay.code == 0 && replay.output.contains("The trial is the same."), "\(replay.output)")
    let cells = try folder.read("run/cells.csv")
    let report = try await trimlab("report", run, "--format", "csv", "--json")
    let document = try #require(JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any])
    let means = try #require(document["cells"] as? [[String: Any]])
    #expect(means.count == 6 && document["trials"] as? Int == 24)
    #expect((means[0]["parameters"] as? [String: String]) == ["width": "20", "quality": "0.5"])
    #expect(try folder.read("run/cells.csv") == cells)
    let threshold = try await trimlab("report", run, "--threshold", "1e-3")
    #expect(threshold.code == 64 && threshold.errors.contains("not of recovery"))
  }

  /// The judgement is of what is stored: half the weights missing refute the law.
  @Test func storedMeasurementsBesideTheLawRefuteIt() async throws {
    _ = try await run("run")
    let database = try DatabaseQueue(path: try folder.path("run") + "/trials.sqlite")
    try await database.write { try $0.execute(sql: "UPDATE trial SET kept = kept / 2") }
    try database.close()
    let outcome = try await run("run")
    #expect(outcome.code == 1, "\(outcome.output)")
    #expect(outcome.output.contains("Claim magnitude-kept-fraction (exact-law): REFUTED"))
  }
}
