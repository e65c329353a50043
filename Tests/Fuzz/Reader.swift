// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Ensembles
import Foundation
import NetTrim
import Networks

/// A reader of files under attack: it may refuse an input with an error, and may do nothing worse.
struct Reader: Sendable {
  let name: String
  /// Files that it reads.
  let seeds: [[UInt8]]
  /// Pieces of its language.
  var words: [String] = []
  /// Reads all that a command would read of such a file.
  let read: @Sendable (Data) throws -> Void

  /// All readers; `folder` is theirs to write in.
  static func all(in folder: URL) throws -> [Reader] {
    [npy, idx, safetensors, try dataSets(in: folder), try studies, try cells, try runFolders(in: folder)]
  }
}

extension Reader {
  private static let npy = Reader(
    name: "npy",
    seeds: [[2, 3], [6], [0, 4], [1, 1]].map { shape in
      let count = shape.reduce(1, *)
      return Array(NPY.encode(NumericArray(shape: shape, elements: (0..<count).map { Double($0) - 1.5 })))
    }
      + ["<f4", ">f4", ">f8"].map { type in
        let header = "{'descr': '\(type)', 'fortran_order': True, 'shape': (2, 1), }\n"
        let entries = [UInt8](repeating: 63, count: type.hasSuffix("4") ? 8 : 16)
        return [0x93] + "NUMPY".utf8 + [2, 0, UInt8(header.utf8.count), 0, 0, 0] + header.utf8 + entries
      },
    words: [
      "'descr'", "'shape'", "'fortran_order'", "(", ")", "{", "}", ",", ":", "True", "False", "'<f8'", "'|O'",
      "(9223372036854775807, 2)", "(0, 9223372036854775807)", "\u{1F600}", "'",
    ]
  ) { _ = try NPY.decode($0) }

  private static let idx = Reader(
    name: "idx",
    seeds: IDX.Element.allCases.flatMap { element in
      [[3, 2, 2], [4], [0, 5], []].map { shape in
        Array(
          IDX.encode(NumericArray(shape: shape, elements: Array(repeating: 1, count: shape.reduce(1, *))), as: element))
      }
    }
  ) { _ = try IDX.decode($0) }

  private static let safetensors = Reader(
    name: "safetensors", seeds: [network(.float32, bias: true), network(.float64, bias: false)].map { Array($0) },
    words: [
      "{", "}", "[", "]", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\":{\"a\":\"b\"},", "\"F16\"",
      "\"layers.9223372036854775807.weight\"", "\"layers.1.bias\"", "[9223372036854775807,2]", "\\u0000", "\\ud800",
      "[[[[[[[[",
    ]
  ) { file in
    let tensors = try Safetensors.decode(file)
    _ = try? tensors.tensors.map { try $0.elements }
    let network = try NetworkFile(tensors, output: .relu)
    _ = Safetensors.encode(network.replacingLayers(by: network.network))
  }

  private static func network(_ type: TensorType, bias: Bool) -> Data {
    func tensor(_ name: String, _ shape: [Int]) -> Tensor {
      Tensor(name: name, type: type, shape: shape, elements: (0..<shape.reduce(1, *)).map { 0.5 * Double($0) })
    }
    let biases = bias ? [tensor("layers.0.bias", [3]), tensor("layers.1.bias", [2])] : []
    return Safetensors.encode(
      TensorFile(
        tensors: [tensor("layers.0.weight", [3, 4]), tensor("layers.1.weight", [2, 3])] + biases,
        metadata: bias ? ["format": "pt"] : nil))
  }

  /// Each input as samples, as labels and as responses, beside a file that is right.
  private static func dataSets(in folder: URL) throws -> Reader {
    let (mutant, fixed) = (folder.appending(path: "mutant").path, folder.appending(path: "fixed").path)
    try NPY.write(NumericArray(shape: [3], elements: [0, 2, 1]), to: fixed)
    return Reader(
      name: "data-set", seeds: npy.seeds + idx.seeds + [Array(try Data(contentsOf: URL(filePath: fixed)))],
      words: npy.words
    ) { file in
      try file.write(to: URL(filePath: mutant))
      _ = try? DataSet(inputs: fixed, labels: mutant)
      _ = try? DataSet(inputs: fixed, labels: mutant, classes: 3)
      _ = try DataSet(inputs: mutant, values: fixed)
    }
  }
}
