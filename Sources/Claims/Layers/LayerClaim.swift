// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim
import Networks

/// A claim that the layers of a finished study can refute, as `verify`'s own measurement can: one judgement serves both.
public protocol LayerClaim: Claim {
  /// Whether the claim speaks of networks pruned like these; that they are link-normalised, where it asks for it, aside.
  func covers(_ ensemble: SchemeEnsemble) -> Bool
  /// What the claim says of e_ℓ.
  func bound(_ bounds: ErrorBounds) -> Double
}

/// A pruned layer of a study.
public struct MeasuredLayer: Sendable {
  public let ensemble: SchemeEnsemble
  /// ℓ, from 1.
  public let layer: Int
  /// e_ℓ = ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F.
  public let error: Double
  public let bounds: ErrorBounds
  /// Whether the theorems' hypotheses are certified for this layer and all before.
  public let isCertified: Bool

  public init(_ ensemble: SchemeEnsemble, layer: Int, error: Double, bounds: ErrorBounds, isCertified: Bool) {
    (self.ensemble, self.layer, self.error) = (ensemble, layer, error)
    (self.bounds, self.isCertified) = (bounds, isCertified)
  }
}

extension MeasuredLayer {
  /// The layers of one pruned network of `ensemble`.
  public static func layers(of pruning: Pruning, _ ensemble: SchemeEnsemble) -> [MeasuredLayer] {
    var areCertified = true
    return pruning.layers.enumerated().map { index, layer in
      let isNormalised = ensemble.scale != .linkNormalised || abs(layer.original.norm1 - 1) <= 1e-12
      areCertified = areCertified && layer.hypothesesCertified && isNormalised
      return MeasuredLayer(
        ensemble, layer: index + 1, error: layer.discrepancy, bounds: layer.bounds, isCertified: areCertified)
    }
  }

  /// Whether e_ℓ exceeds what `claim` says by more than rounding explains.
  public func violates(_ claim: some LayerClaim) -> Bool { check(bound: claim.bound(bounds)).isViolated }

  func check(bound: Double) -> LayerCheck {
    LayerCheck(
      label: ensemble.label, layer: layer, error: error, bound: bound, allowance: bounds.allowance,
      isCertified: isCertified)
  }
}

extension LayerClaim {
  /// Judges the claim by the layers it speaks of.
  public func judge(_ layers: [MeasuredLayer]) -> Finding {
    layers.filter { covers($0.ensemble) }.map { $0.check(bound: bound($0.bounds)) }.finding()
  }
}
