// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks
import RandomStreams

/// A random network with samples, named by its parameters.
struct RandomNetwork: Sendable, CustomStringConvertible {
  /// N, M_1, …, M_L.
  var widths: [Int]
  var samples: Int
  var output = Network.Output.linear
  var bias = true
  /// The share of weights that are not 0.
  var density = 1.0
  var seed: UInt64

  var description: String {
    "\(widths) P=\(samples) \(output)\(bias ? " with bias" : "") density \(density) seed \(seed)"
  }

  private func stream(_ purpose: String) -> RandomStream {
    RandomStream(StreamKey(seed: seed, content: description, trial: 0, purpose: purpose))
  }

  var network: Network {
    var stream = stream("weights")
    let layers = (1..<widths.count).map { l in
      Layer(
        weights: Matrix(rows: widths[l - 1], columns: widths[l]) { buffer in
          for i in buffer.indices { buffer[i] = stream.uniform() < density ? stream.normal() : 0 }
        }, bias: bias ? (0..<widths[l]).map { _ in stream.normal() } : nil)
    }
    return Network(layers: layers, output: output)
  }

  /// P×N.
  var inputs: Matrix {
    var stream = stream("inputs")
    return Matrix(rows: samples, columns: widths[0]) { stream.fillNormal($0) }
  }
}

/// What a network makes of samples, sum by sum: the second way beside `Network.responses`.
struct PlainSignals {
  /// Activities before the ReLU and responses behind it, [layer][sample][neuron].
  private(set) var activities: [[[Double]]] = []
  private(set) var responses: [[[Double]]] = []

  init(_ network: Network, _ inputs: Matrix) {
    var signals = (0..<inputs.rows).map { inputs.row($0) }
    for (index, layer) in network.layers.enumerated() {
      activities.append(signals.map { plainActivities(layer, $0) })
      let isLinear = network.output == .linear && index == network.layers.count - 1
      signals = activities[index].map { $0.map { isLinear ? $0 : max($0, 0) } }
      responses.append(signals)
    }
  }
}

func plainActivities(_ layer: Layer, _ signal: [Double]) -> [Double] {
  (0..<layer.neurons).map { m in
    signal.indices.reduce(layer.bias?[m] ?? 0) { $0 + signal[$1] * layer.weights[$1, m] }
  }
}

func distance(_ a: [[Double]], _ b: [[Double]]) -> Double {
  zip(a.joined(), b.joined()).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}

func plainNorm1(_ layer: Layer) -> Double {
  (layer.weights.elements + (layer.bias ?? [])).reduce(0) { $0 + abs($1) }
}
