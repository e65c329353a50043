// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams

/// ‖Ŷ − Y‖_F/‖Y‖_F of a network's outputs after pruning it to a given size, on the samples that it was pruned for and on as many fresh
/// ones.
///
/// Trials of a number prune the same network by all methods and to all sizes.
public struct EqualSizeExperiment: Experiment {
  /// What networks are pruned.
  public static let networks = Parameter<SchemeEnsemble.Networks>("networks", "What networks are pruned")
  /// L (layers).
  public static let depth = Parameter<Int>("depth", "L", unit: "layers", .integers(1...10), standard: 3)
  /// Neurons of a layer.
  public static let width = Parameter<Int>(
    "width", "Neurons of a layer", unit: "neurons", .integers(2...500), standard: 20)
  /// |S|, the samples that networks are pruned for.
  public static let samples = Parameter<Int>(
    "samples", "|S|, the samples that networks are pruned for", unit: "samples", .integers(1...5_000))
  /// How the network is pruned.
  public static let method = Parameter<EqualSizeMethod>("method", "How the network is pruned")
  /// The share of weights and biases to keep.
  public static let kept = Parameter<Double>("kept", "The share of weights and biases to keep", .numbers(0.01...1))

  /// Share of weights and biases that is left.
  public static let keptFraction = Quantity("kept_fraction", "Share of weights and biases that is left")
  /// ‖Ŷ − Y‖_F/‖Y‖_F of the outputs on S.
  public static let error = Quantity("error", "‖Ŷ − Y‖_F/‖Y‖_F of the outputs on S")
  /// The same on as many fresh samples.
  public static let freshError = Quantity("fresh_error", "The same on as many fresh samples")
  /// log₁₀ of error, of at least 2⁻⁵².
  public static let logError = Quantity("log_error", "log₁₀ of error, of at least 2⁻⁵²")
  /// log₁₀ of fresh_error, of at least 2⁻⁵².
  public static let logFreshError = Quantity("log_fresh_error", "log₁₀ of fresh_error, of at least 2⁻⁵²")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [networks, depth, width, samples, method, kept]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [keptFraction, error, freshError, logError, logFreshError]

  /// The experiment, which has no settings.
  public init() {}

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let samples = cell[Self.samples]
    let ensemble = SchemeEnsemble(
      networks: cell[Self.networks], scale: .natural(gain: 1), depth: cell[Self.depth], width: cell[Self.width],
      samples: 2 * samples, output: .linear, scheme: .parallel(epsilon: 0))
    let (network, inputs) = ensemble.instance(seed: seed, trial: trial)
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "pruning"))
    let seen = inputs.selectingRows(0..<samples)
    let pruned = try cell[Self.method].prune(network, kept: cell[Self.kept], inputs: seen, from: &stream)
    let error = Self.error(of: pruned, for: network, on: seen)
    let fresh = Self.error(of: pruned, for: network, on: inputs.selectingRows(samples..<2 * samples))
    return TrialOutcome([
      Measurement(Self.keptFraction, Double(pruned.nonzeros) / Double(network.nonzeros)),
      Measurement(Self.error, error), Measurement(Self.freshError, fresh),
      Measurement(Self.logError, Self.logarithm(error)), Measurement(Self.logFreshError, Self.logarithm(fresh)),
    ])
  }

  private static func error(of pruned: Network, for network: Network, on inputs: Matrix) -> Double {
    let last = network.depth - 1
    let (before, after) = (network.responses(to: inputs)[last], pruned.responses(to: inputs)[last])
    return (after.elements - before.elements).norm2 / before.frobeniusNorm
  }

  /// log₁₀ of an error that may be 0, as that of a network which lost only dead weights: means over trials must not leave out the best
  /// ones. Below 2⁻⁵² errors are of the arithmetic.
  static func logarithm(_ error: Double) -> Double { log10(max(error, .ulpOfOne)) }

  /// Weights times samples; Net-Trim solves a dozen programs.
  public func cost(of cell: Cell) -> Double {
    let width = Double(cell[Self.width])
    let passes = (cell[Self.networks] == .trained ? 40 : 10) + (cell[Self.method] == .netTrim ? 100 * width : 0)
    return Double(cell[Self.depth]) * width * width * Double(cell[Self.samples]) * passes
  }

  /// Networks with their sensitivities, responses of two networks to all samples, and programs of a neuron.
  public func memory(of cell: Cell) -> Double {
    let (depth, width) = (Double(cell[Self.depth]), Double(cell[Self.width]))
    return 8 * depth * width * (10 * width + 10 * Double(cell[Self.samples]))
  }
}
