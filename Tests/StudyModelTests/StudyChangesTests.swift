// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel
import Testing

@Suite struct StudyChangesTests {
  @Test func commentsOrderAndSpelledOutDefaultsAreNoChange() throws {
    let same = """
      # The same study.
      seed: 1
      study: tiny
      claim: recovery-law
      method: auto
      weights: {values: gaussian}
      trials:
        each: 20
      grid: {samples: [10, 15], dimension: [20, 40], sparsity: [2, 5]}
      """
    #expect(try decode(same).changes(from: decode(tinyStudy)).isEmpty)
    let reversed = ["grid.dimension=[40, 20]", "grid.samples=[15, 10]"]
    #expect(try decode(tinyStudy, overrides: reversed).changes(from: decode(tinyStudy)).isEmpty)
  }

  @Test(arguments: [
    "seed=2", "study=other", "inputs.distribution=uniform", "weights.values=signs", "method=program",
    "alarm-rate=0.01", "trials.each=19", "grid.dimension=[20]", "grid.sparsity=[2]", "grid.samples=[10, 16]",
    "trials={half-width: 0.1, at-most: 50}",
  ])
  func aChangeThatMixesStudiesOrDropsTrialsIsAConflictUnderItsOwnName(_ override: String) throws {
    let conflicts = try decode(tinyStudy, overrides: [override]).conflicts(with: decode(tinyStudy))
    try #require(conflicts.count == 1)
    let key = override.prefix { $0 != "=" }
    #expect(key.hasPrefix(conflicts[0].keyPath), "\(conflicts[0])")
    #expect(conflicts[0].stored != conflicts[0].current)
  }

  @Test(arguments: [
    ["trials.each=21"], ["grid.dimension=[20, 30, 40]"], ["grid.samples=[10, 12, 15]", "trials.each=40"],
    ["grid.sparsity={fractions: [0.05, 0.1, 0.125, 0.25]}"],
  ])
  func aStudyMayGrow(_ overrides: [String]) throws {
    let grown = try decode(tinyStudy, overrides: overrides)
    #expect(try !grown.changes(from: decode(tinyStudy)).isEmpty)
    #expect(try grown.conflicts(with: decode(tinyStudy)) == [])
  }
}
