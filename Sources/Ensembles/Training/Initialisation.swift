// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks
import RandomStreams

/// The law of the weights before training, for a layer of N inputs and M neurons; biases begin at 0.
public enum Initialisation: String, Hashable, Sendable, CaseIterable {
  /// N(0, 2/N): keeps the mean square of ReLU outputs (He, Zhang, Ren, Sun, ICCV 2015).
  case he
  /// N(0, 2/(N + M)) (Glorot and Bengio, AISTATS 2010).
  case glorot

  func deviation(inputs: Int, neurons: Int) -> Double {
    switch self {
    case .he: (2 / Double(inputs)).squareRoot()
    case .glorot: (2 / Double(inputs + neurons)).squareRoot()
    }
  }
}

extension Network {
  /// An untrained network with biases.
  ///
  /// - `widths`: the inputs and the neurons of each layer, e.g. [2, 200, 200, 2].
  /// - `seed`, `trial`: key the stream of the weights together with widths and initialisation.
  public init(
    untrained widths: [Int], output: Output = .linear, initialisation: Initialisation = .he, seed: UInt64, trial: Int
  ) {
    precondition(widths.count > 1 && widths.allSatisfy { $0 > 0 }, "widths \(widths)")
    let content = "\(widths.map(String.init).joined(separator: "·")), \(initialisation.rawValue)"
    var stream = RandomStream(
      StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: "initial weights"))
    let layers = zip(widths, widths.dropFirst()).map { inputs, neurons in
      let deviation = initialisation.deviation(inputs: inputs, neurons: neurons)
      let weights = Matrix(rows: inputs, columns: neurons) { buffer in
        stream.fillNormal(buffer)
        for i in buffer.indices { buffer[i] *= deviation }
      }
      return Layer(weights: weights, bias: Array(repeating: 0, count: neurons))
    }
    self.init(layers: layers, output: output)
  }
}
