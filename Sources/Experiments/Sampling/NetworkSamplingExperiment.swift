// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling

/// All parts of a network's neurons, drawn by sensitivity as outputs within 1 ± ε on S ask for: a fresh network, S and draws a trial.
///
/// CoreNet's own count is measured beside it and not drawn. Networks that ask for 2³² draws a part or more are not drawn either.
public struct NetworkSamplingExperiment: SamplingExperiment {
  /// The law of the weights.
  public enum Weights: String, CaseIterable, ParameterValue {
    /// |N(0, 1)|: nothing cancels, Δ = 1.
    case nonnegative
    /// |N(0, 1)|, one in ten with a minus sign.
    case mixed
    /// N(0, 1).
    case signed
  }

  /// Law of the weights.
  public static let weights = Parameter<Weights>("weights", "Law of the weights")
  /// Of the first layer's inputs.
  public static let activations = Parameter<ActivationLaw>(
    "activations", "Law of the network's inputs", standard: .uniform)
  /// L (layers).
  public static let depth = Parameter<Int>("depth", "L", unit: "layers", .integers(1...10), standard: 3)
  /// Neurons of a layer.
  public static let width = Parameter<Int>(
    "width", "Neurons of a layer", unit: "neurons", .integers(1...2_000), standard: 20)

  /// Δ_1⋯Δ_L.
  public static let cancellation = Quantity("cancellation", "Δ_1⋯Δ_L")
  /// The same for CoreNet's own count.
  public static let publishedRatio = Quantity("published_ratio", "The same for CoreNet's own count")
  /// |S| relative to what CoreNet's theorem asks for, of its own count alone.
  public static let samplesRatio = Quantity(
    "samples_ratio", "|S| relative to what CoreNet's theorem asks for, of its own count alone")
  /// log₁₀ of draws_ratio.
  public static let logDrawsRatio = Quantity("log_draws_ratio", "log₁₀ of draws_ratio")
  /// log₁₀ of published_ratio.
  public static let logPublishedRatio = Quantity("log_published_ratio", "log₁₀ of published_ratio")
  /// Largest relative error of an output on S.
  public static let error = Quantity("error", "Largest relative error of an output on S")
  /// Largest relative error of an output on as many fresh samples.
  public static let freshError = Quantity("fresh_error", "Largest relative error of an output on as many fresh samples")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [weights, activations, depth, width, samples, delta, epsilon, cut]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    cancellation, drawsRatio, publishedRatio, samplesRatio, logDrawsRatio, logPublishedRatio, keptFraction, error,
    freshError, failed,
  ]

  /// The experiment, which has no settings.
  public init() {}

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "network"))
    let network = Self.network(cell, &stream)
    let samples = cell[Self.samples]
    let law = cell[Self.activations]
    let seen = law.draw(samples, inputs: cell[Self.width], from: &stream)
    let fresh = law.draw(samples, inputs: cell[Self.width], from: &stream)
    let sampling = NetworkSampling(network, inputs: seen, epsilon: cell[Self.epsilon], delta: cell[Self.delta])
    let sizes = Self.sizes(of: sampling)
    guard let pruned = sampling.pruned(shortage: cell[Self.cut], from: &stream) else {
      return TrialOutcome(success: nil, sizes)
    }
    let error = Self.error(of: pruned, for: network, on: seen)
    return TrialOutcome(
      success: error <= cell[Self.epsilon],
      sizes + [
        Measurement(Self.keptFraction, Double(pruned.nonzeros) / Double(network.nonzeros)),
        Measurement(Self.error, error),
        Measurement(Self.freshError, Self.error(of: pruned, for: network, on: fresh)),
        Measurement(Self.failed, error > cell[Self.epsilon]),
      ])
  }

  private static func sizes(of sampling: NetworkSampling) -> [Measurement] {
    [
      Measurement(cancellation, sampling.cancellation), Measurement(drawsRatio, sampling.drawsRatio),
      Measurement(publishedRatio, sampling.publishedRatio), Measurement(samplesRatio, sampling.samplesRatio),
      Measurement(logDrawsRatio, log10(sampling.drawsRatio)),
      Measurement(logPublishedRatio, log10(sampling.publishedRatio)),
    ]
  }

  /// The largest |ŷ − y|/|y| of an output.
  private static func error(of pruned: Network, for network: Network, on inputs: Matrix) -> Double {
    let (before, after) = (network.responses(to: inputs), pruned.responses(to: inputs))
    return zip(before[before.count - 1].elements, after[after.count - 1].elements).reduce(0) {
      $1.0 == $1.1 ? $0 : max($0, abs($1.1 - $1.0) / abs($1.0))
    }
  }

  private static func network(_ cell: Cell, _ stream: inout RandomStream) -> Network {
    let (width, weights) = (cell[Self.width], cell[Self.weights])
    var layers: [Layer] = []
    for _ in 0..<cell[depth] {
      var matrix = stream.normalWeights(width, width)
      if weights != .signed { matrix = matrix.mapping { abs($0) } }
      if weights == .mixed { matrix = matrix.mapping { stream.uniform() < 0.1 ? -$0 : $0 } }
      layers.append(Layer(weights: matrix))
    }
    return Network(layers: layers, output: .linear)
  }

  /// Weights times samples.
  public func cost(of cell: Cell) -> Double {
    Double(cell[Self.depth] * cell[Self.samples]) * pow(Double(cell[Self.width]), 2)
  }

  /// Weights before, after, and as two parts with their sensitivities; responses of either network to S and to fresh samples.
  public func memory(of cell: Cell) -> Double {
    let (depth, width) = (Double(cell[Self.depth]), Double(cell[Self.width]))
    return 8 * depth * width * (8 * width + 6 * Double(cell[Self.samples]))
  }
}
