// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks

extension Network {
  /// The same function without the connections of dead hidden neurons: those with no input or no output weight.
  ///
  /// A neuron without inputs answers ReLU(b) to everything: the next layer's biases take over w·ReLU(b). A layer without biases
  /// cannot, so such a neuron stays unless ReLU(b) = 0. Shapes stay: the connections become zeros.
  ///
  /// A network with convolutions stays as it is: padding hides ReLU(b) from some patches and not from others.
  ///
  /// - Complexity: O(L·number of weights).
  public func disconnectingDeadNeurons() -> Network {
    guard readings == nil else { return self }
    var (network, before) = (self, -1)
    // A neuron's removal may leave others without inputs or outputs.
    while network.nonzeros != before {
      before = network.nonzeros
      for index in network.layers.indices.dropLast() {
        for neuron in 0..<network.layers[index].neurons { network.disconnectIfDead(neuron, of: index) }
      }
    }
    return network
  }

  private mutating func disconnectIfDead(_ neuron: Int, of index: Int) {
    var (layer, next) = (layers[index], layers[index + 1])
    let hasInputs = layer.weights.column(neuron).contains { $0 != 0 }
    let hasOutputs = next.weights.row(neuron).contains { $0 != 0 }
    guard !hasInputs || !hasOutputs else { return }
    let response = max(layer.bias?[neuron] ?? 0, 0)
    if !hasInputs && hasOutputs && response > 0 {
      guard next.bias != nil else { return }
      for m in 0..<next.neurons { next.bias![m] += next.weights[neuron, m] * response }
    }
    for n in 0..<layer.inputs { layer.weights[n, neuron] = 0 }
    layer.bias?[neuron] = 0
    for m in 0..<next.neurons { next.weights[neuron, m] = 0 }
    self = replacing(index, by: layer).replacing(index + 1, by: next)
  }
}
