// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim

/// **The spectral bound** for the parallel scheme, known once the network is pruned, and tighter than Theorem 1:
///
///     e_L ≤ Σ_j ε_j·Π_{k>j} ‖Ŵ_k‖₂.
///
/// - Hypothesis, certified for the numbers at hand: Ŵ_ℓ feasible.
/// - Measured: error/bound in every layer; chains of one neuron a layer attain it.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct SpectralBoundClaim: LayerBoundClaim {
  public let name = "spectral-bound"
  public let statement = "Parallel scheme, any weights: ‖Ŷ^(L) − Y^(L)‖_F ≤ Σ_j ε_j·Π_(k>j) ‖Ŵ_k‖₂."
  public let falseVariant = "nine tenths of the bound"

  public init() {}

  func ensembles(_ variant: ClaimVariant, _ plan: VerificationPlan) -> [(ensemble: SchemeEnsemble, networks: Int)] {
    let chains = SchemeGrid.chains(SchemeGrid.parallel).map { ($0, 20) }
    guard variant == .stated else { return chains }
    return SchemeGrid(scale: .natural(gain: 1), schemes: SchemeGrid.parallel)
      .ensembles(plan, networks: plan.choose(quick: 4, standard: 30, thorough: 150)) + chains
  }

  var falseShare: Double { 0.9 }

  public func covers(_ ensemble: SchemeEnsemble) -> Bool {
    if case .parallel = ensemble.scheme { true } else { false }
  }

  public func bound(_ bounds: ErrorBounds) -> Double { bounds.sharp }
}
