// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import NetTrim
import StudyRunner

/// A layer of one network of a study, as it was measured.
struct PrunedLayerTrial: Sendable {
  let measured: MeasuredLayer
  let isOptimal: Bool
  let nonzerosBefore, nonzerosAfter: Double
  let responseNorm, gap: Double

  /// ℓ, from 1.
  var layer: Int { measured.layer }
  var isCertified: Bool { measured.isCertified }
  /// e_ℓ/‖Y^{(ℓ)}‖_F.
  var relativeError: Double { measured.error / responseNorm }
  /// The share of the non-zero weights and biases that are left.
  var kept: Double { nonzerosAfter / nonzerosBefore }

  /// e_ℓ over a bound; 0 where the error is rounding alone.
  func ratio(_ bound: KeyPath<ErrorBounds, Double>) -> Double {
    measured.error <= measured.bounds.allowance ? 0 : measured.error / measured.bounds[keyPath: bound]
  }
}

/// One pruned network of a study.
struct PrunedNetworkTrial: Sendable {
  let ensemble: SchemeEnsemble
  let number: Int
  let layers: [PrunedLayerTrial]
  let success: Bool?
  let seconds: Double

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

extension PrunedNetworkTrial {
  init(_ ensemble: SchemeEnsemble, number: Int, _ trial: MeasuredTrial) {
    (self.ensemble, self.number) = (ensemble, number)
    (success, seconds) = (trial.success, trial.seconds)
    let byLayer = Dictionary(grouping: trial.measurements, by: \.item)
    layers = byLayer.keys.sorted().map { PrunedLayerTrial(ensemble, layer: $0, byLayer[$0] ?? []) }
  }
}

extension PrunedLayerTrial {
  fileprivate init(_ ensemble: SchemeEnsemble, layer: Int, _ measurements: [Measurement]) {
    let values = Dictionary(measurements.map { ($0.quantity, $0.value) }) { first, _ in first }
    func value(_ quantity: LayerQuantity) -> Double { values[quantity.rawValue] ?? .nan }
    measured = MeasuredLayer(
      ensemble, layer: layer, error: value(.error),
      bounds: ErrorBounds(
        linkNormalised: value(.boundNormalised), general: value(.boundGeneral), sharp: value(.boundSharp),
        allowance: value(.allowance)),
      isCertified: value(.certified) == 1)
    isOptimal = value(.optimal) == 1
    (nonzerosBefore, nonzerosAfter) = (value(.nonzerosBefore), value(.nonzerosAfter))
    (responseNorm, gap) = (value(.responseNorm), value(.gap))
  }
}
