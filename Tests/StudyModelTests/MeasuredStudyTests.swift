// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyModel
import Testing

/// A small valid study of measurements that tests change one line of.
let measuredStudy = """
  study: tiny
  claim: magnitude-kept-fraction
  seed: 1
  grid:
    quality: [2, 0.5]
    width: [30, 20]
  trials: {each: 2}
  """

@Suite struct MeasuredStudyTests {
  private func cells(_ overrides: [String] = []) throws -> [String] {
    try decode(measuredStudy, overrides: overrides).grid.cells.map(\.description)
  }

  /// In the claim's order of parameters, whatever that of the file.
  @Test func theGridIsEveryCombinationInOrder() throws {
    #expect(
      try cells() == [
        "width=20 quality=0.5", "width=20 quality=2.0", "width=30 quality=0.5", "width=30 quality=2.0",
      ])
    #expect(try cells(["grid={quality: [1]}"]) == ["width=200 quality=1.0"])
  }

  @Test(arguments: [
    Mistake("quality:", "qualty:", "tiny.yaml:5: grid.qualty: unknown key", "did you mean 'quality'?"),
    Mistake("  quality: [2, 0.5]\n", "", "tiny.yaml:4: grid: the key 'quality' is missing"),
    Mistake("[30, 20]", "[1]", "tiny.yaml:6: grid.width: 1 is out of range; expected 2 to 10000"),
    Mistake("[2, 0.5]", "[-0.5]", "tiny.yaml:5: grid.quality: -0.5 is out of range; expected 0.0 to 10.0"),
    Mistake("[2, 0.5]", "[nan]", "tiny.yaml:5: grid.quality: nan is out of range; expected 0.0 to 10.0"),
    Mistake("[2, 0.5]", "[]", "tiny.yaml:5: grid.quality: the list is empty"),
    Mistake("[2, 0.5]", "2", "tiny.yaml:5: grid.quality: expected a list like [1, 2], found '2'"),
    Mistake("seed: 1", "seed: 1\nscheme: both", "tiny.yaml:4: scheme: unknown key"),
    Mistake("trials: {each: 2}", "", "the key 'trials' is missing"),
  ])
  func isReportedWithPlaceAndRemedy(_ mistake: Mistake) throws {
    let text = measuredStudy.replacing(mistake.line, with: mistake.with, maxReplacements: 1)
    try #require(text != measuredStudy)
    let error = #expect(throws: StudyError.self) { try decode(text) }
    for part in mistake.expected {
      #expect(error?.description.contains(part) == true, "'\(error?.description ?? "")' lacks '\(part)'")
    }
  }

  @Test(arguments: ["trials.each=3", "grid.quality=[0.5, 1, 2]", "grid.width=[20, 30, 40]"])
  func aStudyMayGrow(_ override: String) throws {
    let grown = try decode(measuredStudy, overrides: [override])
    #expect(try !grown.changes(from: decode(measuredStudy)).isEmpty)
    #expect(try grown.conflicts(with: decode(measuredStudy)) == [])
    #expect(try grown.conflicts(with: decode(measuredStudy), sharded: true).isEmpty == override.hasPrefix("trials"))
  }

  @Test(arguments: ["seed=2", "trials.each=1", "grid.quality=[0.5]", "grid.width=[40]"])
  func aChangeThatMixesStudiesOrDropsTrialsIsAConflict(_ override: String) throws {
    let conflicts = try decode(measuredStudy, overrides: [override]).conflicts(with: decode(measuredStudy))
    #expect(conflicts.map { override.hasPrefix($0.keyPath) } == [true])
  }

  @Test func aStudyOfAnotherKindIsAConflict() throws {
    #expect(try !decode(measuredStudy).conflicts(with: decode(schemeStudy)).isEmpty)
    #expect(try !decode(schemeStudy).conflicts(with: decode(measuredStudy)).isEmpty)
  }
}
