// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import NetTrim
import Networks

/// A bound on the errors of a pruned network, layer by layer, that is refuted by a single layer beyond it.
protocol LayerBoundClaim: Claim {
  /// Whose layers are checked, with the number of networks of each.
  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)]
  /// The bound on e_ℓ.
  func bound(_ variant: ClaimVariant, on layer: PrunedLayer) -> Double
  /// How to look for a network that comes close to the bound; nil where none is looked for.
  func tightness(_ plan: VerificationPlan) -> TightnessSearch?
}

extension LayerBoundClaim {
  public var kind: ClaimClass { .proved }

  func tightness(_ plan: VerificationPlan) -> TightnessSearch? { nil }

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    var checks: [LayerCheck] = []
    for (ensemble, networks) in ensembles(variant, plan) {
      let prunings = await plan.map(networks) { _, trial in try? ensemble.pruning(seed: plan.seed, trial: trial) }
      checks += prunings.flatMap { $0.map { self.checks(of: $0, ensemble, variant) } ?? [.failed(ensemble.label)] }
    }
    guard variant == .stated, let search = tightness(plan) else { return checks.finding() }
    return checks.finding(remarks: [await search.remark()])
  }

  private func checks(of pruning: Pruning, _ ensemble: SchemeEnsemble, _ variant: ClaimVariant) -> [LayerCheck] {
    var areCertified = true
    return pruning.layers.enumerated().map { index, layer in
      let isNormalised = ensemble.scale != .linkNormalised || abs(layer.original.norm1 - 1) <= 1e-12
      areCertified = areCertified && layer.hypothesesCertified && isNormalised
      return LayerCheck(
        label: ensemble.label, layer: index + 1, error: layer.discrepancy, bound: bound(variant, on: layer),
        allowance: layer.bounds.allowance, isCertified: areCertified)
    }
  }
}

extension LayerCheck {
  fileprivate static func failed(_ label: String) -> LayerCheck {
    LayerCheck(label: label, error: .nan, bound: .nan, allowance: 0, isCertified: false)
  }
}
