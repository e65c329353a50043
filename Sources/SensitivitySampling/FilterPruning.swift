// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
import Foundation
public import LinearAlgebra
public import Networks
public import RandomStreams

/// PFP: pruning whole filters of a stack of layers, with one tolerance ε for all layers that a single root fits to the size.
///
/// The first layer's channels are data and stay, as do the last layer's filters.
///
/// Source: Liebenwein, Baykal, Lang, Feldman, Rus (ICLR 2020, arXiv 1911.07412).
public struct FilterPruning: Sendable {
  /// Which filters stay.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// Draws with replacement; a filter that was drawn keeps its weights, and the next layer's are multiplied by its factor.
    case random
    /// The largest sensitivities, with the weights they have.
    case deterministic
  }

  private let layers: [FilterLayer]
  private let count: FilterCount
  /// Of the channels of the second layer and the later ones; nil where none matters.
  private let channels: [ChannelSensitivities?]

  /// `images`: the samples S, as the first layer takes them. `count`: whose sensitivities and counts.
  ///
  /// - Precondition: each layer has a channel for every filter of the one before.
  /// - Throws: `KernelTooLarge`.
  public init(_ layers: [FilterLayer], images: [Double], count: FilterCount = .theorem) throws(KernelTooLarge) {
    precondition(zip(layers, layers.dropFirst()).allSatisfy { $0.filters == $1.channels }, "layers must fit together")
    (self.layers, self.count) = (layers, count)
    var (signal, channels) = (images, [ChannelSensitivities?]())
    for (layer, next) in zip(layers, layers.dropFirst()) {
      signal = try layer.response(to: signal)
      channels.append(ChannelSensitivities(next, patches: try next.patches(of: signal), share: count.share))
    }
    self.channels = channels
  }

  /// The neurons of a network, or the filters of its convolutions, for the samples in the rows of `inputs`.
  public init(_ network: Network, inputs: Matrix) {
    let layers = network.layers.indices.map { FilterLayer(network, $0) }
    let responses = network.responses(to: inputs)
    (self.layers, count) = (layers, .theorem)
    channels = layers.indices.dropFirst().map { index in
      ChannelSensitivities(layers[index], patches: network.samples(ofLayer: index, from: responses[index - 1]))
    }
  }

  /// The layers with about `weights` non-zero weights and biases (in expectation where filters are drawn).
  ///
  /// - Complexity: O(number of filters·20) and the weights once.
  public func pruned(
    keeping weights: Int, choice: Choice, from stream: inout RandomStream
  ) -> [FilterLayer] {
    let epsilon = commonTolerance(budget: Double(weights), size: expectedSize)
    var pruned = layers
    for (index, channels) in channels.enumerated() {
      let factors = factors(channels, index, epsilon, choice, &stream)
      pruned[index] = pruned[index].removingFilters(factors)
      pruned[index + 1] = pruned[index + 1].scalingChannels(factors)
    }
    return pruned
  }

  private func factors(
    _ channels: ChannelSensitivities?, _ index: Int, _ epsilon: Double, _ choice: Choice, _ stream: inout RandomStream
  ) -> [Double] {
    guard let channels else { return Array(repeating: 0, count: layers[index].filters) }
    let draws = wholeDraws(draws(channels, index, epsilon))
    switch choice {
    case .random:
      return channels.spread(channels.distribution.sampledFactors(draws: draws, from: &stream))
    case .deterministic:
      let kept = Int(channels.distribution.expectedDistinct(draws: Double(draws)).rounded())
      return channels.spread(channels.distribution.largestFactors(kept))
    }
  }

  /// m as a real number, at least 1.
  private func draws(_ channels: ChannelSensitivities, _ index: Int, _ epsilon: Double) -> Double {
    // The code's δ; of the theorem's logarithm, common to all layers but for log η, nothing is left.
    let logarithm = count == .theorem ? 1 : count.logarithm(of: layers[index + 1], delta: 1e-16)
    return max(1, count.draws(total: channels.distribution.total, epsilon: epsilon, logarithm: logarithm))
  }

  /// Σ_ℓ of the weights between the filters that are expected to stay, at each layer's own density.
  private func expectedSize(_ epsilon: Double) -> Double {
    let kept = channels.enumerated().map { index, channels in
      channels.map { $0.distribution.expectedDistinct(draws: draws($0, index, epsilon)) } ?? 0
    }
    return layers.indices.reduce(0) { sum, index in
      let layer = layers[index]
      let before = index == 0 ? 1 : kept[index - 1] / Double(layer.channels)
      let after = index == layers.count - 1 ? 1 : kept[index] / Double(layer.filters)
      let weights = Double(layer.layer.weights.elements.count { $0 != 0 })
      let biases = Double(layer.layer.bias?.count { $0 != 0 } ?? 0)
      return sum + after * (before * weights + biases)
    }
  }
}

extension Network {
  /// The network without the neurons, or the filters, that PFP leaves out.
  public func pruningFilters(
    keeping weights: Int, choice: FilterPruning.Choice, inputs: Matrix, from stream: inout RandomStream
  ) -> Network {
    let layers = FilterPruning(self, inputs: inputs).pruned(keeping: weights, choice: choice, from: &stream)
    return replacingLayers(by: layers.map(\.layer))
  }
}
