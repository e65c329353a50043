// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics

extension CellSummary {
  /// ‖û − w*‖/‖w*‖ by the law of the pruned neuron, whose responses have errors of norm ε = r·‖y‖.
  ///
  /// nil where the law does not speak: without noise, of other inputs, of several neurons, of own methods, and of weights from a file.
  /// - Complexity: some 2 ms.
  var predictedError: Double? {
    guard condition.noise > 0, condition.noise < 1, condition.inputs == .gaussian, condition.neurons == 1,
      !condition.method.isOwn, let planted = cell.weights.typical(cell.sparsity)
    else { return nil }
    let weights = planted + Array(repeating: 0, count: cell.dimension - cell.sparsity)
    let law = try? PrunedNeuronLaw(
      weights: weights, samples: cell.samples, relativeEpsilon: condition.noise, noise: 1)
    return law?.weightError
  }
}

extension WeightDistribution {
  /// |w_j| in the middle of each of `count` equally probable parts of the law; nil of weights from a file.
  fileprivate func typical(_ count: Int) -> [Double]? {
    let middles = (0..<count).map { (Double($0) + 0.5) / Double(count) }
    return switch self {
    case .gaussian: middles.map { TransitionLink.probit.predictor((1 + $0) / 2) }
    case .signs: middles.map { _ in 1 }
    case .uniform: middles.map { 3.0.squareRoot() * $0 }
    case .powerLaw(let exponent): (1...count).map { pow(Double($0), -exponent) }
    case .file: nil
    }
  }
}
