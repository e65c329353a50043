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
    func found(_ bound: Neuron.Bound, shortage: Double = 1) throws -> (draws: Double, total: Double) {
      let outcome = try measured(Neuron(shortage: shortage), neuron(bound: bound), seed: 3, trial: 1)
      #expect(outcome.success == (try #require(outcome[Neuron.error]) <= 0.4))
      return (try #require(outcome[Neuron.draws]), try #require(outcome[Neuron.sensitivity]))
    }
    let constants: [(Neuron.Bound, Double)] = [
      (.bernstein, (2 + 0.8 / 3) * log(500)), (.pfp, 6.8 * log(40)), (.coreNet, 8 * log(200) * log(80)),
    ]
    for (bound, constant) in constants {
      let (draws, total) = try found(bound)
      expectClose(draws, constant * total / 0.16, absolute: 1, bound.rawValue)
      let (few, same) = try found(bound, shortage: 50)
      #expect(same == total && abs(few - draws / 50) <= 1, "the control has the same neuron and fewer draws")
    }
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
