// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import TestSupport
import Testing

private let schemeStudy = """
  study: tiny
  claim: theorem-2
  seed: 1
  networks: [dense, planted]
  scheme: both
  grid:
    depth: [2]
    width: [3]
    samples: [12]
    epsilon: [0.03, 0.3]
    gamma: [1, 1.5]
  trials: {each: 3}

  """

@Suite struct SchemeStudyTests {
  private let folder: TemporaryFolder
  private let study: String

  init() throws {
    folder = try TemporaryFolder()
    study = try folder.path("tiny.yaml", schemeStudy)
  }

  private func run(_ name: String, _ options: String...) async throws -> Outcome {
    try await trimlab(["run", study, "--output", try folder.path(name), "--no-figures"] + options)
  }

  @Test func everyLayerIsCheckedAndNoneIsBeyondItsBound() async throws {
    let outcome = try await trimlab("run", study, "--output", try folder.path("run"), "--figures")
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("tiny: 36 trials (36 of them new"))
    for claim in ["theorem-2", "theorem-1", "general-bounds"] {
      // No random network comes within a tenth of the bound on its deeper layers.
      #expect(outcome.output.contains("Claim \(claim) (proved): INCONCLUSIVE"))
    }
    #expect(outcome.output.contains("Claim spectral-bound (proved): CONSISTENT"))
    #expect(try folder.read("run/verdicts.csv").contains("theorem-2,proved,inconclusive,48,48,0,"))
    #expect(try folder.read("run/cells.csv").split(separator: "\n").count == 1 + 12 * 2)
    #expect(try folder.read("run/summary.csv").split(separator: "\n").count == 1 + 2 * 2 * 3)
    for figure in ["layer_error", "slack", "kept_fraction", "scheme_difference"] {
      for format in ["csv", "gp", "svg", "png", "pdf", "tex"] {
        #expect(folder.exists("run/figures/\(figure).\(format)"), "\(figure).\(format)")
      }
    }
    #expect(outcome.output.split(separator: "\n").filter { !$0.contains("Results:") }.allSatisfy { $0.count <= 80 })
  }

  /// The theorems' hypothesis broken, the same trials must refute the claim.
  @Test func networksThatAreNotNormalisedRefuteTheTheorem() async throws {
    let outcome = try await run("control", "--set", "normalised=false", "--set", "gain=10")
    #expect(outcome.code == 1 && outcome.output.contains("Claim theorem-2 (proved): REFUTED"), "\(outcome.output)")
    #expect(outcome.output.contains("Claim general-bounds (proved): INCONCLUSIVE"))
    #expect(!outcome.output.contains("Claim theorem-1 "))
  }

  @Test func theCellsDoNotDependOnWorkersShardsOrResumption() async throws {
    for workers in ["1", "2"] { #expect(try await run(workers, "--workers", workers).code == 0) }
    let cells = try untimed(folder.read("1/cells.csv"))
    #expect(try untimed(folder.read("2/cells.csv")) == cells)
    #expect(try await run("grown", "--trials", "1", "--set", "networks=[planted]").code == 0)
    #expect(try await run("grown").code == 0)
    let grown = try folder.read("grown/cells.csv")
    #expect(untimed(grown) == cells)
    for shard in ["1", "2"] { #expect(try await run("part-\(shard)", "--shard", "\(shard)/2").code == 0) }
    let merged = try await trimlab(
      "merge", try folder.path("part-1"), try folder.path("part-2"), "--output", try folder.path("merged"),
      "--no-figures")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(try untimed(folder.read("merged/cells.csv")) == cells)
  }

  @Test func statusReplayAndReportKnowTheStudy() async throws {
    _ = try await run("run", "--json")
    let run = try folder.path("run")
    let status = try await trimlab("status", run)
    #expect(status.code == 0 && status.output.contains("tiny: finished, 36 of 36 trials (100%)"), "\(status.errors)")
    #expect(status.output.contains("scheme  networks  depth  width  cells"))
    let replay = try await trimlab("replay", run, "--trial", "5")
    #expect(replay.code == 0 && replay.output.contains("The trial is the same."), "\(replay.output)")
    #expect(replay.output.contains("seed=1 networks=") && replay.output.contains("2 error"))
    let cells = try folder.read("run/cells.csv")
    let report = try await trimlab("report", run, "--format", "csv", "--json")
    let document = try #require(JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any])
    #expect((document["schemes"] as? [[String: Any]])?.count == 4 && document["trials"] as? Int == 36)
    #expect(try folder.read("run/cells.csv") == cells)
    let threshold = try await trimlab("report", run, "--threshold", "1e-3")
    #expect(threshold.code == 64 && threshold.errors.contains("not of recovery"))
  }

  /// An error beyond its bound in the store is a violation in the report.
  @Test func oneLayerBeyondItsBoundRefutesTheTheorem() async throws {
    _ = try await run("run")
    let database = try DatabaseQueue(path: try folder.path("run") + "/trials.sqlite")
    try await database.write {
      try $0.execute(
        sql: """
          UPDATE item SET error = 1.001 * bound_normalised WHERE item = 2 AND trial_id =
            (SELECT trial.id FROM trial JOIN cell ON cell.id = cell_id WHERE scheme = 'cascade' LIMIT 1)
          """)
    }
    try database.close()
    let outcome = try await run("run")
    #expect(outcome.code == 1 && outcome.output.contains("Claim theorem-2 (proved): REFUTED"), "\(outcome.output)")
    #expect(try folder.read("run/verdicts.csv").contains("theorem-2,proved,refuted,48,48,1,"))
  }
}
