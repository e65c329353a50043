// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
package import Networks
package import RandomStreams

/// The loss of a network on a batch, and its gradient: buffers for batches of one size, used again for every step.
///
/// With S⁽⁰⁾ = X and S⁽ˡ⁾ = ReLU(S⁽ˡ⁻¹⁾W_l + b_l) after dropout (one row a sample), and D⁽ˡ⁾ the derivative of the loss by the activities
/// of layer l: ∂W_l = S⁽ˡ⁻¹⁾ᵀD⁽ˡ⁾, ∂b_l = D⁽ˡ⁾ᵀ1, D⁽ˡ⁻¹⁾ = D⁽ˡ⁾W_lᵀ where S⁽ˡ⁻¹⁾ > 0, times dropout's 1/(1−r).
package struct BackPropagation: Sendable {
  /// B.
  package let samples: Int
  /// The gradient after `loss`: a layer's derivatives, shaped as the layer.
  package private(set) var gradient: [Layer]
  /// What goes into each layer, B×N_l; the network's outputs last.
  private var signals: [Matrix]
  /// The derivative of the loss by the activities of each layer, B×M_l.
  private var derivatives: [Matrix]

  package init(_ network: Network, samples: Int) {
    self.samples = samples
    gradient = network.layers
    derivatives = network.layers.map { Matrix(rows: samples, columns: $0.neurons) }
    signals = [Matrix(rows: samples, columns: network.inputs)] + derivatives
  }

  /// The mean loss over the samples `batch` of `data`, penalties aside; leaves its gradient, that of the ℓ₂ penalty
  /// included, in ``gradient``.
  ///
  /// - Parameters:
  ///   - rates: of dropout, for the inputs of each layer.
  ///   - stream: draws what is dropped; not touched by rates of 0.
  /// - Complexity: 6·B·(number of weights) flops.
  package mutating func loss(
    of layers: [Layer], output: Network.Output, on data: DataSet, batch: ArraySlice<Int>, rates: [Double],
    l2: Double, stream: inout RandomStream
  ) -> Double {
    precondition(batch.count == samples, "\(batch.count) samples in buffers for \(samples)")
    signals[0].gatherRows(batch, of: data.inputs)
    for (index, layer) in layers.enumerated() {
      signals[index].drop(rate: rates[index], &stream)
      signals[index + 1].setProduct(signals[index], layer.weights)
      signals[index + 1].add(bias: layer.bias, rectifying: index < layers.count - 1 || output == .relu)
    }
    let loss = data.targets.loss(of: signals[layers.count], samples: batch, into: &derivatives[layers.count - 1])
    if output == .relu { derivatives[layers.count - 1].keep(where: signals[layers.count], scale: 1) }
    propagateBack(layers, rates, l2: l2)
    return loss
  }

  private mutating func propagateBack(_ layers: [Layer], _ rates: [Double], l2: Double) {
    for (index, layer) in layers.enumerated().reversed() {
      gradient[index].weights.setProduct(transposed: signals[index], derivatives[index])
      if l2 > 0 { gradient[index].weights.elements.add(layer.weights.elements, scale: l2) }
      if layer.bias != nil { derivatives[index].sumColumns(into: &gradient[index].bias!) }
      guard index > 0 else { return }
      derivatives[index - 1].setProduct(derivatives[index], transposed: layer.weights)
      derivatives[index - 1].keep(where: signals[index], scale: 1 / (1 - rates[index]))
    }
  }

  /// Sets the gradient to zero where `pattern` holds the weights at zero.
  package mutating func restrictGradient(to pattern: SparsityPattern) { pattern.restrict(&gradient) }
}

extension Matrix {
  fileprivate mutating func gatherRows(_ indices: ArraySlice<Int>, of source: Matrix) {
    for j in 0..<columns { for (i, sample) in indices.enumerated() { self[i, j] = source[sample, j] } }
  }

  /// Inverted dropout.
  fileprivate mutating func drop(rate: Double, _ stream: inout RandomStream) {
    guard rate > 0 else { return }
    let kept = 1 / (1 - rate)
    for i in elements.indices { elements[i] = stream.uniform() < rate ? 0 : kept * elements[i] }
  }

  /// Adds `bias` to every row, then takes max(·, 0) if `rectifying`.
  fileprivate mutating func add(bias: [Double]?, rectifying: Bool) {
    let floor = rectifying ? 0 : -Double.infinity
    let rows = rows
    elements.withUnsafeMutableBufferPointer { entries in
      for j in 0..<entries.count / rows {
        let shift = bias?[j] ?? 0
        for i in j * rows..<(j + 1) * rows { entries[i] = max(entries[i] + shift, floor) }
      }
    }
  }

  /// Multiplies by `scale` where `signal` > 0 and by 0 elsewhere.
  fileprivate mutating func keep(where signal: Matrix, scale: Double) {
    elements.withUnsafeMutableBufferPointer { entries in
      signal.elements.withUnsafeBufferPointer { signal in
        for i in entries.indices { entries[i] = signal[i] > 0 ? scale * entries[i] : 0 }
      }
    }
  }

  fileprivate func sumColumns(into sums: inout [Double]) {
    elements.withUnsafeBufferPointer { entries in
      for j in 0..<columns {
        var sum = 0.0
        for i in j * rows..<(j + 1) * rows { sum += entries[i] }
        sums[j] = sum
      }
    }
  }
}
