// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import TestSupport
import Testing

func stream(_ purpose: String) -> RandomStream {
  RandomStream(StreamKey(seed: 11, content: "training tests", trial: 0, purpose: purpose))
}

func normalMatrix(_ rows: Int, _ columns: Int, _ purpose: String) -> Matrix {
  var stream = stream(purpose)
  return Matrix(rows: rows, columns: columns) { stream.fillNormal($0) }
}

/// One way in which a gradient is formed.
struct GradientCase: CustomStringConvertible, Sendable {
  var classes: Bool
  var output: Network.Output
  var bias: Bool
  var rates: [Double]
  var l2: Double
  var masked: Bool

  var description: String {
    "\(classes ? "classes" : "values"), \(output), bias \(bias), dropout \(rates), l2 \(l2), masked \(masked)"
  }

  /// Both losses (values with both outputs), each with and without biases, dropout, ℓ₂ penalty and mask.
  static let all: [GradientCase] = [(true, Network.Output.linear), (false, .linear), (false, .relu)].flatMap { loss in
    [false, true].flatMap { bias in
      [[0.0, 0, 0], [0.2, 0.4, 0.5]].flatMap { rates in
        [0.0, 0.3].flatMap { l2 in
          [false, true].map {
            GradientCase(classes: loss.0, output: loss.1, bias: bias, rates: rates, l2: l2, masked: $0)
          }
        }
      }
    }
  }

  var network: Network {
    let widths = [4, 6, 5, 3]
    let layers = (1...3).map { l in
      var weights = normalMatrix(widths[l - 1], widths[l], "weights \(l)")
      if masked { for i in stride(from: l, to: weights.elements.count, by: 3) { weights.elements[i] = 0 } }
      var values = normalMatrix(widths[l], 1, "bias \(l)").elements
      if masked { values[1] = 0 }
      return Layer(weights: weights, bias: bias ? values : nil)
    }
    return Network(layers: layers, output: output)
  }

  var data: DataSet {
    let labels = (0..<9).map { $0 * $0 % 3 }
    return DataSet(
      inputs: normalMatrix(9, 4, "samples"),
      targets: classes ? .classes(labels, count: 3) : .values(normalMatrix(9, 3, "values")))
  }

  /// The samples of the batch, not in order and not all.
  var batch: [Int] { [7, 2, 0, 5, 8, 3] }
}

/// Central differences of loss + (λ₂/2)‖W‖² with the same neurons dropped, against back-propagation. With an
/// objective F up to 50 the error of a difference with h = 1e-5 is about 1e-16·F/h + h² = 6e-10, unless a ReLU's corner lies within h,
/// which the fixed seed rules out.
@Test(arguments: GradientCase.all)
func gradientsAreThoseOfFiniteDifferences(check: GradientCase) {
  let network = check.network
  func evaluate(_ layers: [Layer]) -> (objective: Double, gradient: [Layer]) {
    var pass = BackPropagation(network, samples: check.batch.count)
    var dropped = stream("dropout")
    let loss = pass.loss(
      of: layers, output: check.output, on: check.data, batch: check.batch[...], rates: check.rates, l2: check.l2,
      stream: &dropped)
    if check.masked { pass.restrictGradient(to: SparsityPattern(of: network)) }
    let squares = layers.reduce(0) { $0 + $1.weights.elements.dot($1.weights.elements) }
    return (loss + check.l2 / 2 * squares, pass.gradient)
  }
  let step = 1e-5
  let gradient = evaluate(network.layers).gradient
  var active = 0
  for (index, layer) in network.layers.enumerated() {
    for entry in layer.extended.elements.indices {
      func objective(_ shift: Double) -> Double {
        var layers = network.layers
        var extended = layer.extended
        extended.elements[entry] += shift
        layers[index] = Layer(extended: extended, hasBias: check.bias)
        return evaluate(layers).objective
      }
      let held = check.masked && layer.extended.elements[entry] == 0
      let expected = held ? 0 : (objective(step) - objective(-step)) / (2 * step)
      let found = gradient[index].extended.elements[entry]
      active += found == 0 ? 0 : 1
      expectClose(found, expected, absolute: 2e-9, relative: 1e-8, "layer \(index), entry \(entry)")
    }
  }
  #expect(active > 20, "\(active) entries of the gradient are not zero")
}

/// The loss without dropout is the textbook's.
@Test(arguments: GradientCase.all.filter { $0.rates[1] == 0 && $0.l2 == 0 && !$0.masked })
func lossesFollowTheirDefinition(check: GradientCase) {
  let outputs = check.network.responses(to: check.data.inputs)[2]
  let expected: Double
  switch check.data.targets {
  case .classes(let classes, _):
    expected = (0..<9).reduce(0) { sum, p in
      let exponentials = outputs.row(p).map { exp($0) }
      return sum - log(exponentials[classes[p]] / exponentials.reduce(0, +)) / 9
    }
  case .values(let values):
    let error = outputs.elements - values.elements
    expected = error.dot(error) / 18
  }
  expectClose(check.network.loss(on: check.data), expected, relative: 1e-13)
}

/// Soft-max of outputs far from 0 neither overflows nor loses its derivative.
@Test func crossEntropyOfLargeOutputsIsFinite() {
  let targets = DataSet.Targets.classes([0, 1], count: 2)
  let outputs = Matrix(rows: 2, columns: 2, elements: [2000, 2000, -2000, -2000])
  var derivative = Matrix(rows: 2, columns: 2)
  expectClose(targets.loss(of: outputs, samples: [0, 1], into: &derivative), 2000, relative: 1e-15)
  #expect(derivative.elements == [0, 0.5, 0, -0.5])
}

/// Dropping with rate r keeps the mean of a signal: the mean of 200 × 250 kept ones is 1 within 5.3 standard errors
/// √(r/(1−r)/50,000) (false alarm 1e-7), and the gradient by the weights is the mean signal.
@Test func invertedDropoutKeepsTheMean() {
  let (rate, samples, inputs) = (0.3, 200, 250)
  let network = Network(layers: [Layer(weights: Matrix(rows: inputs, columns: 1))], output: .linear)
  let ones = Matrix(rows: samples, columns: inputs, elements: Array(repeating: 1, count: samples * inputs))
  let targets = Matrix(rows: samples, columns: 1, elements: Array(repeating: -1, count: samples))
  var pass = BackPropagation(network, samples: samples)
  var dropped = stream("mean")
  let loss = pass.loss(
    of: network.layers, output: .linear, on: DataSet(inputs: ones, targets: .values(targets)),
    batch: Array(0..<samples)[...], rates: [rate], l2: 0, stream: &dropped)
  expectClose(loss, 0.5, relative: 1e-13)
  let mean = pass.gradient[0].weights.elements.reduce(0, +) / Double(inputs)
  let error = (rate / (1 - rate) / Double(samples * inputs)).squareRoot()
  expectClose(mean, 1, absolute: 5.3 * error)
  #expect(abs(mean - 1) > 1e-6)
}
