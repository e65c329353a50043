// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks
import RandomStreams
import TestSupport
import Testing

private func randomLayer(_ inputs: Int, _ neurons: Int, bias: Bool, seed: UInt64) -> Layer {
  var stream = RandomStream(StreamKey(seed: seed, content: "\(inputs)×\(neurons)", trial: 0, purpose: "layer"))
  let weights = Matrix(rows: inputs, columns: neurons) { stream.fillNormal($0) }
  return Layer(weights: weights, bias: bias ? (0..<neurons).map { _ in stream.normal() } : nil)
}

private func randomNetwork(output: Network.Output, bias: Bool) -> Network {
  let widths = [5, 7, 4, 3]
  return Network(
    layers: (1..<widths.count).map { randomLayer(widths[$0 - 1], widths[$0], bias: bias, seed: UInt64($0)) },
    output: output)
}

private let samples = randomLayer(11, 5, bias: false, seed: 9).weights

@Test(arguments: [true, false], Network.Output.allCases)
func responsesFollowTheirDefinition(bias: Bool, output: Network.Output) {
  let network = randomNetwork(output: output, bias: bias)
  let responses = network.responses(to: samples)
  for p in 0..<samples.rows {
    var signal = samples.row(p)
    for (index, layer) in network.layers.enumerated() {
      signal = (0..<layer.neurons).map { m in
        let sum = (0..<layer.inputs).reduce(layer.bias?[m] ?? 0) { $0 + signal[$1] * layer.weights[$1, m] }
        return index < 2 || output == .relu ? max(sum, 0) : sum
      }
      for m in 0..<layer.neurons { expectClose(responses[index][p, m], signal[m], absolute: 1e-12, "layer \(index)") }
    }
  }
}

@Test(arguments: [true, false])
func extendedWeightsReadBackAsTheLayer(bias: Bool) {
  let layer = randomLayer(4, 3, bias: bias, seed: 3)
  #expect(Layer(extended: layer.extended, hasBias: bias) == layer)
  #expect(layer.nonzeros == (bias ? 15 : 12))
}

@Test(arguments: [true, false], Network.Output.allCases)
func normalisingScalesTheResponsesAndNothingElse(bias: Bool, output: Network.Output) {
  let network = randomNetwork(output: output, bias: bias)
  let (normalised, scales) = network.linkNormalised
  let (before, after) = (network.responses(to: samples), normalised.responses(to: samples))
  for index in network.layers.indices {
    expectClose(normalised.layers[index].norm1, 1, absolute: 1e-14)
    for (scaled, original) in zip(after[index].elements, before[index].elements) {
      expectClose(scaled, scales[index] * original, absolute: 1e-14, relative: 1e-13)
    }
  }
}
