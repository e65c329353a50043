// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks

/// **Theorem 2** (cascade scheme). If ‖W_ℓ‖₁ = 1 in every layer, Ŵ_1 is as in ``Theorem1`` and, for ℓ ≥ 2, Ŵ_ℓ minimises ‖U‖₁ over
/// C_{ε_ℓ}(Ŷ^{(ℓ−1)}, Y^{(ℓ)}, W_ℓᵀŶ^{(ℓ−1)}) with ε_ℓ² = γ_ℓ·Σ_{m,p∈Ω_m} (w_mᵀŷ_p^{(ℓ−1)} − y_{m,p}^{(ℓ)})², γ_ℓ ≥ 1, then
/// e_ℓ = ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F ≤ ε_1·(γ_2⋯γ_ℓ)^{1/2}.
///
/// *Proof.* By ``Proposition1`` with slack, e_ℓ² ≤ ε_ℓ² + Σ_{p∉Ω_m} max(w_mᵀŷ_p, 0)² ≤ γ_ℓ·[Σ_Ω (w_mᵀŷ_p − y_{m,p})² + Σ_{Ωᶜ} max(w_mᵀŷ_p, 0)²].
/// On Ω, y = wᵀy^{(ℓ−1)}; off Ω, wᵀy^{(ℓ−1)} ≤ 0, so max(wᵀŷ, 0) ≤ |wᵀŷ − wᵀy^{(ℓ−1)}|. The bracket is at most
/// ‖W_ℓᵀ(Ŷ^{(ℓ−1)} − Y^{(ℓ−1)})‖_F², hence
///
///     e_ℓ ≤ √γ_ℓ·‖W_ℓ‖₂·e_{ℓ−1},                                                        (∗)
///
/// and ‖W_ℓ‖₂ ≤ ‖W_ℓ‖₁ = 1. ∎
///
/// The bias cancels in W_ℓᵀ(Ŷ − Y), and W_ℓ, not Ŵ_ℓ, stands in (∗): without link normalisation the factor is ‖W_ℓ‖₂ of the
/// weights alone.
///
/// *Risk coefficient.* κε_L in place of ε_L, 0 < κ ≤ 1, multiplies only what a linear last layer adds, so its factor is κ√γ_L. For a
/// ReLU the sum over Ωᶜ stays as it is: the bracket's factor is max(κ²γ_L, 1), and (∗) has max(κ√γ_L, 1). The
/// program may then have no feasible point, and the bound says nothing. A network of one layer has κε_1.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), theorem 2, supplement 4.3 and 4.4; the risk coefficient of section 3.2.
public enum Theorem2 {
  /// ε_1·(γ_2⋯γ_ℓ)^{1/2} for ℓ = 1, …, L, with the risk coefficient in the last: the theorem, for a link-normalised network.
  ///
  /// - `gammas`: γ_2, …, γ_L.
  public static func bounds(
    epsilon: Double, gammas: [Double], kappa: Double = 1, output: Network.Output = .linear
  ) -> [Double] {
    propagated(gammas.isEmpty ? kappa * epsilon : epsilon, roots(gammas, kappa, output))
  }

  /// ε_1·Π_{2≤k≤ℓ} √γ_k·‖W_k‖₂, with the risk coefficient in the last, for any network `original`.
  ///
  /// - Complexity: a singular value decomposition a layer.
  public static func bounds(epsilon: Double, gammas: [Double], kappa: Double = 1, original: Network) -> [Double] {
    propagated(gammas.isEmpty ? kappa * epsilon : epsilon, factors(gammas: gammas, kappa: kappa, original: original))
  }

  /// √γ_k·‖W_k‖₂ for k = 2, …, L, with the risk coefficient in the last.
  static func factors(gammas: [Double], kappa: Double, original: Network) -> [Double] {
    precondition(gammas.count == original.depth - 1, "a γ for every layer but the first")
    return zip(roots(gammas, kappa, original.output), original.spectralGrowths.dropFirst()).map { $0 * $1 }
  }

  private static func propagated(_ epsilon: Double, _ factors: [Double]) -> [Double] {
    NetTrim.propagated([epsilon] + factors.map { _ in 0 }, factors: [0] + factors)
  }

  /// √γ_ℓ; in the last layer κ√γ_L, but at least 1 before a ReLU.
  private static func roots(_ gammas: [Double], _ kappa: Double, _ output: Network.Output) -> [Double] {
    var roots = gammas.map { $0.squareRoot() }
    guard let last = roots.popLast() else { return [] }
    return roots + [output == .linear ? kappa * last : max(kappa * last, 1)]
  }
}
