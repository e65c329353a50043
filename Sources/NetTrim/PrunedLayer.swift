// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
import LinearAlgebra
public import Networks

/// What became of a layer, with the evidence for it.
public struct PrunedLayer: Sendable {
  /// W and b.
  public let original: Layer
  /// Ŵ and b̂.
  public let pruned: Layer
  /// The program's solution: Ŵ over b̂, gap, residual and violation, all recomputed. Its method is "unpruned" where no method
  /// converged and the layer stays as it was.
  public let solution: LayerSolution
  /// ε_ℓ, absolute, as the program had it.
  public let epsilon: Double
  /// κ, by which ε_ℓ has been multiplied; 1 but in the last layer of a cascade.
  public let kappa: Double
  /// ‖Y^{(ℓ)}‖_F, the size of the original responses.
  public let responseNorm: Double
  /// e_ℓ = ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F, measured at layer ℓ of the pruned network.
  public let discrepancy: Double
  /// The theorems' bounds on the error of the network so far.
  public let bounds: ErrorBounds

  /// Whether the theorems' hypotheses hold for the numbers at hand: Ŵ is feasible and no larger than W.
  ///
  ///     residual ≤ ε(1 + 10⁻⁹) + 10⁻¹⁴‖Y‖_F,   violation ≤ 10⁻⁹·max(‖Y‖_∞, |v|) entry by entry,   ‖Ŵ‖₁ ≤ ‖W‖₁(1 + 10⁻⁹)
  ///
  /// The 10⁻¹⁴‖Y‖_F is what rounding ŴᵀX costs. Optimality is not among them.
  public let hypothesesCertified: Bool
}

/// What the theorems say of e_ℓ = ‖Ŷ^{(ℓ)} − Y^{(ℓ)}‖_F.
public struct ErrorBounds: Hashable, Sendable {
  /// As the theorem is stated: for link-normalised networks only; NaN of one with convolutions.
  public let linkNormalised: Double
  /// The same for any network, from its original weights.
  public let general: Double
  /// What is known after pruning: the spectral norms ‖Ŵ_k‖₂ in the parallel scheme, proposition 1 with slack in the cascade.
  public let sharp: Double
  /// By how much e_ℓ, as computed, may exceed a bound: the residuals and violations beyond what the programs allow, and the
  /// rounding of Y and Ŷ, passed on through the layers. Some 10⁻¹³‖Y‖_F.
  public let allowance: Double

  /// The bounds on an error, in the units of the responses; rounding may explain up to `allowance` more.
  public init(linkNormalised: Double, general: Double, sharp: Double, allowance: Double) {
    (self.linkNormalised, self.general, self.sharp, self.allowance) = (linkNormalised, general, sharp, allowance)
  }
}
