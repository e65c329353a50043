// SPDX-License-Identifier: GPL-3.0-or-later
package import ArrayFiles
import Foundation
import RecoveryTheory

/// What `trimlab predict --weights` reports on a layer that would be pruned.
package struct PrunedPrediction: Encodable {
  package let dimension: Int
  package let neurons: Int
  package let samples: Int
  package let relativeEpsilon: Double
  package let linear: Bool
  package let kept: Double
  package let keptFraction: Double
  package let norm1Ratio: Double
  package let freshError: Double
  /// At the same ε with samples without number.
  package let unlimited: Limit
  package let perNeuron: [Neuron]

  package struct Limit: Encodable {
    package let kept: Double
    package let norm1Ratio: Double
  }

  package struct Neuron: Encodable {
    package let relativeEpsilon: Double
    package let alphaOverOmega: Double
    package let tauOverOmega: Double
    package let lambda: Double
    package let kept: Double
    package let norm1Ratio: Double
    package let freshError: Double
  }

  init(_ law: PrunedLayerLaw, _ limit: PopulationLimit, dimension: Int, samples: Int, isLinear: Bool) {
    unlimited = Limit(kept: limit.kept, norm1Ratio: limit.norm1Ratio)
    (self.dimension, neurons, self.samples, linear) = (dimension, law.neurons.count, samples, isLinear)
    (relativeEpsilon, kept, keptFraction) = (law.relativeEpsilon, law.kept, law.keptFraction)
    (norm1Ratio, freshError) = (law.norm1Ratio, law.freshError)
    perNeuron = law.neurons.map { neuron in
      Neuron(
        relativeEpsilon: neuron.relativeEpsilon, alphaOverOmega: neuron.alphaOverOmega,
        tauOverOmega: neuron.tauOverOmega, lambda: neuron.lambda, kept: neuron.kept, norm1Ratio: neuron.norm1Ratio,
        freshError: neuron.freshError)
    }
  }

  /// W as it is in an array, N×M or of length N, called `name` in messages.
  ///
  /// - Throws: `UnfitArray`.
  package init(weights: NumericArray, named name: String, _ question: PrunedLayerQuestion) throws(UnfitArray) {
    let columns = try weights.columns(named: "W", name)
    do throws(PrunedLawError) {
      let isLinear = question.isLinear
      let count =
        switch question.samples {
        case .given(let count): count
        case .excess(let excess, let relative):
          try PrunedLayerLaw.samples(weights: columns, relativeEpsilon: relative, excess: excess, isLinear: isLinear)
        }
      let law = try PrunedLayerLaw(weights: columns, samples: count, goal: question.goal, isLinear: isLinear)
      let limit = try PopulationLimit(weights: columns, relativeEpsilon: law.relativeEpsilon, isLinear: isLinear)
      self.init(law, limit, dimension: columns[0].count, samples: count, isLinear: isLinear)
    } catch {
      throw UnfitArray(path: name, reason: "\(error)")
    }
  }

  package func json() throws -> String { try printedJSON(self) }
}

extension NumericArray {
  /// The columns of a file's array, or the one it is, all of finite numbers.
  ///
  /// - Throws: `UnfitArray` naming the entry.
  package func columns(named name: String, _ path: String) throws(UnfitArray) -> [[Double]] {
    guard !elements.isEmpty else {
      throw UnfitArray(path: path, reason: "\(name) is empty, of shape \(shape); expected N×M with N, M ≥ 1")
    }
    let width = shape.count == 2 ? shape[1] : 1
    if let i = elements.firstIndex(where: { !$0.isFinite }) {
      let index = shape.count == 2 ? "\(i / width), \(i % width)" : "\(i)"
      throw UnfitArray(path: path, reason: "\(name)[\(index)] is \(elements[i]); expected finite numbers")
    }
    return (0..<width).map { column in stride(from: column, to: elements.count, by: width).map { elements[$0] } }
  }
}
