// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import LinearAlgebra
import NetTrim
import Networks
import RandomStreams
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
  }

  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  init(networkAt path: String, inputsAt inputsPath: String?, samples: Int?, relativeEpsilon: Double) throws {
    let network = try NetworkFile(at: path, output: .linear).network
    let given = try inputsPath.map { try Self.samples(at: $0, for: network) }
    self.relativeEpsilon = relativeEpsilon
    self.samples = samples ?? given?.rows ?? 1
    inputs = given == nil ? "isotropic" : "moments"
    var (layers, current) = ([Layer](), given)
    for index in 0..<network.depth {
      let task = LayerTask(network, index, samples: self.samples, relativeEpsilon)
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
    let columns = row(["layer", "inputs", "neurons", "kept", "kept %", "‖Û‖₁/‖W‖₁", "new error"])
    let rows = layers.map { layer in
      row(
        ["\(layer.layer)", "\(layer.dimension)", "\(layer.neurons)"]
          + [layer.kept, 100 * layer.keptFraction, layer.norm1Ratio, layer.freshError].map {
            String(format: "%.4g", $0)
          })
    }
    return ([heading, "", columns] + rows).joined(separator: "\n")
  }
}

/// The prediction for one layer; a bias is one more weight of each neuron.
private struct LayerTask {
  let index: Int
  let layer: Networks.Layer
  let isLinear: Bool
  let samples: Int
  let relativeEpsilon: Double

  /// Draws of the noise a neuron's law is averaged over.
  private static let drawCount = 3

  init(_ network: Network, _ index: Int, samples: Int, _ relativeEpsilon: Double) {
    (self.index, layer, isLinear) = (index, network.layers[index], !network.isRectified(index))
    (self.samples, self.relativeEpsilon) = (samples, relativeEpsilon)
  }

  private var columns: [[Double]] { (0..<layer.neurons).map { Array(layer.extended.column($0)) } }

  /// For standard Gaussian inputs.
  func predicted() throws(PrunedLawError) -> NetworkPrediction.Layer {
    let law = try PrunedLayerLaw(
      weights: columns, samples: samples, goal: .relativeEpsilon(relativeEpsilon), isLinear: isLinear)
    return NetworkPrediction.Layer(
      layer: index, dimension: layer.extended.rows, neurons: layer.neurons, linear: isLinear,
      constantNeurons: law.neurons.count { $0.norm == 0 }, kept: law.kept, keptFraction: law.keptFraction,
      norm1Ratio: law.norm1Ratio, freshError: law.freshError)
  }

  /// For Gaussian inputs with the moments of the rows of `inputs`.
  func predicted(inputs: Matrix) throws(PrunedLawError) -> NetworkPrediction.Layer {
    let moments = GaussianInputs(samples: layer.extending(inputs))
    let draws = self.draws
    var (laws, norms) = ([CorrelatedPrunedNeuronLaw](), [Double]())
    for weights in columns {
      do throws(PrunedLawError) {
        laws.append(
          try CorrelatedPrunedNeuronLaw(
            weights: weights, samples: samples, relativeEpsilon: relativeEpsilon, inputs: moments, draws: draws,
            isLinear: isLinear))
        norms.append(weights.norm1)
      } catch .zeroWeights {
      } catch .constantResponse {}
    }
    return summary(laws, norms)
  }

  private func summary(_ laws: [CorrelatedPrunedNeuronLaw], _ norms: [Double]) -> NetworkPrediction.Layer {
    let kept = laws.reduce(0) { $0 + $1.kept }
    let power = laws.reduce(0) { $0 + $1.responseNorm * $1.responseNorm }
    let error = laws.reduce(0) { $0 + pow($1.freshError * $1.responseNorm, 2) }
    let after = zip(laws, norms).reduce(0) { $0 + $1.0.norm1Ratio * $1.1 }
    return NetworkPrediction.Layer(
      layer: index, dimension: layer.extended.rows, neurons: layer.neurons, linear: isLinear,
      constantNeurons: layer.neurons - laws.count, kept: kept,
      keptFraction: kept / Double(layer.extended.elements.count),
      norm1Ratio: laws.isEmpty ? 0 : after / norms.reduce(0, +),
      freshError: power > 0 ? (error / power).squareRoot() : 0)
  }

  private var draws: [[Double]] {
    (0..<Self.drawCount).map { number in
      var stream = RandomStream(StreamKey(seed: 1, content: "pruned layer", trial: UInt32(number), purpose: "noise"))
      return (0..<layer.extended.rows).map { _ in stream.normal() }
    }
  }
}

private func row(_ fields: [String]) -> String {
  fields.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
}
