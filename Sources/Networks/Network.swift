// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A feed-forward ReLU network: Y^{(ℓ)} = ReLU(W_ℓᵀ Y^{(ℓ−1)} + b_ℓ), Y^{(0)} = X; the last layer may be linear.
///
/// Matrices of data hold one row per sample: the transposes of the papers' X and Y.
public struct Network: Hashable, Sendable {
  /// What the last layer does with Wᵀx + b.
  public enum Output: String, Hashable, Sendable, CaseIterable {
    case relu
    /// The identity, as before a soft-max.
    case linear
  }

  public private(set) var layers: [Layer]
  public let output: Output

  /// - Precondition: at least one layer, and each takes as many inputs as the one before has neurons.
  public init(layers: [Layer], output: Output) {
    precondition(!layers.isEmpty, "a network has at least one layer")
    precondition(zip(layers, layers.dropFirst()).allSatisfy { $0.neurons == $1.inputs }, "layers must fit together")
    self.layers = layers
    self.output = output
  }

  /// L, the number of layers.
  public var depth: Int { layers.count }
  /// Inputs of the network.
  public var inputs: Int { layers[0].inputs }
  /// Non-zero weights and biases of all layers.
  public var nonzeros: Int { layers.reduce(0) { $0 + $1.nonzeros } }

  /// Whether layer `index` (from 0) is followed by a ReLU.
  public func isRectified(_ index: Int) -> Bool { output == .relu || index < depth - 1 }

  /// What layer `index` (from 0) makes of `inputs` (P×N), P×M.
  public func response(ofLayer index: Int, to inputs: Matrix) -> Matrix {
    let activities = layers[index].activities(of: inputs)
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
