// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArrayFiles
import Foundation
import LinearAlgebra
import NetTrim
import Networks

extension NetworkPrediction {
  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  init(networkAt path: String, inputsAt inputsPath: String?, samples: Int?, relativeEpsilon: Double, excess: Double?)
    throws
  {
    let network = try NetworkFile(at: path, output: .linear).network
    let given = try inputsPath.map { try Self.samples(at: $0, for: network) }
    try self.init(
      network, named: path, inputs: given, samples: samples, relativeEpsilon: relativeEpsilon, excess: excess)
  }

  private static func samples(at path: String, for network: Network) throws -> Matrix {
    let array = try NPY.read(path)
    guard array.shape.count == 2 else {
      throw UnfitArray(path: path, reason: "X is one-dimensional; expected N×P, one column per sample")
    }
    _ = try array.columns(named: "X", path)
    let samples = array.samplesByRow
    guard samples.columns == network.inputs else {
      throw UnfitArray(
        path: path,
        reason:
          "X has \(samples.columns) rows and the network takes \(network.inputs) inputs; expected N×P, one column per sample"
      )
    }
    return samples
  }

  func table() -> String {
    let kind = inputs == "moments" ? "samples like these" : "standard Gaussian samples in every layer"
    let heading = "Net-Trim at ε = \(String(format: "%.5g", relativeEpsilon))·‖Y‖ on \(samples) \(kind) leaves:"
    let isAsked = layers.contains { $0.samplesForExcess != nil }
    let columns = row(
      ["layer", "inputs", "neurons", "kept", "kept %", "‖Û‖₁/‖W‖₁", "new error"] + (isAsked ? ["samples"] : []))
    let rows = layers.map { layer in
      row(
        ["\(layer.layer)", "\(layer.dimension)", "\(layer.neurons)"]
          + [layer.kept, 100 * layer.keptFraction, layer.norm1Ratio, layer.freshError].map {
            String(format: "%.4g", $0)
          } + (isAsked ? [layer.samplesForExcess.map(String.init) ?? "–"] : []))
    }
    return ([heading, "", columns] + rows).joined(separator: "\n")
  }
}

private func row(_ fields: [String]) -> String {
  fields.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
}
