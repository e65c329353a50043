// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks

/// **Theorem 1** (parallel scheme). If ‖W_ℓ‖₁ = 1 in every layer and Ŵ_ℓ minimises ‖U‖₁ over
/// C_{ε_ℓ}(Y^{(ℓ−1)}, Y^{(ℓ)}, 0), then e_ℓ = ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F ≤ Σ_{j≤ℓ} ε_j.
///
/// *Proof.* Write Ŷ^{(ℓ)} − Y^{(ℓ)} as [ReLU(Ŵ_ℓᵀŶ^{(ℓ−1)}) − ReLU(Ŵ_ℓᵀY^{(ℓ−1)})] + [ReLU(Ŵ_ℓᵀY^{(ℓ−1)}) − Y^{(ℓ)}]. The second term is
/// at most ε_ℓ by ``Proposition1``, the first at most ‖Ŵ_ℓ‖₂·e_{ℓ−1}, for ReLU is 1-Lipschitz:
///
///     e_ℓ ≤ ε_ℓ + ‖Ŵ_ℓ‖₂·e_{ℓ−1}.                                                       (∗)
///
/// W_ℓ is feasible, so ‖Ŵ_ℓ‖₂ ≤ ‖Ŵ_ℓ‖_F ≤ ‖Ŵ_ℓ‖₁ ≤ ‖W_ℓ‖₁ = 1. ∎
///
/// A bias adds the same to Ŵ_ℓᵀŶ^{(ℓ−1)} and Ŵ_ℓᵀY^{(ℓ−1)}: it cancels in the first term, and ‖Ŵ_ℓ‖₂ is the norm without it. But the program
/// may trade bias for weights, so that only ‖Ŵ_ℓ‖₁ + ‖b̂_ℓ‖₁ ≤ ‖W_ℓ‖₁ + ‖b_ℓ‖₁ is known: the *a priori* factor counts the bias. A linear
/// last layer changes nothing (proposition S.1): the identity is 1-Lipschitz too.
///
/// Where layers read patches of what comes in, a discrepancy grows by `Reading.growth` before it meets the weights: every factor but
/// that of the theorem as it is stated has it.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), theorem 1, supplement 4.2 and 4.4.
public enum Theorem1 {
  /// Σ_{j≤ℓ} ε_j for ℓ = 1, …, L: the theorem, for a link-normalised network.
  public static func bounds(epsilons: [Double]) -> [Double] {
    propagated(epsilons, factors: epsilons.map { _ in 1 })
  }

  /// Σ_{j≤ℓ} ε_j·Π_{j<k≤ℓ} (‖W_k‖₁ + ‖b_k‖₁), for any network `original`.
  public static func bounds(epsilons: [Double], original: Network) -> [Double] {
    propagated(
      epsilons, factors: original.layers.indices.map { original.layers[$0].norm1 * original.growth(beforeLayer: $0) })
  }

  /// Σ_{j≤ℓ} ε_j·Π_{j<k≤ℓ} ‖Ŵ_k‖₂, which is (∗) itself: sharper, and known only once the network is pruned.
  ///
  /// - Complexity: a singular value decomposition a layer.
  public static func spectralBounds(epsilons: [Double], pruned: Network) -> [Double] {
    propagated(epsilons, factors: pruned.spectralGrowths)
  }
}

extension Network {
  /// ‖W_ℓ‖₂, times what the layer's reading adds to a discrepancy.
  var spectralGrowths: [Double] {
    layers.indices.map { layers[$0].weights.spectralNorm * growth(beforeLayer: $0) }
  }
}
