// SPDX-License-Identifier: GPL-3.0-or-later
package import Ensembles
package import Experiments

/// All that is one on a success curve but N and s: what is drawn, what recovers, and what counts as recovery.
package struct RecoveryCondition: Hashable, Sendable {
  package let inputs: InputDistribution
  package let weights: WeightDistribution
  package let neurons: Int
  package let method: RecoveryMethod
  /// Norm of the responses' errors over theirs.
  package let noise: Double
  /// The largest relative error that counts; 0 where recovery is proved.
  package let success: Double

  package init(_ cell: Cell) {
    typealias Q = RecoveryExperiment
    (inputs, weights, neurons) = (cell[Q.inputs], cell[Q.weights], cell[Q.neurons])
    (method, noise, success) = (cell[Q.method], cell[Q.noise], cell[Q.success])
  }

  /// Whether the exact law is of these trials: Gaussian inputs, exact responses, one neuron, the ℓ₁ program.
  var isOfTheLaw: Bool { inputs == .gaussian && noise == 0 && neurons == 1 && !method.isOwn && success == 0 }

  /// What tells it from other conditions, in words; empty where nothing does.
  func words(among others: [RecoveryCondition]) -> String {
    func varies<Value: Hashable>(_ value: (RecoveryCondition) -> Value) -> Bool { Set(others.map(value)).count > 1 }
    let parts: [String?] = [
      inputs != .gaussian || varies(\.inputs) ? inputs.inWords : nil,
      varies(\.weights) ? "\(weights.name.inWords) weights" : nil,
      neurons > 1 || varies(\.neurons) ? "M = \(neurons)" : nil,
      method.isOwn || varies(\.method) ? method.name : nil,
      noise > 0 || varies(\.noise) ? "noise \(noise.brief)" : nil,
      varies(\.success) ? "error ≤ \(success.brief)" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension InputDistribution {
  /// "sparse Gaussian inputs (density = 0.2)", "outputs of 1 ReLU layer".
  var inWords: String {
    switch self {
    case .reluOutputs(let layers): "outputs of \(layers) ReLU \(layers == 1 ? "layer" : "layers")"
    case .file: name.inWords
    default: name.inWords.replacing(/^[^(]*[^( ]/) { "\($0.output) inputs" }
    }
  }
}

extension String {
  /// A law's name for readers.
  var inWords: String {
    guard !hasPrefix("file(") else {
      return String(dropFirst(5).dropLast()).replacing(",standardise=true", with: " standardised")
    }
    return replacing("-", with: " ").replacing("(", with: " (").replacing(",", with: ", ").replacing("=", with: " = ")
      .replacing("rho", with: "ρ").replacing("relu", with: "ReLU").replacing("gaussian", with: "Gaussian")
      .replacing("rademacher", with: "Rademacher")
  }
}
