// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
public import SensitivitySampling

/// The channels of a layer, drawn by their sensitivities with PFP's count: a fresh layer, dense or convolutional, a fresh S and one
/// fresh sample a trial.
public struct FilterSamplingExperiment: SamplingExperiment {
  /// What kind of layer is pruned.
  public enum Kind: String, CaseIterable, ParameterValue {
    case dense
    /// 3×3 kernels on images of 6×6 pixels.
    case convolution
    /// A dense layer with weights ±1 whose filters share no channel, nor do their two signs. Samples of S answer evenly, the fresh one
    /// with a third of the channels of each sum: shares are three times the sensitivities, the most that the count allows for.
    case grouped
  }

  /// The kind of layer.
  public static let layer = Parameter<Kind>("layer", "The kind of layer", standard: .dense)
  /// Channels, the filters of the layer before.
  public static let channels = Parameter<Int>(
    "channels", "Channels, the filters of the layer before", unit: "channels", .integers(2...10_000))
  /// Filters that take them.
  public static let filters = Parameter<Int>(
    "filters", "Filters that take them", unit: "filters", .integers(1...200), standard: 8)

  /// Whose count and sensitivities.
  public static let count = Parameter<FilterCount>("count", "Whose count and sensitivities", standard: .theorem)

  /// S, the sum of the channels' sensitivities.
  public static let sensitivity = Quantity("sensitivity", "S, the sum of the channels' sensitivities")
  /// m (draws).
  public static let draws = Quantity("draws", "m", unit: "draws", kind: .count)
  /// Largest relative error of a part of a sum.
  public static let error = Quantity("error", "Largest relative error of a part of a sum")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [layer, channels, filters, samples, delta, count, epsilon, cut]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [sensitivity, draws, drawsRatio, keptFraction, error, failed]

  /// The experiment, which has no settings.
  public init() {}

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "filters"))
    let layer = Self.layer(cell, &stream)
    let images = Self.images(cell, layer, &stream).transposed
    let fresh = try layer.patches(of: Array(images.column(images.columns - 1)))
    let seen = try layer.patches(of: images.selectingColumns(0..<images.columns - 1).elements)
    let count = cell[Self.count]
    guard let channels = ChannelSensitivities(layer, patches: seen, share: count.share) else {
      return TrialOutcome(success: nil, [])
    }
    let total = channels.distribution.total
    let real = count.draws(
      total: total, epsilon: cell[Self.epsilon], logarithm: count.logarithm(of: layer, delta: cell[Self.delta]))
    let draws = max(1, Int((real / cell[Self.cut]).rounded(.up)))
    let factors = channels.spread(channels.distribution.sampledFactors(draws: draws, from: &stream))
    let pruned = layer.scalingChannels(factors).layer.weights
    let error = largestPartError(of: pruned, for: layer.layer.weights, inputs: fresh)
    return TrialOutcome(
      success: error <= cell[Self.epsilon],
      [
        Measurement(Self.sensitivity, total), Measurement(Self.draws, draws),
        Measurement(Self.drawsRatio, Double(draws) / Double(layer.channels)),
        Measurement(Self.keptFraction, Double(factors.count { $0 != 0 }) / Double(layer.channels)),
        Measurement(Self.error, error), Measurement(Self.failed, error > cell[Self.epsilon]),
      ])
  }

  private static func layer(_ cell: Cell, _ stream: inout RandomStream) -> FilterLayer {
    let (channels, filters) = (cell[Self.channels], cell[Self.filters])
    switch cell[Self.layer] {
    case .dense: return FilterLayer(Layer(weights: stream.normalWeights(channels, filters)))
    case .convolution:
      return FilterLayer(
        geometry: .init(channels: channels, height: 6, width: 6, kernelHeight: 3, kernelWidth: 3),
        layer: Layer(weights: stream.normalWeights(9 * channels, filters)))
    case .grouped:
      var weights = Matrix(rows: channels, columns: filters)
      for channel in 0..<channels {
        let group = channel % (2 * filters)
        weights[channel, group % filters] = group < filters ? 1 : -1
      }
      return FilterLayer(Layer(weights: weights))
    }
  }

  /// |S| samples and a fresh one, one a row.
  private static func images(_ cell: Cell, _ layer: FilterLayer, _ stream: inout RandomStream) -> Matrix {
    let (samples, geometry) = (cell[samples], layer.geometry)
    let entries = geometry.channels * geometry.height * geometry.width
    guard cell[Self.layer] == .grouped else {
      return ActivationLaw.relu.draw(samples + 1, inputs: entries, from: &stream)
    }
    var images = Matrix(
      rows: samples + 1, columns: entries, elements: Array(repeating: 1, count: entries * (samples + 1)))
    for channel in 0..<entries where channel / (2 * layer.filters) % 3 > 0 { images[samples, channel] = 0 }
    return images
  }

  /// Entries of a sample's patches: 16 of 9 pixels a channel where the layer is convolutional.
  private func entries(of cell: Cell) -> Double {
    (cell[Self.layer] == .convolution ? 9 * 16 : 1) * Double(cell[Self.channels])
  }

  /// Products of weights and inputs.
  public func cost(of cell: Cell) -> Double { entries(of: cell) * Double(cell[Self.filters] * cell[Self.samples]) }

  /// The patches and the images they are of; the shares of one filter.
  public func memory(of cell: Cell) -> Double { 32 * entries(of: cell) * Double(cell[Self.samples] + 1) }
}

extension FilterCount: ParameterValue {}
