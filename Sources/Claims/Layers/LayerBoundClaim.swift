// SPDX-License-Identifier: GPL-3.0-or-later
import NetTrim

/// A bound on the errors of a pruned network, layer by layer, that is refuted by a single layer beyond it.
protocol LayerBoundClaim: LayerClaim {
  /// Whose layers are checked, with the number of networks of each.
  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)]
  /// The share of the bound that the false variant claims.
  var falseShare: Double { get }
  /// How to look for a network that comes close to the bound; nil where none is looked for.
  func tightness(_ plan: VerificationPlan) -> TightnessSearch?
}

extension LayerBoundClaim {
  public var kind: ClaimClass { .proved }

  var falseShare: Double { 1 }

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
    let share = variant == .stated ? 1 : falseShare
    return MeasuredLayer.layers(of: pruning, ensemble).map { $0.check(bound: share * bound($0.bounds)) }
  }
}

extension LayerCheck {
  fileprivate static func failed(_ label: String) -> LayerCheck {
    LayerCheck(label: label, error: .nan, bound: .nan, allowance: 0, isCertified: false)
  }
}
