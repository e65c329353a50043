// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim
import Networks

/// **Theorem 2** (Aghasi, Abdi, Nguyen, Romberg 2017). In a link-normalised network pruned by the cascade scheme,
///
///     ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F ≤ ε_1·(γ_2⋯γ_ℓ)^{1/2}.
///
/// - Hypotheses, certified for the numbers at hand: ‖W_ℓ‖₁ = 1; Ŵ_ℓ feasible.
/// - Measured: error/bound in every layer, and the largest that a search over small networks and samples finds.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct Theorem2Claim: LayerBoundClaim {
  public let name = "theorem-2"
  public let statement = "Cascade scheme, ‖W_ℓ‖₁ = 1: ‖Ŷ^(ℓ) − Y^(ℓ)‖_F ≤ ε_1·√(γ_2⋯γ_ℓ)."
  public let falseVariant = "the same of networks that are not link-normalised, weights ten times as large"

  public init() {}

  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)] {
    SchemeGrid(scale: variant == .stated ? .linkNormalised : .natural(gain: 10), schemes: SchemeGrid.cascade)
      .ensembles(plan, networks: variant == .stated ? plan.choose(quick: 8, standard: 60, thorough: 300) : 1)
  }

  public func covers(_ ensemble: SchemeEnsemble) -> Bool {
    if case .cascade = ensemble.scheme { ensemble.output == .relu } else { false }
  }

  public func bound(_ bounds: ErrorBounds) -> Double { bounds.linkNormalised }

  func tightness(_ plan: VerificationPlan) -> TightnessSearch? {
    TightnessSearch(.cascade(epsilon: 0.05, gamma: 1.1), plan)
  }
}
