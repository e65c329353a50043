// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import RecoveryTheory

/// What `trimlab predict --weights` reports on a layer that would be pruned.
struct PrunedPrediction: Encodable {
  let dimension: Int
  let neurons: Int
  let samples: Int
  let relativeEpsilon: Double
  let linear: Bool
  let kept: Double
  let keptFraction: Double
  let norm1Ratio: Double
  let freshError: Double
  /// At the same ε with samples without number.
  let unlimited: Limit
  let perNeuron: [Neuron]

  struct Limit: Encodable {
    let kept: Double
    let norm1Ratio: Double
  }

  struct Neuron: Encodable {
    let relativeEpsilon: Double
    let alphaOverOmega: Double
    let tauOverOmega: Double
    let lambda: Double
    let kept: Double
    let norm1Ratio: Double
    let freshError: Double
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

  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  init(weightsAt path: String, samples: Predict.SampleCount, goal: PrunedLayerLaw.Goal, isLinear: Bool) throws {
    let columns = try NPY.read(path).columns(named: "W", path)
    do throws(PrunedLawError) {
      let count =
        switch samples {
        case .given(let count): count
        case .excess(let excess, let relative):
          try PrunedLayerLaw.samples(weights: columns, relativeEpsilon: relative, excess: excess, isLinear: isLinear)
        }
      let law = try PrunedLayerLaw(weights: columns, samples: count, goal: goal, isLinear: isLinear)
      let limit = try PopulationLimit(weights: columns, relativeEpsilon: law.relativeEpsilon, isLinear: isLinear)
      self.init(law, limit, dimension: columns[0].count, samples: count, isLinear: isLinear)
    } catch {
      throw UnfitArray(path: path, reason: "\(error)")
    }
  }

  func json() throws -> String { try printedJSON(self) }

  /// What becomes of the layer, and of each neuron while they fit a screen.
  func table() -> String {
    let response = linear ? "linear" : "ReLU"
    var lines = [
      "Net-Trim at ε = \(number(relativeEpsilon))·‖Y‖ on \(samples) standard Gaussian samples leaves of this \(response) layer,",
      "\(dimension) inputs, \(neurons) \(neurons == 1 ? "neuron" : "neurons"):", "",
      "kept                " + number(kept) + " weights of \(dimension * neurons), " + number(100 * keptFraction)
        + " %",
      "‖Û‖₁/‖W‖₁           " + number(norm1Ratio),
      "error on new inputs " + number(freshError) + ", relative to the responses",
      "",
      "With samples without number: " + number(unlimited.kept) + " kept, ‖Û‖₁/‖W‖₁ " + number(unlimited.norm1Ratio)
        + ", error " + number(relativeEpsilon) + ".",
    ]
    if neurons > 1 {
      lines += ["", row(["neuron", "ε/‖y‖", "kept", "‖û‖₁/‖w‖₁", "error"])]
      for (index, neuron) in perNeuron.prefix(40).enumerated() {
        lines.append(
          row(
            ["\(index)"]
              + [neuron.relativeEpsilon, neuron.kept, neuron.norm1Ratio, neuron.freshError].map(number)))
      }
      if neurons > 40 { lines.append("… \(neurons - 40) more; --json has them all") }
    }
    return lines.joined(separator: "\n")
  }
}

extension NumericArray {
  /// The columns of a file's array, or the one it is, all of finite numbers.
  ///
  /// - Throws: `UnfitArray` naming the entry.
  func columns(named name: String, _ path: String) throws -> [[Double]] {
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

private func number(_ value: Double) -> String { String(format: "%.5g", value) }

/// Fields to the right of columns of twelve.
private func row(_ fields: [String]) -> String {
  fields.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
}
