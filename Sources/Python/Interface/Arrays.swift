// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArrayFiles
import NetTrim
import Networks

/// An array of C as the suite has it; its numbers are copied once, into the memory that the solvers work on.
///
/// - Throws: `UnfitArray` unless it has one or two dimensions.
func array(
  _ name: String, _ start: UnsafePointer<Double>?, _ shape: UnsafePointer<Int>, _ dimensions: Int
) throws(UnfitArray) -> NumericArray {
  let shape = Array(UnsafeBufferPointer(start: shape, count: dimensions))
  guard (1...2).contains(dimensions) else {
    throw UnfitArray(path: name, reason: "\(name) is \(ArrayFileError.Problem.dimensions(shape: shape))")
  }
  return NumericArray(shape: shape, elements: numbers(start, shape.reduce(1, *)))
}

/// The network of `depth` layers, as a file with the same tensors would be read.
///
/// - Throws: `NetworkFileError` naming the tensor.
func network(
  _ depth: Int, _ shapes: UnsafePointer<Int>, _ weights: UnsafePointer<UnsafePointer<Double>?>,
  _ biases: UnsafePointer<UnsafePointer<Double>?>, _ biasLengths: UnsafePointer<Int>, output: Network.Output
) throws(NetworkFileError) -> Network {
  var tensors: [Tensor] = []
  for index in 0..<depth {
    let (inputs, neurons) = (shapes[2 * index], shapes[2 * index + 1])
    tensors.append(
      Tensor(
        name: "layers.\(index).weight", type: .float64, shape: [neurons, inputs],
        elements: numbers(weights[index], inputs * neurons)))
    guard let bias = biases[index] else { continue }
    tensors.append(
      Tensor(
        name: "layers.\(index).bias", type: .float64, shape: [biasLengths[index]],
        elements: numbers(bias, biasLengths[index])))
  }
  return try NetworkFile(TensorFile(tensors: tensors), output: output).network
}

private func numbers(_ start: UnsafePointer<Double>?, _ count: Int) -> [Double] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

extension UnsafeMutablePointer<Double> {
  /// Writes all of `numbers` from here on.
  func write(_ numbers: [Double]) {
    numbers.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { update(from: start, count: source.count) }
    }
  }
}
