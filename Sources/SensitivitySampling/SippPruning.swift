// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import LinearAlgebra
public import Networks
public import RandomStreams

/// SiPP as its authors' code prunes: parts of neurons are weights of one sign, biases stay and have no share in any sum.
///
/// Facts of the code that the paper's guarantee does not need: sizes are numbers of *different* edges, and as many draws are made as are
/// expected to find them; a part whose draws leave nothing out keeps its weights as they are. The code rounds sizes up, which matters
/// where parts have few edges; here they are rounded to whole numbers with the wanted sum.
///
/// Source: Baykal, Liebenwein, Gilitschenski, Feldman, Rus (arXiv 1910.05422); github.com/lucaslie/torchprune.
public struct SippPruning: Sendable {
  /// Which edges stay.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Draws by sensitivity, parts of the sizes of ``SippAllocation``.
    case random = "sipp-random"
    /// The weights with the largest sensitivities of the whole network.
    case deterministic = "sipp-deterministic"
    /// Parts of the sizes of `random`: its draws, or the largest sensitivities where these have the smaller bound.
    case hybrid = "sipp-hybrid"
  }

  private let network: Network
  /// Of each layer.
  private let parts: [[NeuronPart]]

  /// `inputs`: P×N, the samples S.
  ///
  /// - Complexity: 8·P·(number of weights) flops.
  public init(_ network: Network, inputs: Matrix) {
    let signals = [inputs] + network.responses(to: inputs)
    self.network = network
    parts = zip(network.layers, signals).map { NeuronPart.all(weights: $0.weights, inputs: $1) }
  }

  /// The network with about `weights` non-zero weights and biases: all its biases, and weights for the rest.
  public func pruned(by rule: Rule, keeping weights: Int, from stream: inout RandomStream) -> Network {
    let biases = network.layers.reduce(0) { $0 + ($1.bias?.count { $0 != 0 } ?? 0) }
    let size = max(weights - biases, 0)
    let factors = rule == .deterministic ? parts.largestFactors(size) : sharedFactors(rule, size, &stream)
    let layers = network.layers.indices.map { index in
      var layer = network.layers[index]
      layer.weights = layer.weights.scalingEdges(of: parts[index], by: factors[index])
      return layer
    }
    return Network(layers: layers, output: network.output)
  }

  private func sharedFactors(_ rule: Rule, _ size: Int, _ stream: inout RandomStream) -> [[[Double]]] {
    var sizes = wholeNumbers(SippAllocation(described).sizes(Double(size)))[...]
    var factors: [[[Double]]] = []
    for layer in parts {
      factors.append(layer.map { Self.factors($0.distribution, sizes.removeFirst(), rule, &stream) })
    }
    return factors
  }

  private var described: [SippAllocation.Part] {
    zip(network.layers, parts).flatMap { layer, parts in
      parts.map {
        SippAllocation.Part(
          total: $0.distribution.total, edges: $0.edges.count, weight: 1 / Double(layer.neurons))
      }
    }
  }

  private static func factors(
    _ edges: SensitivityDistribution, _ size: Int, _ rule: Rule, _ stream: inout RandomStream
  ) -> [Double] {
    guard size > 0 else { return Array(repeating: 0, count: edges.count) }
    if rule == .hybrid {
      let largest = edges.largestFactors(size)
      let stated = SippAllocation.spread * edges.leftOut(largest)
      if stated <= SippAllocation.error(total: edges.total, size: Double(size)) { return largest }
    }
    let drawn = edges.sampledFactors(draws: edges.draws(distinct: size), from: &stream)
    return drawn.contains(0) ? drawn : Array(repeating: 1, count: edges.count)
  }
}

/// Rounded down, and up where the remainders are largest, so that the sum is that of `sizes`.
private func wholeNumbers(_ sizes: [Double]) -> [Int] {
  var whole = sizes.map { Int($0.rounded(.down)) }
  let missing = Int(sizes.reduce(0, +).rounded()) - whole.reduce(0, +)
  let order = sizes.indices.sorted {
    let (a, b) = (sizes[$0] - Double(whole[$0]), sizes[$1] - Double(whole[$1]))
    return a == b ? $0 < $1 : a > b
  }
  for index in order.prefix(max(missing, 0)) { whole[index] += 1 }
  return whole
}
