// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import LinearAlgebra
import NetTrim
import Networks
import RandomStreams
import TestSupport
import Testing

/// `Tests/Fixtures/convolution.py`: a network of two convolutions and a linear layer, and what scipy makes of it.
private struct Reference {
  struct Array: Decodable {
    let shape: [Int]
    let elements: [Double]
  }

  let arrays: [String: Array]

  init() throws {
    arrays = try JSONDecoder().decode([String: Array].self, from: Data(contentsOf: fixture("convolution.json")))
  }

  var file: TensorFile {
    let tensors = arrays.filter { $0.key.hasPrefix("layers") }.sorted { $0.key < $1.key }.map {
      Tensor(name: $0.key, type: .float64, shape: $0.value.shape, elements: $0.value.elements)
    }
    return TensorFile(tensors: tensors, metadata: [:])
  }

  func file(replacing name: String, shape: [Int]) -> TensorFile {
    let tensors = file.tensors.map {
      $0.name == name
        ? Tensor(name: name, type: .float64, shape: shape, elements: .init(repeating: 1, count: shape.reduce(1, *)))
        : $0
    }
    return TensorFile(tensors: tensors, metadata: [:])
  }

  /// A row an image.
  var inputs: Matrix {
    get throws {
      let images = try #require(arrays["images"])
      let width = images.elements.count / images.shape[0]
      return Matrix(rows: width, columns: images.shape[0], elements: images.elements).transposed
    }
  }
}

private let architecture = Architecture(
  images: Reading.Shape(channels: 2, height: 9, width: 6),
  layers: [
    .init(.convolution(stride: 1, padding: 1), pooling: .init(.max, size: 2, stride: 2)),
    .init(.convolution(stride: 2, padding: 1), pooling: .init(.average, size: 2, stride: 1)), .init(.linear),
  ])

@Suite struct ConvolutionNetworkTests {
  private let reference: Reference
  private let network: Network

  init() throws {
    reference = try Reference()
    network = try NetworkFile(reference.file, output: .linear, architecture: architecture).network
  }

  /// Response (image, filter, row, column) of scipy is that of the filter to the image's patch (row, column).
  @Test func respondsAsScipyDoes() throws {
    let responses = network.responses(to: try reference.inputs)
    #expect(network.inputs == 108 && network.layers.map(\.inputs) == [12, 12, 8])
    for (index, response) in responses.enumerated() {
      let wanted = try #require(reference.arrays["responses.\(index)"])
      let (filters, patches) = (wanted.shape[1], wanted.shape.dropFirst(2).reduce(1, *))
      #expect(response.rows == 3 * patches && response.columns == filters)
      for (number, value) in wanted.elements.enumerated() {
        let (image, filter, patch) = (number / (filters * patches), number / patches % filters, number % patches)
        expectClose(response[image * patches + patch, filter], value, absolute: 1e-12, "layer \(index), \(number)")
      }
    }
  }

  @Test func tensorsKeepTheirShapes() throws {
    let source = try NetworkFile(reference.file, output: .linear, architecture: architecture)
    #expect(source.replacingLayers(by: network) == reference.file)
  }

  /// Many images of the same size.
  private func images(_ count: Int) -> Matrix {
    var stream = RandomStream(StreamKey(seed: 3, content: "images", trial: 0, purpose: "test"))
    return Matrix(rows: count, columns: 108) { stream.fillNormal($0) }
  }

  private func prune(_ scheme: String, _ inputs: Matrix) throws -> Pruning {
    scheme == "parallel"
      ? try ParallelScheme(relative: 0.2, network: network, inputs: inputs).prune(network, inputs: inputs)
      : try CascadeScheme(relative: 0.2, gamma: 1.1, network: network, inputs: inputs).prune(network, inputs: inputs)
  }

  /// Errors recomputed from the networks' responses; fewer weights, and the bounds hold.
  @Test(arguments: ["parallel", "cascade"])
  func netTrimKeepsItsPromises(_ scheme: String) throws {
    let inputs = images(30)
    let pruning = try prune(scheme, inputs)
    #expect(pruning.isOptimal && pruning.hypothesesCertified && pruning.pruned.readings == network.readings)
    #expect(Double(pruning.pruned.nonzeros) < 0.8 * Double(network.nonzeros))
    let (wanted, found) = (network.responses(to: inputs), pruning.pruned.responses(to: inputs))
    for (index, layer) in pruning.layers.enumerated() {
      let error = (found[index].elements - wanted[index].elements).norm2
      expectClose(layer.discrepancy, error, absolute: 1e-12 * layer.responseNorm)
      #expect(
        error <= layer.bounds.sharp + layer.bounds.allowance, "layer \(index): \(error) over \(layer.bounds.sharp)")
      #expect(error <= layer.bounds.general + layer.bounds.allowance, "layer \(index)")
      #expect(layer.bounds.linkNormalised.isNaN)
    }
    // The first layer meets its ε, as parallel ones do for the inputs they had.
    for index in 0..<(scheme == "parallel" ? 3 : 1) {
      let answer = pruning.pruned.response(ofLayer: index, to: index == 0 ? inputs : wanted[index - 1])
      let error = (answer.elements - wanted[index].elements).norm2
      #expect(error <= pruning.layers[index].epsilon * (1 + 1e-8))
      #expect(error > 0.5 * pruning.layers[index].epsilon)
    }
  }

  @Test func neuronsMayBeSharedByThreads() throws {
    let inputs = images(10)
    let alone = ParallelScheme(relative: 0.2, network: network, inputs: inputs)
    var shared = alone
    shared.workers = 2
    #expect(try shared.prune(network, inputs: inputs).pruned == alone.prune(network, inputs: inputs).pruned)
  }

  /// ‖patches(x) − patches(y)‖_F ≤ growth·‖x − y‖_F, with equality where a change in the middle is seen by every patch it can be.
  @Test(arguments: [
    (nil, 3, 1, 3.0), (nil, 3, 2, 2.0), (nil, 7, 1, 1.0), (Reading.Pooling(.max, size: 2, stride: 2), 3, 1, 1.0),
    (Reading.Pooling(.max, size: 3, stride: 1), 2, 1, 6.0), (Reading.Pooling(.average, size: 2, stride: 2), 1, 1, 0.5),
  ])
  func discrepanciesGrowByNoMore(_ pooling: Reading.Pooling?, _ size: Int, _ stride: Int, _ growth: Double) throws {
    let shape = Reading.Shape(channels: 2, height: 7, width: 7)
    let kernel = Reading.Kernel(height: size, width: size, stride: stride)
    let reading = try #require(Reading(shape, pooling: pooling, kernel: kernel))
    expectClose(reading.growth, growth, absolute: 1e-12)
    var stream = RandomStream(StreamKey(seed: 4, content: "signals", trial: 0, purpose: "test"))
    let signal = Matrix(rows: 49, columns: 2) { stream.fillNormal($0) }
    // A mean moves most where its whole window does.
    let block = pooling?.kind == .average ? pooling?.size ?? 1 : 1
    var largest = 0.0
    for corner in 0..<49 where corner / 7 + block <= 7 && corner % 7 + block <= 7 {
      var moved = signal
      for pixel in 0..<block * block { moved[corner + pixel / block * 7 + pixel % block, 1] += 10 }
      let change = (reading.patches(of: moved).elements - reading.patches(of: signal).elements).norm2
      largest = max(largest, change / (10 * Double(block)))
    }
    #expect(largest <= growth * (1 + 1e-12))
    if pooling?.kind != .max { expectClose(largest, growth, absolute: 1e-12) }
  }

  @Test(arguments: [
    ("layers.0.weight", [3, 1, 3, 2], "takes 1 channels where 2 come in"),
    ("layers.0.weight", [3, 6], "has the shape [3, 6], the architecture a convolution"),
    ("layers.0.weight", [3, 2, 12, 2], "has kernels of 12×2 pixels where images have 9×6 with a padding of 1"),
    ("layers.1.weight", [4, 2, 2, 2], "takes 2 channels where 3 come in"),
    ("layers.2.weight", [5, 9], "takes 9 inputs where 4 channels of 2×1 pixels come in"),
    ("layers.2.weight", [5, 4, 1, 1], "expected [outputs, inputs]"),
    ("layers.1.bias", [3], "'layers.1.bias' has the shape [3]"),
  ])
  func shapesThatDoNotFitAreNamed(_ name: String, _ shape: [Int], _ words: String) throws {
    let error = #expect(throws: NetworkFileError.self) {
      _ = try NetworkFile(
        reference.file(replacing: name, shape: shape), output: .linear, architecture: architecture)
    }
    let text = "\(try #require(error))"
    #expect(text.contains(words) && text.contains(name), "\(text)")
  }

  @Test func layersAreCountedAndWindowsMeasured() throws {
    let short = Architecture(images: architecture.images, layers: Array(architecture.layers.dropLast()))
    let wide = Architecture(
      images: architecture.images,
      layers: [.init(.convolution(stride: 1, padding: 1), pooling: .init(.max, size: 8, stride: 1))]
        + architecture.layers.dropFirst())
    for (wrong, words) in [(short, "are 3 layers, the architecture has 2"), (wide, "windows of 8×8 pixels")] {
      let error = #expect(throws: NetworkFileError.self) {
        _ = try NetworkFile(reference.file, output: .linear, architecture: wrong)
      }
      #expect("\(try #require(error))".contains(words))
    }
    let error = #expect(throws: NetworkFileError.self) { _ = try NetworkFile(reference.file, output: .linear) }
    #expect("\(try #require(error))".contains("--architecture"))
  }
}
