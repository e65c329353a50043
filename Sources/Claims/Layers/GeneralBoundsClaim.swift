// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim

/// **Theorems 1 and 2 without link normalisation**, by the same induction: for any network
///
///     e_L ≤ Σ_j ε_j·Π_{k>j} (‖W_k‖₁ + ‖b_k‖₁)  (parallel),      e_L ≤ ε_1·Π_{k≥2} √γ_k·‖W_k‖₂  (cascade).
///
/// - Hypotheses, certified for the numbers at hand: Ŵ_ℓ feasible; in the parallel scheme ‖Ŵ_ℓ‖₁ + ‖b̂_ℓ‖₁ ≤ ‖W_ℓ‖₁ + ‖b_ℓ‖₁.
/// - Measured: error/bound in every layer; chains of one neuron a layer attain it.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct GeneralBoundsClaim: LayerBoundClaim {
  public let name = "general-bounds"
  public let statement = "Any weights: error ≤ Σ_j ε_j·Π_(k>j)‖W_k‖₁ (parallel) and ≤ ε_1·Π_(k≥2) √γ_k‖W_k‖₂ (cascade)."
  public let falseVariant = "nine tenths of the bounds"

  public init() {}

  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)] {
    let schemes = SchemeGrid.parallel + SchemeGrid.cascade
    let chains = SchemeGrid.chains(schemes).map { ($0, 20) }
    guard variant == .stated else { return chains }
    return SchemeGrid(scale: .natural(gain: 1), schemes: schemes)
      .ensembles(plan, networks: plan.choose(quick: 4, standard: 30, thorough: 150)) + chains
  }

  var falseShare: Double { 0.9 }

  public func covers(_ ensemble: SchemeEnsemble) -> Bool {
    true
  }

  public func bound(_ bounds: ErrorBounds) -> Double { bounds.general }
}
