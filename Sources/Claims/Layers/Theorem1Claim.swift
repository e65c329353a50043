// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim
import Networks

/// **Theorem 1** (Aghasi, Abdi, Nguyen, Romberg 2017). In a link-normalised network pruned by the parallel scheme,
///
///     ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F ≤ Σ_{j≤ℓ} ε_j.
///
/// - Hypotheses, certified for the numbers at hand: ‖W_ℓ‖₁ = 1; Ŵ_ℓ feasible; ‖Ŵ_ℓ‖₁ ≤ ‖W_ℓ‖₁.
/// - Measured: error/bound in every layer, and the largest that a search over small networks and samples finds.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct Theorem1Claim: LayerBoundClaim {
  public let name = "theorem-1"
  public let statement = "Parallel scheme, ‖W_ℓ‖₁ = 1: ‖Ŷ^(ℓ) − Y^(ℓ)‖_F ≤ Σ_(j≤ℓ) ε_j."
  public let falseVariant = "the same of networks that are not link-normalised, weights ten times as large"

  public init() {}

  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)] {
    SchemeGrid(scale: variant == .stated ? .linkNormalised : .natural(gain: 10), schemes: SchemeGrid.parallel)
      .ensembles(plan, networks: variant == .stated ? plan.choose(quick: 8, standard: 60, thorough: 300) : 1)
  }

  public func covers(_ ensemble: SchemeEnsemble) -> Bool {
    if case .parallel = ensemble.scheme { ensemble.output == .relu } else { false }
  }

  public func bound(_ bounds: ErrorBounds) -> Double { bounds.linkNormalised }

  func tightness(_ plan: VerificationPlan) -> TightnessSearch? {
    TightnessSearch(.parallel(epsilon: 0.05), plan)
  }
}
