// SPDX-License-Identifier: GPL-3.0-or-later
public import ArrayFiles
import LinearAlgebra
public import Networks

/// A network as PyTorch stores the `nn.Linear` modules of a module list named `layers`: `layers.0.weight` (out×in),
/// `layers.0.bias` (optional), `layers.1.weight`, …, in F32 or F64.
public struct NetworkFile: Hashable, Sendable {
  public let network: Network
  /// The tensors, among them those of the layers.
  private let file: TensorFile

  /// Takes the layers from `file`; its other tensors and remarks stay as they are.
  ///
  /// - Throws: ``NetworkFileError`` naming the tensor.
  public init(_ file: TensorFile, output: Network.Output) throws(NetworkFileError) {
    // A file may hold a hundred thousand tensors: each is looked up by its name.
    let tensors = Dictionary(file.tensors.map { ($0.name, $0) }) { first, _ in first }
    var layers: [Layer] = []
    for index in 0..<(try Self.depth(of: file, tensors)) {
      let layer = try tensors.layer(index)
      if let before = layers.last, before.neurons != layer.inputs {
        throw .inputs(weightName(index), found: layer.inputs, expected: before.neurons)
      }
      layers.append(layer)
    }
    self.file = file
    network = Network(layers: layers, output: output)
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
  fileprivate func layer(_ index: Int) throws(NetworkFileError) -> Layer {
    guard let weight = self[weightName(index)] else { throw .missing(weightName(index), last: index) }
    guard weight.shape.count == 2, !weight.shape.contains(0) else { throw .weightShape(weight.name, weight.shape) }
    let neurons = weight.shape[0]
    let weights = Matrix(rows: weight.shape[1], columns: neurons, elements: try numbers(of: weight))
    guard let bias = self[biasName(index)] else { return Layer(weights: weights) }
    guard bias.shape == [neurons] else { throw .biasShape(bias.name, bias.shape, expected: neurons) }
    return Layer(weights: weights, bias: try numbers(of: bias))
  }

  private func numbers(of tensor: Tensor) throws(NetworkFileError) -> [Double] {
    let elements: [Double]
    do throws(ArrayFileError.Problem) { elements = try tensor.elements } catch { throw .tensor(error) }
    guard let i = elements.firstIndex(where: { !$0.isFinite }) else { return elements }
    let width = tensor.shape.last ?? 1
    throw .notFinite(
      tensor.name, index: tensor.shape.count == 2 ? [i / width, i % width] : [i], value: elements[i])
  }
}
