// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The certificate of Theorem 3's proof, from the active samples on Γ alone (Supplement, S.28):
///
///     ξ = X_{Γ,Ω}ᵀ (X_{Γ,Ω} X_{Γ,Ω}ᵀ)⁻¹ sign(w*_Γ)
///
/// It proves recovery if ‖X_{Γᶜ,Ω} ξ‖_∞ < 1.
struct LeastSquaresCertificate: Sendable {
  /// ξ, one entry an active sample.
  let vector: [Double]

  /// - Parameters:
  ///   - block: X_{Γ,Ω}ᵀ, n×s; nil is returned if its rank is below s.
  ///   - signs: sign(w*_Γ).
  init?(block: Matrix, signs: [Double]) {
    guard block.rows >= block.columns, let gram = Cholesky(upper: block.gram()) else { return nil }
    vector = block * gram.solve(signs)
  }

  /// ‖ξ‖₂.
  var norm: Double { vector.norm2 }

  /// ‖X_{Γᶜ,Ω} ξ‖_∞.
  ///
  /// - Parameter active: X_Ωᵀ, n×N.
  /// - Complexity: 2·n·N flops.
  func largestCorrelation(with active: Matrix, off support: [Int]) -> Double {
    var correlations = active.transposeTimes(vector)
    for j in support { correlations[j] = 0 }
    return correlations.normInfinity
  }
}
