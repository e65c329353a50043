// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import MagnitudePruning
import Networks
import RandomStreams
import TestSupport
import Testing

@Suite struct DeadNeuronTests {
  private let inputs: Matrix = {
    var stream = RandomStream(StreamKey(seed: 1, content: "dead neurons", trial: 0, purpose: "inputs"))
    return Matrix(rows: 40, columns: 6) { stream.fillNormal($0) }
  }()

  /// A network pruned so far that neurons die for want of inputs, of outputs, and because their neighbours die.
  private func pruned(trial: Int, hasBias: Bool, output: Network.Output) -> Network {
    let ensemble = NetworkEnsemble(widths: [6, 8, 8, 8, 4], density: 0.2, hasBias: hasBias, output: output)
    let network = ensemble.network(seed: 1, trial: trial)
    return Network(layers: network.layers.map { $0.pruned(.density(0.12)) }, output: output)
  }

  @Test(arguments: [false, true], Network.Output.allCases)
  func theFunctionStays(hasBias: Bool, output: Network.Output) {
    var removed = 0
    for trial in 0..<30 {
      let network = pruned(trial: trial, hasBias: hasBias, output: output)
      let disconnected = network.disconnectingDeadNeurons()
      let expected = network.responses(to: inputs).last!
      for (found, wanted) in zip(disconnected.responses(to: inputs).last!.elements, expected.elements) {
        expectClose(found, wanted, absolute: 1e-12, "trial \(trial)")
      }
      removed += network.nonzeros - disconnected.nonzeros
      #expect(disconnected.nonzeros <= network.nonzeros)
      for index in 0..<3 {
        for m in 0..<8 {
          let hasInputs = disconnected.layers[index].weights.column(m).contains { $0 != 0 }
          let hasOutputs = disconnected.layers[index + 1].weights.row(m).contains { $0 != 0 }
          #expect(hasInputs == hasOutputs, "trial \(trial), layer \(index), neuron \(m)")
          if !hasOutputs, let bias = disconnected.layers[index].bias { #expect(bias[m] == 0) }
        }
      }
    }
    #expect(removed > 100, "\(removed) connections of dead neurons")
  }

  /// A neuron without inputs answers ReLU(3) = 3, which the next bias takes over: 0.5 + 2·3.
  @Test func aConstantMovesIntoTheNextBias() {
    let first = Layer(weights: Matrix(rows: 1, columns: 2, elements: [1, 0]), bias: [0.2, 3])
    let second = Layer(weights: Matrix(rows: 2, columns: 1, elements: [1, 2]), bias: [0.5])
    let network = Network(layers: [first, second], output: .linear).disconnectingDeadNeurons()
    #expect(network.layers[0].bias == [0.2, 0])
    #expect(network.layers[1] == Layer(weights: Matrix(rows: 2, columns: 1, elements: [1, 0]), bias: [6.5]))
    let unbiased = Network(layers: [first, Layer(weights: second.weights)], output: .linear)
    #expect(unbiased.disconnectingDeadNeurons() == unbiased)
  }
}
