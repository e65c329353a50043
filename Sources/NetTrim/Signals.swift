// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks

/// What a network makes of some samples: the numbers that a scheme preserves.
struct Signals: Sendable {
  let network: Network
  /// Y^{(0)} = X, P×N.
  let inputs: Matrix
  /// Y^{(1)}, …, Y^{(L)}, P×M each.
  let responses: [Matrix]

  /// - Throws: ``SchemeError`` if `inputs` do not fit the network or are not finite, or responses overflow.
  init(_ network: Network, _ inputs: Matrix) throws(SchemeError) {
    guard inputs.columns == network.inputs else {
      throw .inputs(found: inputs.columns, expected: network.inputs, samples: inputs.rows)
    }
    guard inputs.rows > 0 else { throw .noSamples }
    if let i = inputs.elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(input: i / inputs.rows, sample: i % inputs.rows, value: inputs.elements[i])
    }
    responses = network.responses(to: inputs)
    if let index = responses.firstIndex(where: { !$0.elements.allSatisfy(\.isFinite) }) {
      throw .overflow(layer: index)
    }
    (self.network, self.inputs) = (network, inputs)
  }

  /// Y^{(ℓ−1)} for layer `index` = ℓ − 1, as the layer reads it.
  func inputs(ofLayer index: Int) -> Matrix {
    network.samples(ofLayer: index, from: index == 0 ? inputs : responses[index - 1])
  }
}
