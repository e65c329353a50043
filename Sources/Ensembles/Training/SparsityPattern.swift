// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks

/// Which weights and biases of a network may differ from zero: what retraining after pruning keeps.
public struct SparsityPattern: Hashable, Sendable {
  /// 1 where a weight or bias is free, 0 where it is held at zero; shaped as the network's layers.
  private let factors: [Layer]

  /// The pattern of the non-zero weights and biases of `network`.
  public init(of network: Network) {
    func free(_ value: Double) -> Double { value == 0 ? 0 : 1 }
    factors = network.layers.map { layer in
      let weights = layer.weights
      return Layer(
        weights: Matrix(rows: weights.rows, columns: weights.columns, elements: weights.elements.map(free)),
        bias: layer.bias.map { $0.map(free) })
    }
  }

  /// Puts zeros where the pattern has them.
  ///
  /// - Complexity: O(number of weights), without allocation.
  package func restrict(_ layers: inout [Layer]) {
    for (index, factor) in factors.enumerated() {
      multiply(&layers[index].weights.elements, by: factor.weights.elements)
      guard let bias = factor.bias, layers[index].bias != nil else { continue }
      multiply(&layers[index].bias!, by: bias)
    }
  }
}

private func multiply(_ values: inout [Double], by factors: [Double]) {
  precondition(values.count == factors.count, "a pattern of another shape")
  values.withUnsafeMutableBufferPointer { values in
    factors.withUnsafeBufferPointer { factors in
      for i in values.indices { values[i] *= factors[i] }
    }
  }
}
