// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim

/// Which of the bounds on e_ℓ = ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F.
public enum ErrorBound: Hashable, Sendable {
  /// As the theorems are stated, for link-normalised networks only.
  case linkNormalised
  /// The same for any network.
  case general
  /// What is known after pruning.
  case sharp
}

extension ErrorBounds {
  /// The value of one of the bounds.
  public subscript(bound: ErrorBound) -> Double {
    switch bound {
    case .linkNormalised: linkNormalised
    case .general: general
    case .sharp: sharp
    }
  }
}

/// An error beside a bound on it.
public struct BoundCheck: Hashable, Sendable {
  /// error/bound; 0 where the error is rounding alone.
  public let ratio: Double
  /// Whether the error exceeds the bound by more than rounding explains; one that is no number does.
  public let isViolated: Bool

  /// An error beside its bound; rounding may explain up to `allowance`.
  public init(error: Double, bound: Double, allowance: Double) {
    ratio = error <= allowance ? 0 : error / bound
    isViolated = !(error <= bound + allowance)
  }
}

/// A layer of a pruned network, as ``LayerExperiment`` measured it.
public struct MeasuredLayer: Sendable {
  /// What was pruned, and how.
  public let ensemble: SchemeEnsemble
  /// ℓ, from 1.
  public let layer: Int
  /// e_ℓ.
  public let error: Double
  /// The theorems' bounds on the error.
  public let bounds: ErrorBounds
  /// Whether the theorems' hypotheses are certified for this layer and all before.
  public let isCertified: Bool
  /// Whether the layer's program was solved to a certified optimum.
  public let isOptimal: Bool
  public let nonzerosBefore, nonzerosAfter: Double
  /// ‖Y^{(ℓ)}‖_F.
  public let responseNorm: Double
  /// Relative duality gap of the layer's program.
  public let gap: Double

  /// e_ℓ/‖Y^{(ℓ)}‖_F.
  public var relativeError: Double { error / responseNorm }
  /// The share of the non-zero weights and biases that is left.
  public var kept: Double { nonzerosAfter / nonzerosBefore }

  /// e_ℓ beside a bound.
  ///
  /// - Parameter share: of the bound, where less than it is claimed.
  public func check(_ bound: ErrorBound, share: Double = 1) -> BoundCheck {
    BoundCheck(error: error, bound: share * bounds[bound], allowance: bounds.allowance)
  }
}

extension MeasuredLayer {
  /// The layers of one trial, from the first to the last.
  public static func layers(_ ensemble: SchemeEnsemble, _ measurements: [Measurement]) -> [MeasuredLayer] {
    let byLayer = Dictionary(grouping: measurements, by: \.item)
    return byLayer.sorted { $0.key < $1.key }.map { MeasuredLayer(ensemble, layer: $0.key, $0.value) }
  }

  private init(_ ensemble: SchemeEnsemble, layer: Int, _ measurements: [Measurement]) {
    typealias Q = LayerExperiment
    func value(_ quantity: Quantity) -> Double { measurements.first { $0.name == quantity.name }?.value ?? .nan }
    (self.ensemble, self.layer) = (ensemble, layer)
    error = value(Q.error)
    bounds = ErrorBounds(
      linkNormalised: value(Q.boundNormalised), general: value(Q.boundGeneral), sharp: value(Q.boundSharp),
      allowance: value(Q.allowance))
    (isCertified, isOptimal) = (value(Q.certified) == 1, value(Q.optimal) == 1)
    (nonzerosBefore, nonzerosAfter) = (value(Q.nonzerosBefore), value(Q.nonzerosAfter))
    (responseNorm, gap) = (value(Q.responseNorm), value(Q.gap))
  }
}

extension [CellTrials] {
  /// The layers of all trials that did not fail: read once, they serve every claim.
  public var layers: [MeasuredLayer] {
    flatMap { cell in
      let ensemble = SchemeEnsemble(cell.cell)
      return cell.outcomes.flatMap { MeasuredLayer.layers(ensemble, $0.measurements) }
    }
  }
}
