// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics
import StudyModel
import Testing

private let adaptive = """
  study: search
  claim: recovery-law
  seed: 1
  grid:
    dimension: [400, 100]
    sparsity: [4]
    samples: {adaptive: {half-width: 0.02, at-most: 20000}}
  """

@Suite struct AdaptiveSamplesTests {
  @Test func theSearchIsReadWithItsDefaults() throws {
    let study = try decode(adaptive)
    #expect(study.grid.policy == TransitionPolicy(halfWidth: 0.02, confidence: 0.95, atMost: 20_000))
    #expect(study.grid.cells.isEmpty)
    #expect(study.grid.curves.map { $0.start[RecoveryExperiment.dimension] } == [100, 400])
    #expect(study.grid.curves.map(\.guess) == [40, 80], "2√(sN), without the theory")
    let tails = try decode(adaptive, overrides: ["grid.samples.adaptive.probabilities=[0.95, 0.05]"])
    #expect(tails.grid.policy?.probabilities == [0.05, 0.95])
  }

  @Test(arguments: [
    ("half-width: 0.02", "half-width: 0.5", "grid.samples.adaptive.half-width: 0.5 is out of range"),
    ("half-width: 0.02, ", "", "grid.samples.adaptive: the key 'half-width' is missing"),
    ("at-most: 20000", "atmost: 3", "grid.samples.adaptive.atmost: unknown key; did you mean 'at-most'?"),
    ("at-most: 20000", "at-most: 9, probabilities: [0.5, 0.5]", "grid.samples.adaptive.probabilities: 0.5 is listed"),
    ("at-most: 20000", "at-most: 9, probabilities: [1]", "probabilities: 1 is out of range"),
    ("at-most: 20000", "at-most: 9, probabilities: []", "the list is empty"),
    ("{adaptive:", "{count: 3, adaptive:", "grid.samples.count: unknown key"),
    ("seed: 1", "seed: 1\ntrials: {each: 5}", "trials: adaptive samples set their own trials; remove it"),
  ])
  func mistakesAreReported(_ line: String, _ with: String, _ expected: String) throws {
    let text = adaptive.replacing(line, with: with, maxReplacements: 1)
    try #require(text != adaptive)
    let error = #expect(throws: StudyError.self) { try decode(text) }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [["grid.samples.adaptive.at-most=30000"], ["grid.dimension=[100, 200, 400]"]])
  func aSearchMayGoOn(_ overrides: [String]) throws {
    #expect(try decode(adaptive, overrides: overrides).conflicts(with: decode(adaptive)) == [])
  }

  /// With any of these the search goes another way, and stored trials would belong to no study.
  @Test(arguments: [
    "grid.samples.adaptive.at-most=10000", "grid.samples.adaptive.half-width=0.01",
    "grid.samples.adaptive.confidence=0.9", "grid.samples.adaptive.probabilities=[0.05, 0.5]",
    "grid.dimension=[100]",
  ])
  func aSearchKeepsItsWay(_ override: String) throws {
    #expect(try decode(adaptive, overrides: [override]).conflicts(with: decode(adaptive)).count == 1)
  }

  @Test func aShardTakesMoreTrialsButNoOtherCells() throws {
    let more = try decode(tinyStudy, overrides: ["trials.each=40"])
    #expect(try more.conflicts(with: decode(tinyStudy), sharded: true) == [])
    let wider = try decode(tinyStudy, overrides: ["grid.samples=[10, 12, 15]"])
    #expect(try wider.conflicts(with: decode(tinyStudy), sharded: true).map(\.keyPath) == ["grid.samples"])
    let longer = try decode(adaptive, overrides: ["grid.samples.adaptive.at-most=30000"])
    #expect(try longer.conflicts(with: decode(adaptive), sharded: true) == [])
  }
}
