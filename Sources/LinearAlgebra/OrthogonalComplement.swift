// SPDX-License-Identifier: GPL-3.0-or-later
import CLAPACKE

/// Coordinates on the orthogonal complement of a matrix's column space, by Householder QR: A = [Q₁, Q₂]·[R; 0].
public struct OrthogonalComplement: Sendable {
  /// n, the dimension of the space.
  public let ambient: Int
  /// n − s for an n×s matrix of full column rank.
  public var dimension: Int { ambient - reflectors.columns }

  private let reflectors: Matrix
  private let factors: [Double]

  /// - Parameter matrix: n×s, s ≤ n.
  /// - Complexity: 2·n·s² flops.
  public init(of matrix: Matrix) {
    precondition(matrix.columns <= matrix.rows, "\(matrix.columns) columns in \(matrix.rows) dimensions")
    _ = singleThreaded
    var qr = matrix
    var tau = [Double](repeating: 0, count: matrix.columns)
    if !matrix.elements.isEmpty {
      let status = LAPACKE_dgeqrf(
        LAPACK_COL_MAJOR, Int32(matrix.rows), Int32(matrix.columns), &qr.elements, Int32(matrix.rows), &tau)
      precondition(status == 0, "LAPACKE_dgeqrf argument \(-status)")
    }
    (ambient, reflectors, factors) = (matrix.rows, qr, tau)
  }

  /// Q₂ᵀV, (n−s)×k: the coordinates of the columns' projections.
  ///
  /// - Complexity: 4·n·s flops a column.
  public func coordinates(of vectors: Matrix) -> Matrix {
    let rotated = applied(to: vectors, transposed: true)
    return rotated.selectingRows(reflectors.columns..<ambient)
  }

  /// Q₂y: the vector of the complement with coordinates y.
  ///
  /// - Complexity: 4·n·s flops.
  public func vector(_ coordinates: [Double]) -> [Double] {
    let padded = [Double](repeating: 0, count: reflectors.columns) + coordinates
    return applied(to: Matrix(column: padded), transposed: false).elements
  }

  private func applied(to vectors: Matrix, transposed: Bool) -> Matrix {
    precondition(vectors.rows == ambient, "vectors of length \(vectors.rows) in \(ambient) dimensions")
    var result = vectors
    guard !vectors.elements.isEmpty && reflectors.columns > 0 else { return result }
    let status = LAPACKE_dormqr(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), CChar(UInt8(ascii: transposed ? "T" : "N")), Int32(ambient),
      Int32(vectors.columns), Int32(reflectors.columns), reflectors.elements, Int32(ambient), factors,
      &result.elements, Int32(ambient))
    precondition(status == 0, "LAPACKE_dormqr argument \(-status)")
    return result
  }
}
