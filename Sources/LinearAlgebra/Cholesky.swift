// SPDX-License-Identifier: GPL-3.0-or-later
import CLAPACKE
import COpenBLAS

/// The Cholesky factorisation G = RᵀR of a symmetric positive definite matrix.
public struct Cholesky: Sendable {
  /// R in the upper triangle.
  let factor: Matrix

  /// Factors the matrix whose upper triangle `upper` holds; nil if it is not numerically positive definite.
  ///
  /// - Complexity: k³/3 flops for order k.
  public init?(upper: Matrix) {
    precondition(upper.rows == upper.columns, "a Cholesky factorisation needs a square matrix")
    _ = singleThreaded
    var r = upper
    guard r.rows > 0 else {
      factor = r
      return
    }
    let order = Int32(r.rows)
    guard LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), order, &r.elements, order) == 0 else {
      return nil
    }
    factor = r
  }

  /// The factorisation whose R is known.
  init(triangle: Matrix) { factor = triangle }

  /// k, the order of the matrix.
  public var order: Int { factor.rows }

  /// The least squared sine between a column of the Gram matrix's factor and those before it: min R_jj²/G_jj (relative).
  ///
  /// - Complexity: O(k²).
  public var smallestPivot: Double {
    (0..<order).reduce(1) { least, j in
      let square = factor.column(j)[..<(j * order + j + 1)].reduce(0) { $0 + $1 * $1 }
      return min(least, factor[j, j] * factor[j, j] / square)
    }
  }

  /// G⁻¹b.
  ///
  /// - Complexity: 2k² flops.
  public func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "right-hand side of length \(b.count) for order \(order)")
    var x = b
    guard order > 0 else { return x }
    for form in [CblasTrans, CblasNoTrans] {
      cblas_dtrsv(
        CblasColMajor, CblasUpper, form, CblasNonUnit, blasint(order), factor.elements, blasint(order), &x, 1)
    }
    return x
  }

  /// G⁻¹B, for every column of B.
  ///
  /// - Complexity: 2k² flops a column.
  public func solve(_ b: Matrix) -> Matrix {
    halfSolved(b, forms: [CblasTrans, CblasNoTrans])
  }

  /// R⁻ᵀB, so that (R⁻ᵀB)ᵀ(R⁻ᵀB) = BᵀG⁻¹B.
  ///
  /// - Complexity: k² flops a column.
  public func halfSolve(_ b: Matrix) -> Matrix { halfSolved(b, forms: [CblasTrans]) }

  /// R⁻¹b.
  func backSolve(_ b: [Double]) -> [Double] { halfSolved(Matrix(column: b), forms: [CblasNoTrans]).elements }

  private func halfSolved(_ b: Matrix, forms: [CBLAS_TRANSPOSE]) -> Matrix {
    precondition(b.rows == order, "right-hand side of height \(b.rows) for order \(order)")
    var x = b
    guard !b.elements.isEmpty else { return x }
    for form in forms {
      cblas_dtrsm(
        CblasColMajor, CblasLeft, CblasUpper, form, CblasNonUnit, blasint(order), blasint(b.columns), 1,
        factor.elements, blasint(order), &x.elements, blasint(order))
    }
    return x
  }
}
