// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import LinearAlgebra
import NetTrim
import Networks
import Testing

private func tensor(_ name: String, _ shape: [Int], _ elements: [Double]? = nil, _ type: TensorType = .float64)
  -> Tensor
{
  let count = shape.reduce(1, *)
  return Tensor(name: name, type: type, shape: shape, elements: elements ?? (0..<count).map { Double($0 + 1) })
}

@Suite struct NetworkFileTests {
  /// Two layers 3 → 2 → 1, the first with bias, in two types, and a tensor that is no layer's.
  private let file = TensorFile(
    tensors: [
      tensor("layers.1.weight", [1, 2], [7, 8], .float64), tensor("scale", [2, 2, 2]),
      tensor("layers.0.weight", [2, 3], [1, 2, 3, 4, 5, 6], .float32),
      tensor("layers.0.bias", [2], [-1, -2], .float32), tensor("layers.01.weight", [1]),
    ], metadata: ["format": "pt"])

  /// Row m of a weight tensor is neuron m.
  @Test func rowsAreNeurons() throws {
    let network = try NetworkFile(file, output: .linear).network
    #expect(network.output == .linear && network.depth == 2)
    #expect(network.layers[0].weights == Matrix(rows: 3, columns: 2, elements: [1, 2, 3, 4, 5, 6]))
    #expect(network.layers[0].bias == [-1, -2] && network.layers[1].bias == nil)
    let response = network.responses(to: Matrix(rows: 1, columns: 3, elements: [1, 0, -0.25]))
    #expect(response[0].elements == [0, 0.5] && response[1].elements == [4])
  }

  @Test func onlyTheLayersAreReplaced() throws {
    let source = try NetworkFile(file, output: .relu)
    #expect(source.replacingLayers(by: source.network) == file)
    let pruned = Network(
      layers: [
        Layer(weights: Matrix(rows: 3, columns: 2, elements: [0.1, 0, 0, 0, 0, 6]), bias: [0, 0.1]),
        Layer(weights: Matrix(rows: 2, columns: 1, elements: [0, 0.1])),
      ], output: .relu)
    let written = source.replacingLayers(by: pruned)
    #expect(written.tensors.map(\.name) == file.tensors.map(\.name) && written.metadata == file.metadata)
    #expect(written.tensors.map(\.type) == file.tensors.map(\.type))
    #expect(written["scale"] == file["scale"] && written["layers.01.weight"] == file["layers.01.weight"])
    #expect(try written["layers.0.weight"]?.elements == [Double(Float(0.1)), 0, 0, 0, 0, 6])
    #expect(try written["layers.0.bias"]?.elements == [0, Double(Float(0.1))])
    #expect(try written["layers.1.weight"]?.elements == [0, 0.1])
  }

  private static let first = tensor("layers.0.weight", [2, 3])

  @Test(
    arguments: [
      ([], "no tensor is named layers.0.weight; name the list of nn.Linear modules 'layers'"),
      (
        [tensor("net.0.weight", [1, 1]), tensor("a", []), tensor("b", []), tensor("c", [])],
        "no tensor is named layers.0.weight; name the list of nn.Linear modules 'layers' (found net.0.weight, a, b, …)"
      ),
      (
        [first, tensor("layers.2.weight", [2, 2])],
        "tensor 'layers.1.weight' is missing though there is a layer 2; number the nn.Linear modules 0, 1, 2, … without gaps"
      ),
      ([tensor("layers.1.weight", [2, 2])], "tensor 'layers.0.weight' is missing though there is a layer 1"),
      ([tensor("layers.0.bias", [2])], "tensor 'layers.0.weight' is missing though there is a layer 0"),
      ([first, tensor("layers.1.bias", [2])], "tensor 'layers.1.weight' is missing though there is a layer 1"),
      ([first, tensor("layers.9223372036854775807.bias", [2])], "tensor 'layers.1.weight' is missing"),
      (
        [first, tensor("layers.1.weight", [3, 3])],
        "tensor 'layers.1.weight' takes 3 inputs where the layer before has 2 outputs; its shape must be [outputs, 2]"
      ),
      (
        [tensor("layers.0.weight", [6])],
        "tensor 'layers.0.weight' has the shape [6]; expected [outputs, inputs], each at least 1, as nn.Linear stores it"
      ),
      ([tensor("layers.0.weight", [0, 3])], "tensor 'layers.0.weight' has the shape [0, 3]; expected"),
      ([tensor("layers.0.weight", [2, 3, 1])], "tensor 'layers.0.weight' has the shape [2, 3, 1]; expected"),
      (
        [first, tensor("layers.0.bias", [3])],
        "tensor 'layers.0.bias' has the shape [3]; expected [2], one entry per output of the layer"
      ),
      ([first, tensor("layers.0.bias", [1, 2])], "tensor 'layers.0.bias' has the shape [1, 2]; expected [2]"),
      (
        [tensor("layers.0.weight", [2, 3], [1, 2, 3, 4, .nan, 6])],
        "layers.0.weight[1, 1] is nan; every weight must be finite"
      ),
      (
        [first, tensor("layers.0.bias", [2], [0, -.infinity])], "layers.0.bias[1] is -inf; every weight must be finite"
      ),
    ] as [([Tensor], String)])
  func tensorsThatMakeNoNetwork(_ tensors: [Tensor], _ message: String) throws {
    let error = try #require(throws: NetworkFileError.self) {
      try NetworkFile(TensorFile(tensors: tensors), output: .linear)
    }
    #expect("\(error)".hasPrefix(message), "\(error)")
  }
}
