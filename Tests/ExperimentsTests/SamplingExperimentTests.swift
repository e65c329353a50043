// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import TestSupport
import Testing

/// What single trials of sampling and of methods at equal size measure.
@Suite struct SamplingExperimentTests {
  private func measured(
    _ experiment: some Experiment, _ cell: Cell, seed: UInt64, trial: Int
  ) throws -> TrialOutcome {
    var workspace = TrialWorkspace()
    return try experiment.trial(cell, seed: seed, number: trial, in: &workspace).result.get()
  }

  private typealias Neuron = NeuronSamplingExperiment

  private func neuron(bound: Neuron.Bound = .bernstein) -> Cell {
    Neuron().cell([
      Neuron.inputs.is(200), Neuron.samples.is(25), Neuron.bound.is(bound), Neuron.epsilon.is(0.4),
    ])
  }

  /// m = ⌈(2 + 2ε/3)·S·ln(2·25/0.1)/ε²⌉, and the published counts relative to it; a trial succeeds within ε.
  @Test func theDrawsAreTheBounds() throws {
    func found(_ bound: Neuron.Bound, cut: Double = 1) throws -> (draws: Double, total: Double) {
      let outcome = try measured(Neuron(), neuron(bound: bound).with(Neuron.cut, cut), seed: 3, trial: 1)
      #expect(outcome.success.map { $0 == ((outcome[Neuron.error] ?? .nan) <= 0.4) } ?? (bound == .pfp))
      return (try #require(outcome[Neuron.draws]), try #require(outcome[Neuron.sensitivity]))
    }
    let constants: [(Neuron.Bound, Double)] = [
      (.bernstein, (2 + 0.8 / 3) * log(500)), (.pfp, 6.8 * log(40)), (.coreNet, 8 * log(200) * log(80)),
    ]
    for (bound, constant) in constants {
      let (draws, total) = try found(bound)
      expectClose(draws, constant * total / 0.16, absolute: 1, bound.rawValue)
      let (few, other) = try found(bound, cut: 50)
      expectClose(few, constant * other / 0.16 / 50, absolute: 1, "the control")
    }
  }

  /// P(some of `blocks` counts of `draws` draws, each of probability 1/(`spread`·blocks), leaves 1 ± ε times its mean), exactly: counts are
  /// Poisson, given that they sum to the draws.
  private func failure(draws m: Int, blocks: Int, spread: Double, epsilon: Double) -> Double {
    let mean = Double(m) / (spread * Double(blocks))
    func poisson(_ k: Int, _ mean: Double) -> Double {
      mean == 0 ? (k == 0 ? 1 : 0) : exp(Double(k) * log(mean) - mean - lgamma(Double(k) + 1))
    }
    let kept = (0...m).filter { abs(Double($0) - mean) <= epsilon * mean }
    var sums = [Double](repeating: 0, count: m + 1)
    sums[0] = 1
    for _ in 0..<blocks {
      var next = [Double](repeating: 0, count: m + 1)
      for k in kept { for sum in 0...(m - k) { next[sum + k] += sums[sum] * poisson(k, mean) } }
      sums = next
    }
    let rest = Double(m) - Double(blocks) * mean
    let all = (0...m).reduce(0) { $0 + sums[$1] * poisson(m - $1, rest < 1e-9 ? 0 : rest) }
    return 1 - all / poisson(m, Double(m))
  }

  /// On disjoint samples the failures are those of a multinomial law, whatever the weights: 2,000 trials within 5 standard errors (false
  /// alarm 6e-7), with the whole count below δ and with a third of it above.
  @Test(arguments: [1.0, 3])
  func disjointSamplesFailByTheMultinomialLaw(cut: Double) throws {
    let place = Neuron().cell([
      Neuron.activations.is(.disjoint), Neuron.inputs.is(40), Neuron.samples.is(10), Neuron.epsilon.is(0.9),
      Neuron.delta.is(0.3), Neuron.cut.is(cut),
    ])
    try expectFailures(Neuron(), place, trials: 2_000, blocks: 10, spread: 1, draws: Neuron.draws)
  }

  /// Grouped filters answer to a fresh sample with a third of their channels: shares are three times the sensitivities.
  @Test(arguments: [1.0, 3])
  func groupedFiltersFailByTheMultinomialLaw(cut: Double) throws {
    typealias Filters = FilterSamplingExperiment
    let place = Filters().cell([
      Filters.layer.is(.grouped), Filters.channels.is(60), Filters.filters.is(5), Filters.samples.is(1),
      Filters.epsilon.is(0.9), Filters.delta.is(0.3), Filters.cut.is(cut),
    ])
    try expectFailures(Filters(), place, trials: 2_000, blocks: 10, spread: 3, draws: Filters.draws)
  }

  private func expectFailures(
    _ experiment: some SamplingExperiment, _ cell: Cell, trials: Int, blocks: Int, spread: Double, draws: Quantity
  ) throws {
    var failures = 0
    for trial in 1...trials where try measured(experiment, cell, seed: 7, trial: trial).success == false {
      failures += 1
    }
    let m = try #require(try measured(experiment, cell, seed: 7, trial: 1)[draws])
    let expected = failure(draws: Int(m), blocks: blocks, spread: spread, epsilon: 0.9)
    expectClose(
      Double(failures) / Double(trials), expected,
      absolute: 5 * (expected * (1 - expected) / Double(trials)).squareRoot() + 1 / Double(trials))
    #expect(cell[NeuronSamplingExperiment.cut] == 1 ? expected < 0.3 : expected > 0.3)
  }

  /// Where a few weights are most of the sum the hybrid keeps the largest: its error is at most what is left out, which it states.
  @Test func theHybridStatesWhatItLeavesOut() throws {
    let place = Neuron().cell([
      Neuron.weights.is(.heavy), Neuron.activations.is(.uniform), Neuron.inputs.is(300), Neuron.samples.is(10),
      Neuron.bound.is(.hybrid), Neuron.epsilon.is(0.5),
    ])
    let heavy = try measured(Neuron(), place, seed: 1, trial: 1)
    let stated = try #require(heavy[Neuron.stated])
    #expect(heavy[Neuron.largest] == 1 && heavy.success == true && stated < 0.5)
    #expect(try #require(heavy[Neuron.error]) <= stated && heavy[Neuron.error]! > 0.1 * stated)
    let spread = place.with(Neuron.activations, .disjoint).with(Neuron.weights, .normal)
    let drawn = try measured(Neuron(), spread.with(Neuron.inputs, 10_000), seed: 1, trial: 1)
    #expect(drawn[Neuron.largest] == 0 && drawn[Neuron.stated] == 0.5)
  }

  private typealias Pruning = EqualSizeExperiment

  private func pruning(_ method: EqualSizeMethod, depth: Int = 3, width: Int = 20, kept: Double) -> Cell {
    Pruning().cell([
      Pruning.networks.is(.dense), Pruning.depth.is(depth), Pruning.width.is(width), Pruning.samples.is(40),
      Pruning.method.is(method), Pruning.kept.is(kept),
    ])
  }

  /// Every method leaves about the wanted share of the weights; the parallel scheme within 2 % where it can, and its error is small.
  @Test(arguments: EqualSizeMethod.allCases)
  func methodsMeetTheSize(method: EqualSizeMethod) throws {
    let outcome = try measured(Pruning(), pruning(method, depth: 2, width: 12, kept: 0.5), seed: 5, trial: 2)
    let isWhole = method == .pfpRandom || method == .pfpDeterministic
    expectClose(try #require(outcome[Pruning.keptFraction]), 0.5, absolute: isWhole ? 0.2 : 0.06, method.rawValue)
    let error = try #require(outcome[Pruning.error])
    #expect(error > 0 && (outcome[Pruning.freshError] ?? .nan).isFinite && outcome[Pruning.logError] == log10(error))
    if method == .netTrim { #expect(error < 0.8) }
  }

  /// A network that keeps all its weights has no error; its logarithm is that of 2⁻⁵², so that no mean leaves it out.
  @Test func noErrorHasALogarithm() throws {
    let outcome = try measured(Pruning(), pruning(.magnitude, kept: 1), seed: 5, trial: 2)
    #expect(outcome[Pruning.error] == 0 && outcome[Pruning.freshError] == 0)
    for quantity in [Pruning.logError, Pruning.logFreshError] {
      expectClose(try #require(outcome[quantity]), -52 * log10(2), relative: 1e-14)
    }
  }

  /// A whole network: unsigned weights have Δ = 1, and signed ones are not drawn.
  @Test func signedNetworksAreNotDrawn() throws {
    typealias Whole = NetworkSamplingExperiment
    func found(_ weights: Whole.Weights) throws -> TrialOutcome {
      let place = Whole().cell([Whole.weights.is(weights), Whole.width.is(15), Whole.samples.is(10)])
      return try measured(Whole(), place, seed: 1, trial: 1)
    }
    let (nonnegative, signed) = (try found(.nonnegative), try found(.signed))
    #expect(nonnegative.success == true && signed.success == nil && signed[Whole.error] == nil)
    expectClose(nonnegative[Whole.cancellation] ?? .nan, 1, relative: 1e-12)
    #expect(signed[Whole.drawsRatio] ?? 0 > 1e6)
  }
}
