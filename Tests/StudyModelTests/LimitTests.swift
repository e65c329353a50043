// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyModel
import Testing

/// Numbers that no machine could follow are refused where they stand, before anything is made of them.
@Suite struct LimitTests {
  private static let huge = "9223372036854775807"

  @Test(arguments: [
    Mistake(
      "{each: 20}", "{each: \(huge)}", "tiny.yaml:8: trials.each: \(huge) is out of range; expected 1 to 1000000000"),
    Mistake(
      "{each: 20}", "{half-width: 0.1, at-most: \(huge)}",
      "tiny.yaml:8: trials.at-most: \(huge) is out of range; expected 1 to 1000000000"),
    Mistake(
      "[10, 15]", "{adaptive: {half-width: 0.1, at-most: \(huge)}}",
      "tiny.yaml:7: grid.samples.adaptive.at-most: \(huge) is out of range; expected 1 to 1000000000"),
    Mistake(
      "[10, 15]", "[5000000000]", "tiny.yaml:7: grid.samples: 5000000000 is out of range; expected 1 to 100000000"),
    Mistake(
      "[10, 15]", "[3037000500]", "tiny.yaml:7: grid.samples: 3037000500 is out of range; expected 1 to 100000000"),
    Mistake(
      "[10, 15]", "{relative-to: predicted, from: 1, to: 1e300, count: 3}",
      "tiny.yaml:7: grid.samples.to: 1e+300 is out of range; expected a multiple up to 1e6"),
    Mistake(
      "[10, 15]", "{relative-to: predicted, from: 1, to: 1e9, count: 3}",
      "tiny.yaml:7: grid.samples.to: 1000000000.0 is out of range; expected a multiple up to 1e6"),
    Mistake(
      "[20, 40]", "[\(huge)]", "tiny.yaml:5: grid.dimension: \(huge) is out of range; expected 1 to 10000000"),
    Mistake(
      "[2, 5]", "[\(huge)]", "tiny.yaml:6: grid.sparsity: \(huge) is out of range; expected 1 to 10000000"),
    Mistake(
      "seed: 1", "seed: 1\nneurons: \(huge)", "tiny.yaml:4: neurons: \(huge) is out of range; expected 1 to 100000"),
    Mistake("seed: 1", "seed: 92233720368547758080", "tiny.yaml:3: seed: expected a whole number"),
    // A million of 2δ = 26 at N = 40, s = 5, and what the samples may be at most.
    Mistake(
      "[10, 15]", "{relative-to: theorem-3, from: 1, to: 1000000, count: 2}",
      "tiny.yaml:7: grid.samples: ", "is out of range; expected 1 to 100000000"),
  ])
  func planted(_ mistake: Mistake) throws { try expect(mistake, in: tinyStudy) }

  @Test(arguments: [
    Mistake("[4]", "[3000000000]", "tiny.yaml:8: grid.width: 3000000000 is out of range; expected 1 to 1000000"),
    Mistake("[3, 2]", "[\(huge)]", "tiny.yaml:7: grid.depth: \(huge) is out of range; expected 1 to 100"),
    Mistake("[12, 8]", "[5000000000]", "tiny.yaml:9: grid.samples: 5000000000 is out of range; expected 1 to 1000000"),
    Mistake("[0.1, 0.01]", "[1e400]", "tiny.yaml:10: grid.epsilon: 1e400 is out of range; expected a number above 0"),
  ])
  func layers(_ mistake: Mistake) throws { try expect(mistake, in: schemeStudy) }

  /// 1000³ cells of 3 kB of text.
  @Test func aGridOfTooManyCells() throws {
    let thousand = "\(Array(1...1000))"
    let mistake = Mistake(
      "dimension: [20, 40]\n  sparsity: [2, 5]\n  samples: [10, 15]",
      "dimension: \(Array(1001...2000))\n  sparsity: \(thousand)\n  samples: \(thousand)",
      "tiny.yaml:4: grid: has 1000000000 cells; at most 1000000 fit in a study")
    try expect(mistake, in: tinyStudy)
  }

  @Test func asManyCellsAsFit() throws {
    let grid = ["grid.dimension=\(Array(101...200))", "grid.sparsity=\(Array(1...100))"]
    #expect(try decode(tinyStudy, overrides: grid).grid.cells.count == 20_000)
  }

  private func expect(_ mistake: Mistake, in study: String) throws {
    let text = study.replacing(mistake.line, with: mistake.with, maxReplacements: 1)
    try #require(text != study)
    let error = #expect(throws: StudyError.self) { try decode(text) }
    for part in mistake.expected {
      #expect(error?.description.contains(part) == true, "'\(error?.description ?? "")' lacks '\(part)'")
    }
  }
}

/// Whole-number axes of any experiment can be searched, within the values that they have.
@Suite struct SearchedAxisTests {
  private func decode(_ claim: String, _ grid: String) throws -> Study {
    try Study(StudyFile(name: "tiny.yaml", text: "study: tiny\nclaim: \(claim)\nseed: 1\ngrid: {\(grid)}\n"))
  }

  private let search = "{adaptive: {half-width: 0.1, at-most: 500}}"

  /// From the geometric middle of 2 and 10,000.
  @Test func theWidthOfALayer() throws {
    let study = try decode("magnitude-kept-fraction", "quality: [1, 0.5], width: \(search)")
    #expect(study.grid.cells.isEmpty && study.grid.searched?.name == "width" && study.trials == .each(500))
    #expect(study.grid.curves.map(\.name) == ["quality=0.5", "quality=1.0"])
    #expect(study.grid.curves.map(\.start.description) == ["width=141 quality=0.5", "width=141 quality=1.0"])
    #expect(study.grid.curves.allSatisfy { $0.least == 2 && $0.limit == 10_000 })
    #expect(study["grid.width"]?.hasPrefix("{adaptive: {half-width: 0.1, ") == true)
  }

  /// No neuron has more planted weights than inputs.
  @Test func aPartUpToTheWhole() throws {
    let study = try decode("recovery-law", "dimension: [100, 400], sparsity: \(search), samples: [50]")
    #expect(study.grid.curves.map(\.limit) == [100, 400] && study.grid.curves.map(\.guess) == [10, 20])
    #expect(study.grid.curves[0].cell(7)[RecoveryExperiment.sparsity] == 7)
  }

  @Test func aNumberThatIsNotWholeCannotBeSearched() {
    let error = #expect(throws: StudyError.self) {
      try decode("magnitude-kept-fraction", "quality: \(search), width: [20]")
    }
    #expect(
      error?.description.hasPrefix("tiny.yaml:4: grid.quality: expected a list") == true, "\(String(describing: error))"
    )
  }

  @Test func oneAxisAtATime() {
    let error = #expect(throws: StudyError.self) {
      try decode("recovery-law", "dimension: \(search), sparsity: [2], samples: \(search)")
    }
    #expect(error?.problem == "dimension and samples are both adaptive; search one")
  }
}
