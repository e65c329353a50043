// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import LinearAlgebra
public import Networks
public import RandomStreams

/// How many draws each part of a network's neurons needs for all outputs on the samples S to stay within 1 ± ε with
/// probability 1 − δ, and a network so drawn.
public struct NetworkSampling: Sendable {
  private let network: Network
  private let layers: [[NeuronPart]]
  /// m of each part as a real number.
  private let draws: [[Double]]
  /// Δ_1⋯Δ_L, of maxima over S.
  public let cancellation: Double
  /// CoreNet's own counts relative to the edges, all layers together.
  public let publishedRatio: Double
  /// |S| relative to what CoreNet's theorem asks for.
  public let samplesRatio: Double

  /// `inputs`: P×N, the samples S.
  public init(_ network: Network, inputs: Matrix, epsilon: Double, delta: Double) {
    let signals = [inputs] + network.responses(to: inputs)
    let layers = zip(network.layers, signals).map { layer, signal in
      NeuronPart.all(weights: layer.extended, inputs: layer.extending(signal))
    }
    let cancellations = network.cancellations(on: inputs)
    let largest = cancellations.map { $0.elements.max() ?? 1 }
    // A bound on all sums of all layers; signed inputs are two samples each.
    let events = zip(layers, signals).reduce(0.0) { $0 + Double($1.0.count * $1.1.signedParts.rows) }
    let tolerances = CoreNetBound(epsilon: epsilon, cancellations: largest).tolerances
    draws = zip(layers, tolerances).map { parts, tolerance in
      parts.map {
        BernsteinCount.onSamples.draws(
          total: $0.distribution.total, epsilon: tolerance, logarithm: log(2 * events / delta))
      }
    }
    cancellation = largest.reduce(1, *)
    samplesRatio = Double(inputs.rows) / CoreNetConstants(network, delta: delta).samples
    publishedRatio = network.publishedDraws(layers, cancellations, epsilon: epsilon, delta: delta) / layers.edges
    (self.network, self.layers) = (network, layers)
  }

  /// Draws relative to the edges, all layers together.
  public var drawsRatio: Double { draws.joined().reduce(0, +) / layers.edges }

  /// The network with draws that are `shortage` times fewer; nil where a part needs 2³² of them or more.
  public func pruned(shortage: Double = 1, from stream: inout RandomStream) -> Network? {
    guard draws.joined().allSatisfy({ $0 / shortage < 4e9 }) else { return nil }
    var pruned = network
    for (index, parts) in layers.enumerated() {
      var factors: [[Double]] = []
      for (part, draws) in zip(parts, draws[index]) {
        let whole = max(1, Int((draws / shortage).rounded(.up)))
        factors.append(part.distribution.sampledFactors(draws: whole, from: &stream))
      }
      pruned = pruned.replacing(index, by: network.layers[index].scalingEdges(of: parts, by: factors))
    }
    return pruned
  }
}

extension [[NeuronPart]] {
  fileprivate var edges: Double { Double(joined().reduce(0) { $0 + $1.edges.count }) }
}

extension Network {
  /// CoreNet's counts for all parts, with Δ̂ + κ for the cancellation of each layer.
  fileprivate func publishedDraws(
    _ layers: [[NeuronPart]], _ cancellations: [Matrix], epsilon: Double, delta: Double
  ) -> Double {
    let constants = CoreNetConstants(self, delta: delta)
    let estimates = cancellations.map { $0.largestColumnMean + constants.allowance }
    let tolerances = CoreNetBound(published: epsilon, cancellations: estimates).tolerances
    return zip(layers, tolerances).reduce(0) { sum, layer in
      sum
        + layer.0.reduce(0) {
          $0
            + CoreNetCount.draws(
              total: $1.distribution.total, epsilon: layer.1, spread: constants.spread, logarithm: constants.logarithm)
        }
    }
  }
}
