// SPDX-License-Identifier: GPL-3.0-or-later
import CLAPACKE

/// A·P = Q·R by Householder reflections with column pivoting, cut off at the numerical rank r.
///
/// Source: Businger, Golub (1965); LAPACK's dgeqp3.
public struct PivotedQR: Sendable {
  /// r.
  public let rank: Int
  /// The columns of A in the order in which they were taken; the first r span the others.
  public let pivots: [Int]
  /// Q, rows×r, with orthonormal columns.
  public let basis: Matrix
  /// R of the first r columns, upper triangular.
  private let factor: Cholesky

  /// - Parameter rankTolerance: diagonal entries of R below this multiple of the first count as 0 (relative).
  /// - Complexity: about 4·rows·columns·min(rows, columns) flops.
  public init(_ a: Matrix, rankTolerance: Double) {
    _ = singleThreaded
    let (rows, order) = (a.rows, min(a.rows, a.columns))
    var qr = a
    var pivots = [Int32](repeating: 0, count: a.columns)
    var tau = [Double](repeating: 0, count: order)
    guard order > 0, a.elements.allSatisfy(\.isFinite) else {
      (rank, self.pivots, basis) = (0, [], Matrix(rows: rows, columns: 0))
      factor = Cholesky(triangle: Matrix(rows: 0, columns: 0))
      return
    }
    var status = LAPACKE_dgeqp3(
      LAPACK_COL_MAJOR, Int32(rows), Int32(a.columns), &qr.elements, Int32(rows), &pivots, &tau)
    precondition(status == 0, "LAPACKE_dgeqp3 argument \(-status)")
    let triangle = qr
    let rank = (0..<order).first { abs(triangle[$0, $0]) <= rankTolerance * abs(triangle[0, 0]) } ?? order
    var r = Matrix(rows: rank, columns: rank)
    for j in 0..<rank { for i in 0...j { r[i, j] = triangle[i, j] } }
    factor = Cholesky(triangle: r)
    status = LAPACKE_dorgqr(
      LAPACK_COL_MAJOR, Int32(rows), Int32(order), Int32(order), &qr.elements, Int32(rows), tau)
    precondition(status == 0, "LAPACKE_dorgqr argument \(-status)")
    basis = qr.selectingColumns(0..<rank)
    self.rank = rank
    self.pivots = pivots.map { Int($0) - 1 }
  }

  /// R⁻ᵀb: the coordinates Qᵀx of every x with aᵀx = b for the first r columns a.
  public func coordinates(_ b: [Double]) -> [Double] { factor.halfSolve(Matrix(column: b)).elements }

  /// R⁻¹c: the combination of the first r columns that is Q·c.
  public func combination(_ c: [Double]) -> [Double] { factor.backSolve(c) }
}
