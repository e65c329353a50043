// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A feed-forward ReLU network: Y^{(ℓ)} = ReLU(W_ℓᵀ Y^{(ℓ−1)} + b_ℓ), Y^{(0)} = X; the last layer may be linear.
///
/// Matrices of data hold one row per sample: the transposes of the papers' X and Y. A network with convolutions has a ``Reading`` of every
/// layer: the samples of such a layer are the patches of its images, and its responses have a row for each of them.
public struct Network: Hashable, Sendable {
  /// What the last layer does with Wᵀx + b.
  public enum Output: String, Hashable, Sendable, CaseIterable {
    case relu
    /// The identity, as before a soft-max.
    case linear
  }

  /// From the first to the last.
  public private(set) var layers: [Layer]
  /// Of every layer, from what the one before responds with; nil where all take it as it is.
  public let readings: [Reading]?
  /// What the last layer puts out.
  public let output: Output

  /// - Precondition: at least one layer, and each takes as many inputs as the one before has neurons.
  public init(layers: [Layer], output: Output) {
    precondition(!layers.isEmpty, "a network has at least one layer")
    precondition(zip(layers, layers.dropFirst()).allSatisfy { $0.neurons == $1.inputs }, "layers must fit together")
    (self.layers, self.output, readings) = (layers, output, nil)
  }

  /// A network whose layers are convolutions, or fully connected behind some.
  ///
  /// - Precondition: a reading for each layer with as many inputs, that takes as many patches of as many channels as the one before gives.
  public init(layers: [Layer], readings: [Reading], output: Output) {
    precondition(!layers.isEmpty && layers.count == readings.count, "a reading for every layer")
    precondition(zip(layers, readings).allSatisfy { $0.inputs == $1.inputs }, "readings must fit their layers")
    precondition(
      zip(zip(layers, readings), readings.dropFirst()).allSatisfy { before, next in
        before.0.neurons == next.incoming.channels && before.1.patches == next.incoming.pixels
      }, "layers must fit together")
    (self.layers, self.output, self.readings) = (layers, output, readings)
  }

  /// L, the number of layers.
  public var depth: Int { layers.count }
  /// Inputs of the network.
  public var inputs: Int { readings.map { $0[0].incoming.channels * $0[0].incoming.pixels } ?? layers[0].inputs }
  /// Non-zero weights and biases of all layers.
  public var nonzeros: Int { layers.reduce(0) { $0 + $1.nonzeros } }

  /// Whether layer `index` (from 0) is followed by a ReLU.
  public func isRectified(_ index: Int) -> Bool { output == .relu || index < depth - 1 }

  /// The samples of layer `index` (from 0), where `signal` is what the layer before responds with, or the network's inputs.
  public func samples(ofLayer index: Int, from signal: Matrix) -> Matrix {
    guard let reading = readings?[index] else { return signal }
    return reading.patches(of: index == 0 ? reading.byPixel(signal) : signal)
  }

  /// By how much a discrepancy before layer `index` can grow in its samples; 1 without a reading.
  public func growth(beforeLayer index: Int) -> Double { readings?[index].growth ?? 1 }

  /// What layer `index` (from 0) makes of `inputs` (P×N), P×M.
  public func response(ofLayer index: Int, to inputs: Matrix) -> Matrix {
    let activities = layers[index].activities(of: samples(ofLayer: index, from: inputs))
    return isRectified(index) ? activities.rectified : activities
  }

  /// Y^{(1)}ᵀ, …, Y^{(L)}ᵀ for the samples in the rows of `inputs` (P×N).
  ///
  /// - Complexity: 2·P·(number of weights) flops.
  public func responses(to inputs: Matrix) -> [Matrix] {
    var responses: [Matrix] = []
    for index in layers.indices { responses.append(response(ofLayer: index, to: responses.last ?? inputs)) }
    return responses
  }

  /// The same network with other layers of the same shapes.
  public func replacingLayers(by layers: [Layer]) -> Network {
    layers.indices.reduce(self) { $0.replacing($1, by: layers[$1]) }
  }

  /// The same network with another layer of the same shape.
  public func replacing(_ index: Int, by layer: Layer) -> Network {
    precondition(
      layer.inputs == layers[index].inputs && layer.neurons == layers[index].neurons, "a layer of another shape")
    var copy = self
    copy.layers[index] = layer
    return copy
  }
}

extension Matrix {
  /// max(·, 0) of every entry.
  public var rectified: Matrix { Matrix(rows: rows, columns: columns, elements: elements.map { max($0, 0) }) }
}
