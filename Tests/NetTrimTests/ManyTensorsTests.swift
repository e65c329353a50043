// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import LinearAlgebra
import NetTrim
import Networks
import Testing

/// A hundred thousand layers in 10 MB: each tensor is looked up by its name, not searched for, or this would take an hour.
@Test func aDeepNetworkIsRead() throws {
  let tensors = (0..<100_000).map {
    Tensor(name: "layers.\($0).weight", type: .float64, shape: [1, 1], elements: [Double($0)])
  }
  let file = try NetworkFile(TensorFile(tensors: tensors.reversed()), output: .relu)
  #expect(file.network.depth == 100_000)
  #expect(file.network.layers[99_999].weights.elements == [99_999])
  #expect(file.replacingLayers(by: file.network).tensors == tensors.reversed())
}
