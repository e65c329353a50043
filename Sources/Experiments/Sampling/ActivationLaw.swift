// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import RandomStreams

/// Laws of the inputs a ≥ 0 of a layer.
public enum ActivationLaw: String, CaseIterable, ParameterValue {
  /// ReLU of a random layer's answers to x ~ N(0, I) of 20 entries.
  case relu
  /// Independent, uniform on [0, 1).
  case uniform
  /// Independent, |N(0, 1)| in one sample of twenty and else 0: features that are mostly silent.
  case rare
  /// |N(0, 1)| in the entries of a sample's own, each an equal part of all, and else 0: no two samples share a feature. Sensitivities are then
  /// met by the very sample, and the theorems' variance is attained.
  case disjoint

  /// `count` samples of one layer, one a row (count×`inputs`).
  func draw(_ count: Int, inputs: Int, from stream: inout RandomStream) -> Matrix {
    switch self {
    case .relu:
      let layer = Matrix(rows: 20, columns: inputs) { stream.fillNormal($0) }
      let answers = Matrix(rows: count, columns: 20) { stream.fillNormal($0) } * layer
      return answers.mapping { max($0, 0) }
    case .uniform:
      return Matrix(rows: count, columns: inputs) { buffer in
        for i in buffer.indices { buffer[i] = stream.uniform() }
      }
    case .rare:
      return Matrix(rows: count, columns: inputs) { stream.fillSparseNormal($0, density: 0.05) }.mapping { abs($0) }
    case .disjoint:
      var features = Matrix(rows: count, columns: inputs)
      for feature in 0..<inputs { features[feature % count, feature] = abs(stream.normal()) }
      return features
    }
  }

  /// Law of the layer's inputs.
  public static let parameter = Parameter<ActivationLaw>("activations", "Law of the layer's inputs", standard: .relu)
}

extension Matrix {
  func mapping(_ value: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(value))
  }
}

extension RandomStream {
  /// N(0, 1) weights, rows×columns.
  mutating func normalWeights(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { fillNormal($0) }
  }
}
