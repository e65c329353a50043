// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// The columns a_j, j ∉ Γ, of the active samples A, as a certificate search sees them.
///
/// Every ν with A_Γᵀν = g is ν₀ + Q₂y: ν₀ the least-norm one, Q₂ an orthonormal basis of the complement of A_Γ, and
/// y ∈ ℝᵈ free, d = n − s. So a column matters only through c_j = a_jᵀν₀ and b_j = Q₂ᵀa_j, because
///
///     a_jᵀν = c_j + b_jᵀy,   and h_{Γᶜ} extends to a null vector h of A iff B·h_{Γᶜ} = 0, with gᵀh_Γ = −cᵀh_{Γᶜ}.
///
/// Whether all of A has been drawn, or only what was asked for, is up to who conforms.
public protocol OffSupportInputs: ~Copyable {
  /// d = n − s.
  var dimension: Int { get }

  /// c + Bᵀy, from y alone; 0 at inputs that are on the support.
  mutating func correlations(at y: [Double]) -> [Double]

  /// Bᵀ·`direction`; 0 at inputs that are on the support.
  mutating func change(along direction: [Double]) -> [Double]

  /// B_J, d×|J|.
  mutating func columns(_ indices: [Int]) -> Matrix
}
