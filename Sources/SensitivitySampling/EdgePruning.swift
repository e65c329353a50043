// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import LinearAlgebra
public import Networks
public import RandomStreams

/// Pruning of a network's edges by their sensitivities, to a given size.
///
/// Sensitivities and signals are those of the original network, as in CoreNet and SiPP; a bias is one more input's edge. How SiPP's
/// authors share the size among neurons is ``SippPruning``.
public struct EdgePruning: Sendable {
  /// Which edges stay.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Draws with equal probabilities, as many a neuron as it has edges to be drawn from: what the others must beat.
    case uniform
    /// Draws by sensitivity, with tolerances ε_ℓ that shrink with the cancellation in later layers.
    case coreNet = "corenet"
    /// Draws by sensitivity, with one tolerance for all neurons.
    case commonTolerance = "common-tolerance"
    /// The draws of `commonTolerance`, or the largest sensitivities of a neuron where their bound is better.
    case commonToleranceHybrid = "common-tolerance-hybrid"
    /// The edges with the largest sensitivities of the whole network.
    case largestSensitivities = "largest-sensitivities"
  }

  private let network: Network
  /// Of each layer.
  private let parts: [[NeuronPart]]
  /// Δ̂_1, …, Δ̂_L.
  private let cancellations: [Double]
  /// L of the random bounds, at δ = 0.1.
  private let logarithm: Double

  /// `inputs`: P×N, the samples S.
  ///
  /// - Complexity: 8·P·(number of weights) flops.
  public init(_ network: Network, inputs: Matrix) {
    let signals = [inputs] + network.responses(to: inputs)
    self.network = network
    parts = zip(network.layers, signals).map { layer, signal in
      NeuronPart.all(weights: layer.extended, inputs: layer.extending(signal))
    }
    cancellations = network.cancellations(on: inputs).map { min($0.largestColumnMean, 1e100) }
    logarithm = log(2 * Double(2 * inputs.rows * max(parts.joined().count, 1)) / 0.1)
  }

  /// The network with about `weights` non-zero weights and biases: in expectation for rules that draw, and never fewer than
  /// one edge a part.
  ///
  /// - Complexity: O(number of weights·20).
  public func pruned(by rule: Rule, keeping weights: Int, from stream: inout RandomStream) -> Network {
    let factors =
      rule == .largestSensitivities ? parts.largestFactors(weights) : drawnFactors(rule, Double(weights), &stream)
    var pruned = network
    for index in network.layers.indices {
      let layer = network.layers[index]
      pruned = pruned.replacing(index, by: layer.scalingEdges(of: parts[index], by: factors[index]))
    }
    return pruned
  }

  private func drawnFactors(_ rule: Rule, _ budget: Double, _ stream: inout RandomStream) -> [[[Double]]] {
    let edges = parts.map { layer in
      layer.map { rule == .uniform ? SensitivityDistribution(uniform: $0.edges.count) : $0.distribution }
    }
    let epsilon = commonTolerance(budget: budget) { epsilon in
      edges.indices.reduce(0) { sum, layer in
        edges[layer].reduce(sum) { $0 + $1.expectedDistinct(draws: draws(rule, $1, layer, epsilon)) }
      }
    }
    let choice = rule == .commonToleranceHybrid ? EdgeChoice.hybrid : .random
    var factors: [[[Double]]] = []
    for layer in edges.indices {
      var ofLayer: [[Double]] = []
      for part in edges[layer] {
        let draws = wholeDraws(draws(rule, part, layer, epsilon))
        ofLayer.append(choice.factors(of: part, draws: draws, logarithm: logarithm, from: &stream))
      }
      factors.append(ofLayer)
    }
    return factors
  }

  /// m as a real number, at least 1.
  private func draws(_ rule: Rule, _ part: SensitivityDistribution, _ layer: Int, _ epsilon: Double) -> Double {
    guard rule == .coreNet else {
      return max(1, BernsteinCount.onSamples.draws(total: part.total, epsilon: epsilon, logarithm: logarithm))
    }
    let tolerance = CoreNetBound(published: epsilon, cancellations: cancellations).tolerances[layer]
    return max(1, CoreNetCount.draws(total: part.total, epsilon: tolerance, spread: 1, logarithm: logarithm))
  }
}
