// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import RecoveryTheory

/// The law of one layer of a network that would be pruned; a bias is one more weight of each neuron.
struct LayerPrediction {
  private let index: Int
  private let layer: Networks.Layer
  private let isLinear: Bool
  private let samples: Int
  private let relativeEpsilon: Double
  private let excess: Double?

  /// Draws of the noise a neuron's law is averaged over.
  private static let drawCount = 3

  init(_ network: Network, _ index: Int, samples: Int, _ relativeEpsilon: Double, excess: Double? = nil) {
    (self.index, layer, isLinear) = (index, network.layers[index], !network.isRectified(index))
    (self.samples, self.relativeEpsilon, self.excess) = (samples, relativeEpsilon, excess)
  }

  private var columns: [[Double]] { (0..<layer.neurons).map { Array(layer.extended.column($0)) } }

  /// For standard Gaussian inputs.
  func predicted() throws(PrunedLawError) -> NetworkPrediction.Layer {
    let law = try PrunedLayerLaw(
      weights: columns, samples: samples, goal: .relativeEpsilon(relativeEpsilon), isLinear: isLinear)
    var needed: Int?
    if let excess {
      needed = try PrunedLayerLaw.samples(
        weights: columns, relativeEpsilon: relativeEpsilon, excess: excess, isLinear: isLinear)
    }
    return NetworkPrediction.Layer(
      layer: index, dimension: layer.extended.rows, neurons: layer.neurons, linear: isLinear,
      constantNeurons: law.neurons.count { $0.norm == 0 }, kept: law.kept, keptFraction: law.keptFraction,
      norm1Ratio: law.norm1Ratio, freshError: law.freshError, samplesForExcess: needed)
  }

  /// For Gaussian inputs with the moments of the rows of `inputs`.
  func predicted(inputs: Matrix) throws(PrunedLawError) -> NetworkPrediction.Layer {
    let moments = GaussianInputs(samples: layer.extending(inputs))
    let law = try self.law(moments, samples: samples, draws: Self.drawCount)
    var needed: Int?
    if let excess { needed = try samples(for: excess, moments) }
    return NetworkPrediction.Layer(
      layer: index, dimension: layer.extended.rows, neurons: layer.neurons, linear: isLinear,
      constantNeurons: law.constantNeurons, kept: law.kept,
      keptFraction: law.kept / Double(layer.extended.elements.count), norm1Ratio: law.norm1Ratio,
      freshError: law.freshError, samplesForExcess: needed)
  }

  private func law(
    _ moments: GaussianInputs, samples: Int, draws: Int
  ) throws(PrunedLawError) -> CorrelatedPrunedLayerLaw {
    try CorrelatedPrunedLayerLaw(
      weights: columns, samples: samples, relativeEpsilon: relativeEpsilon, inputs: moments,
      draws: (0..<draws).map(noise), isLinear: isLinear, workers: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The samples for a fresh error of (1 + c)·R by one draw of the noise, to a per cent: by doubling, then bisection in ln P.
  private func samples(for excess: Double, _ moments: GaussianInputs) throws(PrunedLawError) -> Int {
    func suffices(_ samples: Double) throws(PrunedLawError) -> Bool {
      let law = try self.law(moments, samples: Int(samples.rounded(.up)), draws: 1)
      return law.freshError <= (1 + excess) * relativeEpsilon
    }
    var (low, high) = (0.0, Double(layer.extended.rows))
    while try !suffices(high) {
      guard high < Double(PrunedLayerLaw.mostSamples) else { throw .tooManySamples(limit: PrunedLayerLaw.mostSamples) }
      (low, high) = (high, 2 * high)
    }
    while high > 1.01 * low, high - low > 1 {
      let middle = low == 0 ? high / 2 : (low * high).squareRoot()
      if try suffices(middle) { high = middle } else { low = middle }
    }
    return Int(high.rounded(.up))
  }

  private func noise(_ number: Int) -> [Double] {
    var stream = RandomStream(StreamKey(seed: 1, content: "pruned layer", trial: UInt32(number), purpose: "noise"))
    return (0..<layer.extended.rows).map { _ in stream.normal() }
  }
}
