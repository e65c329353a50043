// SPDX-License-Identifier: GPL-3.0-or-later
public import ArrayFiles
import LinearAlgebra
public import Networks

/// A network as PyTorch stores the `nn.Linear` modules of a module list named `layers`: `layers.0.weight` (out×in),
/// `layers.0.bias` (optional), `layers.1.weight`, …, in F32 or F64; with an ``Architecture`` also `nn.Conv2d`
/// (filters×channels×rows×columns).
public struct NetworkFile: Hashable, Sendable {
  /// The layers that the tensors say.
  public let network: Network
  /// The tensors, among them those of the layers.
  private let file: TensorFile

  /// Takes the layers from `file`; its other tensors and remarks stay as they are.
  ///
  /// - Throws: ``NetworkFileError`` naming the tensor.
  public init(
    _ file: TensorFile, output: Network.Output, architecture: Architecture? = nil
  ) throws(NetworkFileError) {
    // A file may hold a hundred thousand tensors: each is looked up by its name.
    let tensors = Dictionary(file.tensors.map { ($0.name, $0) }) { first, _ in first }
    let depth = try Self.depth(of: file, tensors)
    self.file = file
    if let architecture {
      network = try Self.network(depth, tensors, output, architecture)
    } else {
      network = try Self.network(depth, tensors, output)
    }
  }

  private static func network(
    _ depth: Int, _ tensors: [String: Tensor], _ output: Network.Output
  ) throws(NetworkFileError) -> Network {
    var layers: [Layer] = []
    for index in 0..<depth {
      let layer = try tensors.layer(index, dimensions: 2)
      if let before = layers.last, before.neurons != layer.inputs {
        throw .inputs(weightName(index), found: layer.inputs, expected: before.neurons)
      }
      layers.append(layer)
    }
    return Network(layers: layers, output: output)
  }

  private static func network(
    _ depth: Int, _ tensors: [String: Tensor], _ output: Network.Output, _ architecture: Architecture
  ) throws(NetworkFileError) -> Network {
    guard depth == architecture.layers.count else {
      throw .layerCount(found: depth, expected: architecture.layers.count)
    }
    var (layers, readings) = ([Layer](), [Reading]())
    for index in 0..<depth {
      let (name, before) = (weightName(index), zip(readings, layers).map { ($0, $1.neurons) }.last)
      let reading = try architecture.reading(index, name, tensors[name]?.shape ?? [], after: before)
      readings.append(reading)
      layers.append(try tensors.layer(index, dimensions: architecture.layers[index].kind == .linear ? 2 : 4))
    }
    return Network(layers: layers, readings: readings, output: output)
  }

  /// The file with the layers of `pruned` in place of its own, in the same types: F32 rounds the weights.
  ///
  /// - Precondition: `pruned` has the same shape.
  public func replacingLayers(by pruned: Network) -> TensorFile {
    var elements: [String: [Double]] = [:]
    for (index, layer) in pruned.layers.enumerated() {
      precondition(layer.inputs == network.layers[index].inputs && layer.neurons == network.layers[index].neurons)
      // Column m of W, the weights of neuron m, is row m of the tensor.
      elements[weightName(index)] = layer.weights.elements
      elements[biasName(index)] = layer.bias
    }
    let tensors = file.tensors.map { tensor in elements[tensor.name].map(tensor.replacing) ?? tensor }
    return TensorFile(tensors: tensors, metadata: file.metadata)
  }

  /// L, from the names; every layer up to the last has weights.
  private static func depth(of file: TensorFile, _ tensors: [String: Tensor]) throws(NetworkFileError) -> Int {
    let indices = file.tensors.compactMap { layerIndex($0.name) }
    guard let last = indices.max() else { throw .noLayers(found: file.tensors.map(\.name)) }
    // Not 0...last, which a large number in a name would make long.
    for index in 0...min(last, indices.count) where tensors[weightName(index)] == nil {
      throw .missing(weightName(index), last: last)
    }
    return last + 1
  }
}

private func weightName(_ index: Int) -> String { "layers.\(index).weight" }
private func biasName(_ index: Int) -> String { "layers.\(index).bias" }

/// The number in the name of a layer's weights or bias; nil for other tensors.
private func layerIndex(_ name: String) -> Int? {
  let parts = name.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 3, let index = Int(parts[1]), [weightName(index), biasName(index)].contains(name) else {
    return nil
  }
  return index >= 0 ? index : nil
}

extension [String: Tensor] {
  /// A filter's weights lie as they are ordered in a `Layer`: (channel, row, column).
  fileprivate func layer(_ index: Int, dimensions: Int) throws(NetworkFileError) -> Layer {
    guard let weight = self[weightName(index)] else { throw .missing(weightName(index), last: index) }
    guard weight.shape.count == dimensions, !weight.shape.contains(0) else {
      throw .weightShape(weight.name, weight.shape)
    }
    let neurons = weight.shape[0]
    let numbers = try self.numbers(of: weight)
    let weights = Matrix(rows: numbers.count / neurons, columns: neurons, elements: numbers)
    guard let bias = self[biasName(index)] else { return Layer(weights: weights) }
    guard bias.shape == [neurons] else { throw .biasShape(bias.name, bias.shape, expected: neurons) }
    return Layer(weights: weights, bias: try self.numbers(of: bias))
  }

  private func numbers(of tensor: Tensor) throws(NetworkFileError) -> [Double] {
    let elements: [Double]
    do throws(ArrayFileError.Problem) { elements = try tensor.elements } catch { throw .tensor(error) }
    guard let i = elements.firstIndex(where: { !$0.isFinite }) else { return elements }
    throw .notFinite(tensor.name, index: tensor.place(i), value: elements[i])
  }
}

extension Tensor {
  /// The indices of entry `number` in C order.
  fileprivate func place(_ number: Int) -> [Int] {
    var (rest, indices) = (number, [Int]())
    for extent in shape.reversed() {
      indices.append(rest % extent)
      rest /= extent
    }
    return indices.reversed()
  }
}
