// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Networks
import StudyModel
import Testing

/// A small valid study of schemes that tests change one line of.
let schemeStudy = """
  study: tiny
  claim: theorem-2
  seed: 1
  networks: [dense, planted]
  scheme: both
  grid:
    depth: [3, 2]
    width: [4]
    samples: [12, 8]
    epsilon: [0.1, 0.01]
    gamma: [1.5, 1]
  trials: {each: 2}
  """

@Suite struct SchemeStudyTests {
  private func cells(_ overrides: [String] = []) throws -> [SchemeEnsemble] {
    try decode(schemeStudy, overrides: overrides).grid.cells.map(SchemeEnsemble.init)
  }

  @Test func theGridIsEveryCombinationInOrder() throws {
    let cells = try cells()
    #expect(cells.count == 2 * 2 * 1 * 2 * 2 * 3 && Set(cells).count == cells.count)
    #expect(
      cells.prefix(4).map(\.scheme) == [
        .parallel(epsilon: 0.01), .cascade(epsilon: 0.01, gamma: 1), .cascade(epsilon: 0.01, gamma: 1.5),
        .parallel(epsilon: 0.1),
      ])
    #expect(cells[0].networks == .dense && cells[0].depth == 2 && cells[0].samples == 8)
    #expect(cells.allSatisfy { $0.scale == .linkNormalised && $0.hasBias && $0.output == .relu })
  }

  @Test func theSchemeDecidesTheCells() throws {
    let parallel = try cells([
      "scheme=parallel", "claim=theorem-1", "grid={depth: [2], width: [4], samples: [8], epsilon: [0.1]}",
    ])
    #expect(parallel.map(\.scheme) == [.parallel(epsilon: 0.1), .parallel(epsilon: 0.1)])
    #expect(try cells(["scheme=cascade"]).allSatisfy { $0.scheme.gamma != nil })
    #expect(try cells(["normalised=false", "gain=10"]).allSatisfy { $0.scale == .natural(gain: 10) })
    #expect(try cells(["normalised=false"]).allSatisfy { $0.scale == .natural(gain: 1) })
  }

  @Test(arguments: [
    Mistake("networks:", "netwroks:", "tiny.yaml:4: netwroks: unknown key", "did you mean 'networks'?"),
    Mistake("scheme: both", "sparsity: 3", "tiny.yaml:5: sparsity: unknown key; keys here: study, claim"),
    Mistake("scheme: both", "scheme: serial", "tiny.yaml:5: scheme: 'serial' is not known", "parallel, cascade, both"),
    Mistake("scheme: both\n", "", "the key 'scheme' is missing"),
    Mistake(
      "scheme: both", "scheme: parallel", "tiny.yaml:11: grid.gamma: no cell of this study has a gamma; remove it"),
    Mistake("  gamma: [1.5, 1]\n", "", "tiny.yaml:6: grid: the key 'gamma' is missing"),
    Mistake("[1.5, 1]", "[0.9]", "tiny.yaml:11: grid.gamma: 0.9 is out of range; expected a number from 1.0"),
    Mistake("[0.1, 0.01]", "[-0.1]", "tiny.yaml:10: grid.epsilon: -0.1 is out of range; expected a number above 0"),
    Mistake("[0.1, 0.01]", "[nan]", "tiny.yaml:10: grid.epsilon: nan is out of range"),
    Mistake("[3, 2]", "[0]", "tiny.yaml:7: grid.depth: 0 is out of range; expected 1 to 100"),
    Mistake("[4]", "[]", "tiny.yaml:8: grid.width: the list is empty"),
    Mistake("[dense, planted]", "[dense, dense]", "tiny.yaml:4: networks: dense is listed twice"),
    Mistake("[dense, planted]", "[sparse]", "tiny.yaml:4: networks: 'sparse' is not known"),
    Mistake(
      "seed: 1", "seed: 1\nnormalised: yes",
      "tiny.yaml:4: normalised: 'yes' is not known; expected one of: true, false, both"
    ),
    Mistake("seed: 1", "seed: 1\ngain: 2", "tiny.yaml:4: gain: normalised networks have no gain"),
    Mistake(
      "seed: 1", "seed: 1\noutput: linear", "scheme: theorem-2 says nothing of the parallel scheme with output 'linear'"
    ),
    Mistake("seed: 1", "seed: 1\nmethod: auto", "tiny.yaml:4: method: unknown key"),
  ])
  func isReportedWithPlaceAndRemedy(_ mistake: Mistake) throws {
    let text = schemeStudy.replacing(mistake.line, with: mistake.with, maxReplacements: 1)
    try #require(text != schemeStudy)
    let error = #expect(throws: StudyError.self) { try decode(text) }
    for part in mistake.expected {
      #expect(error?.description.contains(part) == true, "'\(error?.description ?? "")' lacks '\(part)'")
    }
  }

  @Test(arguments: [
    ["trials.each=3"], ["grid.epsilon=[0.01, 0.05, 0.1]"], ["networks=[planted, dense, trained]"],
    ["grid.depth=[2, 3, 4]"],
  ])
  func aStudyMayGrow(_ overrides: [String]) throws {
    let grown = try decode(schemeStudy, overrides: overrides)
    #expect(try !grown.changes(from: decode(schemeStudy)).isEmpty)
    #expect(try grown.conflicts(with: decode(schemeStudy)) == [])
  }

  @Test(arguments: [
    "seed=2", "trials.each=1", "networks=[dense]", "scheme=cascade", "grid.gamma=[1]", "output=relu", "bias=false",
    "normalised=false",
  ])
  func aChangeThatMixesStudiesOrDropsTrialsIsAConflict(_ override: String) throws {
    let conflicts = try decode(schemeStudy, overrides: [override]).conflicts(with: decode(schemeStudy))
    #expect(conflicts.map { override.hasPrefix($0.keyPath) } == (override == "output=relu" ? [] : [true]))
  }

  @Test func aStudyOfAnotherKindIsAConflict() throws {
    #expect(try !decode(schemeStudy).conflicts(with: decode(tinyStudy)).isEmpty)
  }
}
