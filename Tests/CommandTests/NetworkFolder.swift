// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport

/// A folder with a network and samples that can be pruned by hand: x = 1, 3 through y = max(x + 1, 0) and z = y, unless a test
/// writes others.
struct NetworkFolder {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write([
      tensor("layers.0.weight", [1, 1], [1]), tensor("layers.0.bias", [1], [1]),
      tensor("layers.1.weight", [1, 1], [1]),
    ])
    try writeSamples([1, 3], shape: [1, 2])
  }

  func tensor(_ name: String, _ shape: [Int], _ elements: [Double], _ type: TensorType = .float64) -> Tensor {
    Tensor(name: name, type: type, shape: shape, elements: elements)
  }

  /// The arguments that prune the network with ε_1 = R·√20, and then `options`.
  func pruning(_ scheme: String, _ relative: Double, _ options: String...) throws -> [String] {
    [
      "prune", "--network", try path("net"), "--inputs", try folder.path("X.npy"), "--scheme", scheme,
      "--epsilon=\(relative)", "--output", try path("pruned"),
    ] + options
  }

  func path(_ name: String) throws -> String { try folder.path("\(name).safetensors") }

  func write(_ tensors: [Tensor]) throws {
    try Safetensors.write(TensorFile(tensors: tensors, metadata: ["format": "pt"]), to: path("net"))
  }

  func writeSamples(_ elements: [Double], shape: [Int]) throws {
    try NPY.write(NumericArray(shape: shape, elements: elements), to: folder.path("X.npy"))
  }

  /// The names of what is there beside the network and the samples.
  var outputs: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        .filter { !["net.safetensors", "X.npy"].contains($0) }.sorted()
    }
  }
}
