// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim
import Networks

/// **Proposition S.1** (supplement to Aghasi, Abdi, Nguyen, Romberg 2017). Theorems 1 and 2 hold as well where the last layer is linear,
/// its program a sparse least squares without inequalities.
///
/// - Hypotheses, measured, verdict: as for ``Theorem1Claim`` and ``Theorem2Claim``.
public struct PropositionS1Claim: LayerBoundClaim {
  public let name = "proposition-s1"
  public let statement =
    "Last layer linear, ‖W_ℓ‖₁ = 1: error ≤ Σ_(j≤ℓ) ε_j (parallel) and ≤ ε_1·√(γ_2⋯γ_ℓ) (cascade)."
  public let falseVariant = "the same of networks that are not link-normalised, weights ten times as large"

  public init() {}

  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)] {
    SchemeGrid(
      scale: variant == .stated ? .linkNormalised : .natural(gain: 10), output: .linear,
      schemes: SchemeGrid.parallel + SchemeGrid.cascade
    )
    .ensembles(plan, networks: variant == .stated ? plan.choose(quick: 4, standard: 30, thorough: 150) : 1)
  }

  public func covers(_ ensemble: SchemeEnsemble) -> Bool {
    ensemble.output == .linear
  }

  public func bound(_ bounds: ErrorBounds) -> Double { bounds.linkNormalised }
}
