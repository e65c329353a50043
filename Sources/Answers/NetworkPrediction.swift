// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
package import LinearAlgebra
package import Networks
import RecoveryTheory

/// What `trimlab predict --network` reports, layer by layer.
package struct NetworkPrediction: Encodable {
  package let samples: Int
  package let relativeEpsilon: Double
  /// "moments" of given inputs, or "isotropic".
  package let inputs: String
  package let layers: [Layer]

  package struct Layer: Encodable {
    package let layer: Int
    package let dimension: Int
    package let neurons: Int
    package let linear: Bool
    /// Neurons that never respond, or always alike, have no law: nothing of them is counted.
    package let constantNeurons: Int
    package let kept: Double
    package let keptFraction: Double
    package let norm1Ratio: Double
    package let freshError: Double
    /// With --excess: the samples for an error of at most (1 + C)·R.
    package let samplesForExcess: Int?
  }

  /// - Parameter inputs: samples in rows, P×N; nil for standard Gaussian inputs of every layer.
  /// - Throws: `UnfitArray` naming the layer as one of `name`.
  package init(
    _ network: Network, named name: String, inputs given: Matrix?, samples: Int?, relativeEpsilon: Double,
    excess: Double?
  ) throws(UnfitArray) {
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
        throw UnfitArray(path: name, reason: "layer \(index): \(error)")
      }
      current = current.map { network.response(ofLayer: index, to: $0) }
    }
    self.layers = layers
  }

  package func json() throws -> String { try printedJSON(self) }
}
