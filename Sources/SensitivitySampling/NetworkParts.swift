// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks

/// The parts of all neurons, layer by layer.
extension [[NeuronPart]] {
  /// Of the whole network the `count` edges with the largest sensitivities, with the factor 1; 0 for the others.
  func largestFactors(_ count: Int) -> [[[Double]]] {
    let all = joined().flatMap(\.distribution.sensitivities)
    guard !all.isEmpty else { return map { _ in [] } }
    var factors = SensitivityDistribution(all).largestFactors(count)[...]
    return map { layer in
      layer.map { part in
        defer { factors = factors.dropFirst(part.edges.count) }
        return Array<Double>(factors.prefix(part.edges.count))
      }
    }
  }
}

extension Matrix {
  /// The weights with each part's edges multiplied by their factors, and zeros elsewhere.
  func scalingEdges(of parts: [NeuronPart], by factors: [[Double]]) -> Matrix {
    var scaled = Matrix(rows: rows, columns: columns)
    for (part, factors) in zip(parts, factors) {
      for (edge, factor) in zip(part.edges, factors) {
        scaled[edge, part.neuron] = factor * self[edge, part.neuron]
      }
    }
    return scaled
  }
}

extension Layer {
  /// The same where a bias is one more input's edge.
  func scalingEdges(of parts: [NeuronPart], by factors: [[Double]]) -> Layer {
    Layer(extended: extended.scalingEdges(of: parts, by: factors), hasBias: bias != nil)
  }
}
