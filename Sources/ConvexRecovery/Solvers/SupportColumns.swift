// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// The active samples on the support, A_Γ, and the dual certificate of least norm that they determine.
public struct SupportColumns: Sendable {
  /// A_Γ, n×s.
  public let columns: Matrix
  /// g, the signs of the weights.
  let signs: [Double]
  private let factor: Cholesky
  /// ν₀ = A_Γ(A_ΓᵀA_Γ)⁻¹g, the shortest ν with A_Γᵀν = g.
  public let leastNormCertificate: [Double]

  /// Factors A_ΓᵀA_Γ; nil if A_Γ does not have full column rank.
  ///
  /// - Complexity: n·s² + s³/3 flops.
  public init?(_ columns: Matrix, signs: [Double]) {
    guard columns.rows >= columns.columns, let factor = Cholesky(upper: columns.gram()), factor.smallestPivot > 1e-12
    else { return nil }
    (self.columns, self.signs, self.factor) = (columns, signs, factor)
    var certificate = columns * factor.solve(signs)
    certificate.add(columns * factor.solve(signs - columns.transposeTimes(certificate)))
    leastNormCertificate = certificate
  }

  /// The ν nearest to `certificate` with A_Γᵀν = g.
  ///
  /// - Complexity: 4·n·s + 2·s² flops.
  func refined(_ certificate: [Double]) -> [Double] {
    var refined = certificate
    refined.add(columns * factor.solve(signs - columns.transposeTimes(certificate)))
    return refined
  }
}
