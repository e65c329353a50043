// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import LinearAlgebra
import NetTrim
import Networks
import RecoveryTheory

/// What `trimlab predict --network` reports, layer by layer.
struct NetworkPrediction: Encodable {
  let samples: Int
  let relativeEpsilon: Double
  /// "moments" of given inputs, or "isotropic".
  let inputs: String
  let layers: [Layer]

  struct Layer: Encodable {
    let layer: Int
    let dimension: Int
    let neurons: Int
    let linear: Bool
    /// Neurons that never respond, or always alike, have no law: nothing of them is counted.
    let constantNeurons: Int
    let kept: Double
    let keptFraction: Double
    let norm1Ratio: Double
    let freshError: Double
    /// With --excess: the samples for an error of at most (1 + C)·R.
    let samplesForExcess: Int?
  }

  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  init(networkAt path: String, inputsAt inputsPath: String?, samples: Int?, relativeEpsilon: Double, excess: Double?)
    throws
  {
    let network = try NetworkFile(at: path, output: .linear).network
    let given = try inputsPath.map { try Self.samples(at: $0, for: network) }
    self.relativeEpsilon = relativeEpsilon
    self.samples = samples ?? given?.rows ?? 1
    inputs = given == nil ? "isotropic" : "moments"
    var (layers, current) = ([Layer](), given)
    for index in 0..<network.depth {
      let task = LayerPrediction(network, index, samples: self.samples, relativeEpsilon, excess: excess)
      do throws(PrunedLawError) {
        if let current {
          layers.append(try task.predicted(inputs: current))
        } else {
          layers.append(try task.predicted())
        }
      } catch {
        throw UnfitArray(path: path, reason: "layer \(index): \(error)")
      }
      current = current.map { network.response(ofLayer: index, to: $0) }
    }
    self.layers = layers
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

  func json() throws -> String { try printedJSON(self) }

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
