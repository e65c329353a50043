// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Columns of A in coordinates on the complement of A_Γ, each computed when it is first asked for.
struct ColumnProjections {
  let complement: OrthogonalComplement
  /// b_j = Q₂ᵀa_j, (n−s) × number of columns known.
  private var known: Matrix
  /// Where column j stands in `known`.
  private var positions: [Int: Int] = [:]

  init(onComplementOf columns: Matrix) {
    complement = OrthogonalComplement(of: columns)
    known = Matrix(rows: complement.dimension, columns: 0)
  }

  /// B_J = Q₂ᵀA_J.
  ///
  /// - Complexity: 4·n·s flops for every new column.
  mutating func columns(_ indices: [Int], of matrix: Matrix) -> Matrix {
    let new = indices.filter { positions[$0] == nil }
    if !new.isEmpty {
      for (offset, j) in new.enumerated() { positions[j] = known.columns + offset }
      known = Matrix.joiningColumns(known, complement.coordinates(of: matrix.selectingColumns(new)))
    }
    return known.selectingColumns(indices.compactMap { positions[$0] })
  }
}
