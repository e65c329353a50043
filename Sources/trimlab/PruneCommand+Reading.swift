// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArrayFiles
import LinearAlgebra
import NetTrim
import Networks
import StudyModel

extension PruneCommand {
  func readNetwork() throws -> NetworkFile {
    try NetworkFile(at: network, output: outputKind, architecture: try readArchitecture())
  }

  private func readArchitecture() throws -> Architecture? {
    try architecture.map { try Architecture(StudyFile(readingArchitecture: $0)) }
  }

  /// The network that tensors of the same names and shapes are.
  func network(in tensors: TensorFile) throws -> Network {
    try NetworkFile(tensors, output: outputKind, architecture: try readArchitecture()).network
  }

  func readSamples(for network: Network) throws -> Matrix {
    let array = try NPY.read(inputs)
    let samples: Matrix
    do throws(UnfitArray) {
      samples = try array.samples()
    } catch {
      throw UnfitArray(path: inputs, reason: error.reason)
    }
    guard samples.columns == network.inputs else {
      let error = SchemeError.inputs(found: samples.columns, expected: network.inputs, samples: samples.rows)
      throw UnfitArray(path: inputs, reason: "\(error)")
    }
    return samples
  }
}

extension NetworkFile {
  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  init(at path: String, output: Network.Output, architecture: Architecture? = nil) throws {
    let file = try Safetensors.read(path)
    do throws(NetworkFileError) {
      try self.init(file, output: output, architecture: architecture)
    } catch {
      throw UnfitArray(path: path, reason: "\(error)")
    }
  }
}
