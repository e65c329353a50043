// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling

/// The channels of a layer, drawn by their sensitivities with PFP's count: a fresh layer, dense or convolutional, a fresh S and one
/// fresh sample a trial.
public struct FilterSamplingExperiment: SamplingExperiment {
  public enum Kind: String, CaseIterable, ParameterValue {
    case dense
    /// 3×3 kernels on images of 6×6 pixels.
    case convolution
  }

  public static let layer = Parameter<Kind>("layer", "The kind of layer", standard: .dense)
  public static let channels = Parameter<Int>(
    "channels", "Channels, the filters of the layer before", unit: "channels", .integers(2...2_000))
  public static let filters = Parameter<Int>(
    "filters", "Filters that take them", unit: "filters", .integers(1...200), standard: 8)

  public static let sensitivity = Quantity("sensitivity", "S, the sum of the channels' sensitivities")
  public static let draws = Quantity("draws", "m", unit: "draws", kind: .count)
  public static let error = Quantity("error", "Largest relative error of a part of a sum")

  public let parameters: [any GridParameter] = [layer, channels, filters, samples, delta, epsilon]
  public let quantities = [sensitivity, draws, drawsRatio, keptFraction, error]
  private let shortage: @Sendable (Cell) -> Double

  public init(shortage: @escaping @Sendable (Cell) -> Double) { self.shortage = shortage }

  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "filters"))
    let layer = Self.layer(cell, &stream)
    let images = ActivationLaw.relu.draw(
      cell[Self.samples] + 1, inputs: layer.geometry.channels * layer.geometry.height * layer.geometry.width,
      from: &stream
    ).transposed
    let fresh = try layer.patches(of: Array(images.column(images.columns - 1)))
    let seen = try layer.patches(of: images.selectingColumns(0..<images.columns - 1).elements)
    guard let channels = ChannelSensitivities(layer, patches: seen) else { return TrialOutcome(success: nil, []) }
    let total = channels.distribution.total
    let events = 4 * Double(layer.filters * fresh.rows)
    let real = BernsteinCount.published.draws(
      total: total, epsilon: cell[Self.epsilon], logarithm: log(events / cell[Self.delta]))
    let draws = max(1, Int((real / shortage(cell)).rounded(.up)))
    let factors = channels.spread(channels.distribution.sampledFactors(draws: draws, from: &stream))
    let pruned = layer.scalingChannels(factors).layer.weights
    let error = largestPartError(of: pruned, for: layer.layer.weights, inputs: fresh)
    return TrialOutcome(
      success: error <= cell[Self.epsilon],
      [
        Measurement(Self.sensitivity, total), Measurement(Self.draws, draws),
        Measurement(Self.drawsRatio, Double(draws) / Double(layer.channels)),
        Measurement(Self.keptFraction, Double(factors.count { $0 != 0 }) / Double(layer.channels)),
        Measurement(Self.error, error),
      ])
  }

  private static func layer(_ cell: Cell, _ stream: inout RandomStream) -> FilterLayer {
    let (channels, filters) = (cell[Self.channels], cell[Self.filters])
    guard cell[Self.layer] == .convolution else {
      return FilterLayer(Layer(weights: stream.normalWeights(channels, filters)))
    }
    return FilterLayer(
      geometry: .init(channels: channels, height: 6, width: 6, kernelHeight: 3, kernelWidth: 3),
      layer: Layer(weights: stream.normalWeights(9 * channels, filters)))
  }

  /// Entries of a sample's patches: 16 of 9 pixels a channel where the layer is convolutional.
  private func entries(of cell: Cell) -> Double {
    (cell[Self.layer] == .dense ? 1 : 9 * 16) * Double(cell[Self.channels])
  }

  /// Products of weights and inputs.
  public func cost(of cell: Cell) -> Double { entries(of: cell) * Double(cell[Self.filters] * cell[Self.samples]) }

  /// The patches and the images they are of; the shares of one filter.
  public func memory(of cell: Cell) -> Double { 32 * entries(of: cell) * Double(cell[Self.samples] + 1) }
}
