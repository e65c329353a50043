// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Reporting
import StudyModel
import Testing

/// A study of few cells and trials, and the figures that it has.
struct TinyGrid: Sendable, CustomTestStringConvertible {
  let claim, grid: String
  let figures: [String]
  var trials = 3

  var testDescription: String { claim }
}

/// As a user's first may be: one with every presentation, and one without.
let tinyGrids = [
  TinyGrid(
    claim: "overparameterised-risk", grid: "{features: [40], ratio: [4], trained: [0.5, 1], kept: [0.1, 0.2]}",
    figures: ["risk_by_size", "risk_by_share"], trials: 5),
  TinyGrid(
    claim: "iht-recovery", grid: "{dimension: [10], neurons: [1, 2], sparsity: [2], samples: [20, 40]}",
    figures: ["recovered_s2"], trials: 5),
  TinyGrid(
    claim: "low-rank-teacher", grid: "{width: [6], rank: [2, 3], samples: [40], epochs: [2]}",
    figures: ["rank_found", "loss_left"], trials: 5),
  TinyGrid(
    claim: "prunability", grid: "{dimension: [4], samples: [40], epochs: [300]}", figures: ["prunability"], trials: 5),
  TinyGrid(
    claim: "magnitude-kept-fraction", grid: "{width: [10, 20], quality: [0.5, 1]}", figures: ["kept_fraction"]),
  TinyGrid(
    claim: "sampling-per-neuron",
    grid: "{activations: [relu], inputs: [100, 1000], samples: [10], bound: [bernstein, pfp], epsilon: [0.5, 0.9]}",
    figures: ["vacuity", "sampling_error"]),
  TinyGrid(
    claim: "corenet-network", grid: "{weights: [nonnegative, signed], depth: [2, 3], width: [10, 20], samples: [10]}",
    figures: ["network_vacuity", "published_vacuity"]),
  TinyGrid(
    claim: "corenet-stability", grid: "{weights: [signed], activations: [relu, uniform], samples: [10, 30]}",
    figures: ["estimate_disagreement", "estimate_growth"]),
  TinyGrid(
    claim: "fresh-sensitivity", grid: "{activations: [relu, rare], spread: [1, 3], samples: [10, 30]}",
    figures: ["fresh_shares"]),
  TinyGrid(
    claim: "equal-size",
    grid:
      "{networks: [planted], depth: [2], width: [8], samples: [30], method: [uniform, magnitude], kept: [0.3, 0.6]}",
    figures: ["relative_error", "relative_fresh_error"]),
  TinyGrid(
    claim: "wider-sparser", grid: "{width: [20], penalty: [none], scheme: [cascade], epsilon: [0.1]}",
    figures: ["layer_kept", "decision_boundary", "weight_sizes"], trials: 2),
  TinyGrid(
    claim: "cascade-sparser", grid: "{width: [20], penalty: [none], scheme: [parallel, cascade], epsilon: [0.1]}",
    figures: ["density"], trials: 2),
  TinyGrid(
    claim: "bounded-discrepancy", grid: "{width: [20], epsilon: [0.1], method: [cascade, parallel, magnitude]}",
    figures: ["method_accuracy", "method_discrepancy", "method_noise"], trials: 2),
  TinyGrid(
    claim: "pfp-count", grid: "{layer: [dense, convolution], channels: [10, 20], epsilon: [0.5, 0.9]}",
    figures: ["sensitivity", "draws", "draws_ratio"]),
]

func measuredResults(_ tiny: TinyGrid) throws -> MeasuredResults {
  let study = try study(
    "study: tiny\nclaim: \(tiny.claim)\nseed: 1\ngrid: \(tiny.grid)\ntrials: {each: \(tiny.trials)}\n")
  var workspace = TrialWorkspace()
  let cells = try study.grid.cells.map { cell in
    let trials = (1...tiny.trials).map { study.experiment.trial(cell, seed: 1, number: $0, in: &workspace) }
    for trial in trials { _ = try trial.result.get() }
    return CellTrials(cell: cell, trials: trials)
  }
  return try #require(study.results(cells) as? MeasuredResults)
}

/// Studies of few cells and trials.
@Suite struct PresentationTests {
  @Test(arguments: tinyGrids)
  func aSmallStudyHasItsFigures(_ tiny: TinyGrid) throws {
    let results = try measuredResults(tiny)
    #expect(results.figures.map(\.name) == tiny.figures)
    for figure in results.figures {
      #expect(!figure.table.rows.isEmpty && !figure.commands.contains("nan") && !figure.commands.contains("inf]"))
    }
    #expect(!results.table.isEmpty)
  }
}
