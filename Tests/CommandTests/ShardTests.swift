// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import TestSupport
import Testing

/// A study that searches for two success curves.
let searchStudy = """
  study: search
  claim: recovery-law
  seed: 11
  grid:
    dimension: [60, 80]
    sparsity: [4]
    samples: {adaptive: {half-width: 0.05, at-most: 1000}}

  """

@Suite struct ShardTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ study: String, _ name: String, _ more: String...) async throws -> Outcome {
    try await trimlab(
      ["run", try folder.path("\(name).yaml", study), "--output", try folder.path(name), "--no-figures"] + more)
  }

  private func merge(_ names: String..., more: [String] = []) async throws -> Outcome {
    let folders = try names.map { try folder.path($0) }
    return try await trimlab(["merge"] + folders + ["--output", try folder.path("merged"), "--no-figures"] + more)
  }

  @Test(arguments: [
    tinyStudy, searchStudy, tinyStudy.replacing("{each: 40}", with: "{half-width: 0.08, at-most: 300}"),
  ])
  func mergedShardsAreTheSingleRun(_ study: String) async throws {
    #expect(try await run(study, "whole", "--workers", "2").code == 0)
    for shard in 1...2 {
      let outcome = try await run(study, "part\(shard)", "--shard", "\(shard)/2", "--workers", "1")
      #expect(outcome.code == 0 && outcome.output.contains("shard \(shard)/2"), "\(outcome.errors)")
      #expect(!folder.exists("part\(shard)/cells.csv"), "a part of a study has no report")
    }
    let merged = try await merge("part1", "part2")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(try untimed(folder.read("merged/cells.csv")) == untimed(folder.read("whole/cells.csv")))
    #expect(try folder.read("merged/summary.csv") == folder.read("whole/summary.csv"))
    #expect(try folder.read("merged/verdicts.csv") == folder.read("whole/verdicts.csv"))
    #expect(try decisions("merged") == decisions("whole"))

    let cells = try folder.read("merged/cells.csv")
    #expect(try await merge("part2", "part1", "part2").code == 0)
    #expect(try folder.read("merged/cells.csv") == cells, "merging again changes nothing")
  }

  private func decisions(_ name: String) throws -> [String] {
    try DatabaseQueue(path: folder.url.appending(path: "\(name)/trials.sqlite").path).read {
      try String.fetchAll(
        $0, sql: "SELECT curve || stage || phase || trials || seen || estimates || requests FROM decision ORDER BY 1")
    }
  }

  @Test func anAdaptiveStudyIsTheSameHoweverItRuns() async throws {
    #expect(try await run(searchStudy, "one", "--workers", "1").code == 0)
    // Cut short, then allowed to go on.
    #expect(try await run(searchStudy, "grown", "--set", "grid.samples.adaptive.at-most=70").code == 0)
    let grown = try await run(searchStudy, "grown", "--workers", "2")
    #expect(grown.code == 0, "\(grown.errors)")
    #expect(try untimed(folder.read("grown/cells.csv")) == untimed(folder.read("one/cells.csv")))
    #expect(try decisions("grown") == decisions("one"))
    #expect(try await run(searchStudy, "grown").output.contains("already finished"))
  }

  @Test func aMissingShardIsNamed() async throws {
    for shard in [1, 3] { #expect(try await run(tinyStudy, "part\(shard)", "--shard", "\(shard)/3").code == 0) }
    let partial = try await merge("part1", "part3")
    #expect(partial.code == 75 && partial.errors.contains("missing shard 2/3"), "\(partial.errors)")
    #expect(!folder.exists("merged/cells.csv"))
    #expect(try await run(tinyStudy, "part2", "--shard", "2/3").code == 0)
    #expect(try await merge("part2").code == 0)
  }

  @Test func aStudyEditedBetweenShardsIsRefused() async throws {
    #expect(try await run(tinyStudy, "part1", "--shard", "1/2").code == 0)
    #expect(try await run(tinyStudy.replacing("seed: 1", with: "seed: 2"), "part2", "--shard", "2/2").code == 0)
    let merged = try await merge("part1", "part2")
    #expect(merged.code == 65 && merged.errors.contains("seed: 1 → 2"), "\(merged.errors)")
    #expect(!folder.exists("merged"))
    let edited = try await run(tinyStudy.replacing("[2]", with: "[2, 3]"), "part1", "--shard", "1/2")
    #expect(edited.code == 65 && edited.errors.contains("grid.sparsity: [2] → [2, 3]"), "\(edited.errors)")
  }

  @Test func aTrialThatDiffersIsRefused() async throws {
    for name in ["a", "b"] { #expect(try await run(tinyStudy, name).code == 0) }
    let database = try DatabaseQueue(path: folder.url.appending(path: "b/trials.sqlite").path)
    try await database.write {
      try $0.execute(sql: "UPDATE trial SET active_samples = active_samples + 1 WHERE id = 5")
    }
    try database.close()
    let merged = try await merge("a", "b")
    #expect(merged.code == 65 && merged.errors.contains("with another active_samples"), "\(merged.errors)")
  }

  @Test func mistakesAreNamed() async throws {
    for shard in ["0/2", "3/2", "x"] {
      let outcome = try await run(tinyStudy, "part", "--shard", shard)
      #expect(outcome.code == 64 && outcome.errors.contains("expected I/K"), "\(outcome.errors)")
    }
    #expect(try await run(tinyStudy, "part", "--shard", "1/2").code == 0)
    let other = try await run(tinyStudy, "part", "--shard", "2/2")
    #expect(other.code == 65 && other.errors.contains("holds shard 1/2, not shard 2/2"), "\(other.errors)")
    #expect(try await merge("part", "nowhere").code == 66)
    let itself = try await trimlab("merge", try folder.path("part"), "--output", try folder.path("part"))
    #expect(itself.code == 64)
  }
}
