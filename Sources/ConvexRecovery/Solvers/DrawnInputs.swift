// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Inputs off the support whose active samples have all been drawn.
struct DrawnInputs: OffSupportInputs {
  /// A, n×N.
  private let active: Matrix
  private let support: [Int]
  private let onSupport: SupportColumns
  private let complement: OrthogonalComplement
  /// b_j = Q₂ᵀa_j of the columns that were asked for so far, and where each of them stands.
  private var known: Matrix
  private var positions: [Int: Int] = [:]

  var dimension: Int { complement.dimension }

  /// - Complexity: 2·n·s² flops.
  init(_ active: Matrix, support: [Int], _ onSupport: SupportColumns) {
    (self.active, self.support, self.onSupport) = (active, support, onSupport)
    complement = OrthogonalComplement(of: onSupport.columns)
    known = Matrix(rows: complement.dimension, columns: 0)
  }

  /// - Complexity: 2·n·N + 8·n·s flops; the equalities are refined before.
  func correlations(at y: [Double]) -> [Double] {
    guard y.contains(where: { $0 != 0 }) else { return correlations(with: onSupport.leastNormCertificate) }
    var certificate = complement.vector(y)
    certificate.add(onSupport.leastNormCertificate)
    return correlations(with: onSupport.refined(certificate))
  }

  /// - Complexity: 2·n·N + 4·n·s flops.
  func change(along direction: [Double]) -> [Double] { correlations(with: complement.vector(direction)) }

  /// - Complexity: 4·n·s flops for every new column.
  mutating func columns(_ indices: [Int]) -> Matrix {
    let new = indices.filter { positions[$0] == nil }
    for (offset, j) in new.enumerated() { positions[j] = known.columns + offset }
    if !new.isEmpty { known.appendColumns(complement.coordinates(of: active.selectingColumns(new))) }
    return known.selectingColumns(indices.compactMap { positions[$0] })
  }

  private func correlations(with vector: [Double]) -> [Double] {
    var values = active.transposeTimes(vector)
    for j in support { values[j] = 0 }
    return values
  }
}
