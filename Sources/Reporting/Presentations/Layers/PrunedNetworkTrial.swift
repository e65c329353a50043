// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import NetTrim

extension MeasuredLayer {
  /// e_ℓ over a bound; 0 where the error is rounding alone.
  func ratio(_ bound: KeyPath<ErrorBounds, Double>) -> Double {
    error <= bounds.allowance ? 0 : error / bounds[keyPath: bound]
  }
}

/// One pruned network of a study.
struct PrunedNetworkTrial: Sendable {
  let ensemble: SchemeEnsemble
  let number: Int
  let layers: [MeasuredLayer]
  let success: Bool?
  let seconds: Double

  init(_ ensemble: SchemeEnsemble, number: Int, _ trial: TrialOutcome) {
    (self.ensemble, self.number) = (ensemble, number)
    (success, seconds) = (trial.success, trial.seconds)
    layers = MeasuredLayer.layers(ensemble, trial.measurements)
  }

  /// rd, the relative discrepancy of the network's output.
  var relativeDiscrepancy: Double { layers.last?.relativeError ?? .nan }

  /// Whether it is what the scheme is defined to give: certified minimisers in all layers. Only then does its sparsity
  /// say something about the scheme.
  var isSolved: Bool { layers.allSatisfy { $0.isCertified && $0.isOptimal } }

  /// The share of the non-zero weights that are left, in layer `layer`, or in the whole network where that is 0.
  func kept(_ layer: Int) -> Double {
    guard layer == 0 else { return layers[layer - 1].kept }
    return layers.reduce(0) { $0 + $1.nonzerosAfter } / layers.reduce(0) { $0 + $1.nonzerosBefore }
  }
}
