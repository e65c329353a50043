// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Networks

/// The bounds of Aghasi, Abdi, Nguyen, Romberg (2017) and their like; ŵ, Ŷ are of the pruned network.
///
/// - Hypotheses, certified for the numbers at hand: Ŵ_ℓ is feasible for the layer's program; in the parallel scheme ‖Ŵ_ℓ‖₁ ≤ ‖W_ℓ‖₁,
///   biases included; ‖W_ℓ‖₁ = 1 where the statement says so.
/// - Measured: error/bound in every layer, and for theorems 1 and 2 the largest that a search over small networks and samples finds.
/// - Verdict: a deterministic inequality, refuted by a single violation.
extension LayerBoundClaim {
  /// The claims on errors of pruned layers.
  public static let all = [theorem1, theorem2, propositionS1, generalBounds, spectralBound]

  private static func protocolOf(_ hypotheses: String, amendments: [Amendment] = []) -> ClaimProtocol {
    ClaimProtocol(
      hypotheses: "Ŵ_ℓ feasible for its program in this layer and all before" + hypotheses,
      grid:
        "planted, dense and trained networks of 2 to 6 layers, narrower and wider than their samples are many, three ε (and γ); chains "
        + "of one neuron a layer",
      test:
        "a single certified error beyond its bound, layer by layer; theorems 1 and 2: also in a search for the largest ratio",
      margin: .bound, amendments: amendments)
  }

  private static let normalised = ", ‖W_ℓ‖₁ = 1; in the parallel scheme ‖Ŵ_ℓ‖₁ ≤ ‖W_ℓ‖₁"
  private static let parallelOnly = "; in the parallel scheme ‖Ŵ_ℓ‖₁ ≤ ‖W_ℓ‖₁"

  private static let notNormalised = "the same of networks that are not link-normalised, weights ten times as large"

  /// **Theorem 1.** In a link-normalised network pruned by the parallel scheme,
  ///
  ///     ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F ≤ Σ_{j≤ℓ} ε_j.
  public static let theorem1 = LayerBoundClaim(
    name: "theorem-1", statement: "Parallel scheme, ‖W_ℓ‖₁ = 1: ‖Ŷ^(ℓ) − Y^(ℓ)‖_F ≤ Σ_(j≤ℓ) ε_j.",
    falseVariant: notNormalised, registered: protocolOf(normalised), bound: .linkNormalised, schemes: [.parallel],
    output: .relu, networks: 4,
    search: .parallel(epsilon: 0.05))

  /// **Theorem 2.** In a link-normalised network pruned by the cascade scheme,
  ///
  ///     ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F ≤ ε_1·(γ_2⋯γ_ℓ)^{1/2}.
  public static let theorem2 = LayerBoundClaim(
    name: "theorem-2", statement: "Cascade scheme, ‖W_ℓ‖₁ = 1: ‖Ŷ^(ℓ) − Y^(ℓ)‖_F ≤ ε_1·√(γ_2⋯γ_ℓ).",
    falseVariant: notNormalised, registered: protocolOf(normalised), bound: .linkNormalised, schemes: [.cascade],
    output: .relu, networks: 4,
    search: .cascade(epsilon: 0.05, gamma: 1.1))

  /// **Proposition S.1** (supplement). Theorems 1 and 2 hold as well where the last layer is linear, its program a sparse least
  /// squares without inequalities.
  public static let propositionS1 = LayerBoundClaim(
    name: "proposition-s1",
    statement: "Last layer linear, ‖W_ℓ‖₁ = 1: error ≤ Σ_(j≤ℓ) ε_j (parallel) and ≤ ε_1·√(γ_2⋯γ_ℓ) (cascade).",
    falseVariant: notNormalised, registered: protocolOf(normalised), bound: .linkNormalised,
    schemes: [.parallel, .cascade], output: .linear, networks: 2)

  /// **Theorems 1 and 2 without link normalisation**, by the same induction: for any network
  ///
  ///     e_L ≤ Σ_j ε_j·Π_{k>j} (‖W_k‖₁ + ‖b_k‖₁)  (parallel),      e_L ≤ ε_1·Π_{k≥2} √γ_k·‖W_k‖₂  (cascade).
  public static let generalBounds = LayerBoundClaim(
    name: "general-bounds",
    statement: "Any weights: error ≤ Σ_j ε_j·Π_(k>j)‖W_k‖₁ (parallel) and ≤ ε_1·Π_(k≥2) √γ_k‖W_k‖₂ (cascade).",
    falseVariant: "nine tenths of the bounds", registered: protocolOf(parallelOnly), bound: .general,
    schemes: [.parallel, .cascade], output: nil,
    networks: 2)

  /// **The spectral bound** for the parallel scheme, known once the network is pruned, and tighter than Theorem 1:
  ///
  ///     e_L ≤ Σ_j ε_j·Π_{k>j} ‖Ŵ_k‖₂.
  public static let spectralBound = LayerBoundClaim(
    name: "spectral-bound", statement: "Parallel scheme, any weights: ‖Ŷ^(L) − Y^(L)‖_F ≤ Σ_j ε_j·Π_(k>j) ‖Ŵ_k‖₂.",
    falseVariant: "nine tenths of the bound", registered: protocolOf(""), bound: .sharp, schemes: [.parallel],
    output: nil, networks: 2)
}
