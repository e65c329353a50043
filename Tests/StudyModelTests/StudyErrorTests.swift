// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel
import Testing

/// A change to the small study, and what must be said of it: where, which setting, which value, what would be right.
struct Mistake: Sendable, CustomTestStringConvertible {
  let line: String
  let with: String
  let expected: [String]

  init(_ line: String, _ with: String, _ expected: String...) {
    self.line = line
    self.with = with
    self.expected = expected
  }

  var testDescription: String { with }
}

@Suite struct StudyErrorTests {
  @Test(arguments: [
    Mistake("seed: 1", "sead: 1", "tiny.yaml:3: sead: unknown key", "did you mean 'seed'?"),
    Mistake("dimension:", "dimensoins:", "tiny.yaml:5: grid.dimensoins", "did you mean 'dimension'?"),
    Mistake("each:", "eahc:", "tiny.yaml:8: trials.eahc", "did you mean 'each'?"),
    Mistake("seed: 1", "colour: red", "tiny.yaml:3: colour: unknown key; keys here: study, claim, seed"),
    Mistake("recovery-law", "recovery-low", "tiny.yaml:2: claim: 'recovery-low'", "did you mean 'recovery-law'?"),
    Mistake(
      "seed: 1", "seed: 1\nformat: 2",
      "tiny.yaml:4: format: the file has format 2, and this trimlab reads formats up to 1",
      "run it with the later trimlab it was written for, or write it in format 1"),
    // What a later format calls its keys is not looked at.
    Mistake("seed: 1", "generator: philox\nformat: 9", "tiny.yaml:4: format: the file has format 9"),
    Mistake("seed: 1", "seed: 1\nformat: 0", "tiny.yaml:4: format: 0 is out of range; expected at least 1"),
    Mistake("seed: 1", "seed: 1\nformat: new", "tiny.yaml:4: format: expected a whole number, found 'new'"),
    Mistake("seed: 1\n", "", "tiny.yaml:1: the key 'seed' is missing"),
    Mistake("seed: 1", "seed: one", "tiny.yaml:3: seed: expected a whole number, found 'one'"),
    Mistake("seed: 1", "seed: -1", "tiny.yaml:3: seed: -1 is out of range"),
    Mistake("seed: 1", "seed: 1\nseed: 2", "seed is written twice"),
    Mistake("study: tiny", "study: ../tiny", "tiny.yaml:1: study: '../tiny' cannot name a folder"),
    Mistake(
      "seed: 1", "seed: 1\nmethod: lazy\ninputs: {distribution: uniform}",
      "tiny.yaml:4: method: the method 'lazy' cannot draw uniform inputs, only gaussian; use 'certificate'"),
    Mistake("[20, 40]", "[]", "tiny.yaml:5: grid.dimension: the list is empty"),
    Mistake("[20, 40]", "20", "tiny.yaml:5: grid.dimension: expected a list like [1, 2], found '20'"),
    Mistake("[20, 40]", "[20, large]", "tiny.yaml:5: grid.dimension: expected a whole number, found 'large'"),
    Mistake("[20, 40]", "[20, 0]", "grid.dimension: 0 is out of range; expected 1 to 10000000"),
    Mistake("[20, 40]", "[20.5]", "grid.dimension: expected a whole number, found '20.5'"),
    Mistake("[2, 5]", "[2, 21]", "tiny.yaml:6: grid.sparsity: sparsity 21 exceeds dimension 20", "{fractions: […]}"),
    Mistake("[2, 5]", "[0]", "grid.sparsity: 0 is out of range"),
    Mistake("[2, 5]", "{fractions: [1.2]}", "grid.sparsity.fractions: 1.2 is out of range; expected above 0 to 1.0"),
    Mistake("[2, 5]", "{fraction: [0.2]}", "grid.sparsity.fraction: unknown key; did you mean 'fractions'?"),
    Mistake("[10, 15]", "{relative-to: measured, from: 1, to: 2, count: 3}", "grid.samples.relative-to: 'measured'"),
    Mistake("[10, 15]", "{relative-to: predicted, from: 2, to: 1, count: 3}", "from 2.0 exceeds to 1.0"),
    Mistake("[10, 15]", "{relative-to: predicted, from: 1, to: 2, count: 0}", "grid.samples.count: 0 is out of range"),
    Mistake("{each: 20}", "{each: -20}", "tiny.yaml:8: trials.each: -20 is out of range; expected 1 to 1000000000"),
    Mistake("{each: 20}", "20", "tiny.yaml:8: trials: expected a mapping"),
    Mistake("{each: 20}", "{each: 20, at-most: 30}", "trials: 'each' excludes 'at-most'"),
    Mistake("{each: 20}", "{half-width: 0.02}", "the key 'at-most' is missing"),
    Mistake("{each: 20}", "{half-width: 0.7, at-most: 30}", "trials.half-width: 0.7 is out of range", "0.0 and 0.5"),
    Mistake("{each: 20}", "{half-width: .nan, at-most: 30}", "trials.half-width: expected a number, found '.nan'"),
    Mistake("{each: 20}", "{half-width: nan, at-most: 30}", "trials.half-width: nan is out of range"),
    Mistake("seed: 1", "seed: 1\ninputs: {distribution: gausian}", "'gausian' is not known; did you mean 'gaussian'?"),
    Mistake(
      "seed: 1", "seed: 1\ninputs: {distribution: uniform, rho: 0.1}", "inputs.rho: the distribution 'uniform' has"),
    Mistake("seed: 1", "seed: 1\ninputs: {distribution: correlated}", "inputs: the key 'rho' is missing"),
    Mistake("grid:", "grid: [", "tiny.yaml:", "is not valid YAML"),
    Mistake(
      "[10, 15]", "{relative-to: predicted, from: 50, to: 150, count: 3}",
      "tiny.yaml:7: grid.samples: from 50.0 to 150.0 are multiples of 2δ", "per cent", "write from: 0.5, to: 1.5"),
    Mistake("[20, 40]", "[20, 40, 20]", "tiny.yaml:5: grid.dimension: 20 is listed twice; keep one"),
    Mistake("[2, 5]", "{fractions: [0.1, 0.1]}", "tiny.yaml:6: grid.sparsity.fractions: 0.1 is listed twice; keep one"),
    Mistake("[2, 5]", "[0.05]", "expected a whole number, found '0.05'", "sparsity: {fractions: [0.05]}"),
    Mistake("  dimension", "\tdimension", "tiny.yaml:5: is indented by a tab; YAML wants spaces"),
    Mistake("seed: 1", "seed: 1\nmethod: {comand: [x]}", "method.comand: unknown key; did you mean 'command'?"),
    Mistake("seed: 1", "seed: 1\nmethod: {command: []}", "tiny.yaml:4: method.command: the list is empty"),
    Mistake(
      "seed: 1", "seed: 1\nmethod: {command: [python3, auto.py]}",
      "method: the program would be called 'auto', which is"),
    Mistake(
      "seed: 1", "seed: 1\nmethod: [{command: [python3, a.py]}, {command: [python3, a.py, '2']}]",
      "tiny.yaml:4: method: two programs are called 'a'; rename the file of one"),
    Mistake("seed: 1", "seed: 1\ninputs: {file: no.npy}", "tiny.yaml:4: inputs: ", "no.npy: no such file"),
    Mistake(
      "seed: 1", "seed: 1\ninputs: {file: no.npy, distribution: uniform}",
      "inputs.file: excludes 'distribution'; keep one of the two"),
    Mistake("seed: 1", "seed: 1\nweights: {values: power-law}", "weights: the key 'exponent' is missing"),
    Mistake("seed: 1", "seed: 1\nnoise: {relative: [0.1]}", "tiny.yaml:4: noise: no weights are recovered exactly"),
    Mistake(
      "seed: 1", "seed: 1\nmethod: certificate\nsuccess: {relative-error: 0.1}",
      "method: the method 'certificate' computes no solution"),
    Mistake("seed: 1", "seed: 1\nneurons: 2\nmethod: lazy", "the method 'lazy' decides single neurons; use 'auto'"),
    Mistake(
      "sparsity: [2, 5]\n  samples: [10, 15]",
      "sparsity: {of-samples: [0.1]}\n  samples: {relative-to: predicted, from: 1, to: 2, count: 2}",
      "grid: sparsity in shares of samples, and samples relative to what depends on sparsity"),
  ])
  func isReportedWithPlaceAndRemedy(_ mistake: Mistake) throws {
    let text = tinyStudy.replacing(mistake.line, with: mistake.with, maxReplacements: 1)
    try #require(text != tinyStudy)
    let error = #expect(throws: StudyError.self) { try decode(text) }
    for part in mistake.expected {
      #expect(error?.description.contains(part) == true, "'\(error?.description ?? "")' lacks '\(part)'")
    }
  }

  @Test(arguments: [
    ("grid.dimensoin=[3]", "--set grid.dimensoin=[3]: grid.dimensoin: unknown key; did you mean 'dimension'?"),
    ("grid.dimension=[x]", "--set grid.dimension=[x]: grid.dimension: expected a whole number, found 'x'"),
    ("trials", "--set trials: expected key=value"), ("a..b=1", "--set a..b=1: expected key=value"),
  ])
  func overridesAreReportedAsTheOptionTheyCameFrom(_ override: String, _ expected: String) {
    let error = #expect(throws: StudyError.self) { try decode(tinyStudy, overrides: [override]) }
    #expect(error?.description.hasPrefix(expected) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: ["", "# nothing\n", "[1, 2]", "word"])
  func aFileThatIsNoMappingIsRefused(_ text: String) {
    #expect(throws: StudyError.self) { try decode(text) }
  }
}
