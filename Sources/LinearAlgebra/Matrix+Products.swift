// SPDX-License-Identifier: GPL-3.0-or-later
import COpenBLAS

extension Matrix {
  /// A·x.
  ///
  /// - Complexity: 2·rows·columns flops.
  public static func * (a: Matrix, x: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: a.rows)
    a.multiply(x, into: &y)
    return y
  }

  /// y ← α·A·x + β·y.
  public func multiply(_ x: [Double], scale: Double = 1, into y: inout [Double], adding: Double = 0) {
    precondition(x.count == columns && y.count == rows, "shapes \(rows)×\(columns) · \(x.count) → \(y.count)")
    gemv(CblasNoTrans, x, scale, &y, adding)
  }

  /// Aᵀ·x.
  ///
  /// - Complexity: 2·rows·columns flops.
  public func transposeTimes(_ x: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: columns)
    transposeMultiply(x, into: &y)
    return y
  }

  /// A·x, of which only the columns are read where x is not 0.
  ///
  /// - Complexity: 2·rows flops an entry of x that is not 0.
  public func timesSparse(_ x: [Double]) -> [Double] {
    precondition(x.count == columns, "shapes \(rows)×\(columns) · \(x.count)")
    var y = [Double](repeating: 0, count: rows)
    elements.withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      for (j, value) in x.enumerated() where value != 0 {
        cblas_daxpy(CInt(rows), value, start + j * rows, 1, &y, 1)
      }
    }
    return y
  }

  /// y ← α·Aᵀ·x + β·y.
  public func transposeMultiply(_ x: [Double], scale: Double = 1, into y: inout [Double], adding: Double = 0) {
    precondition(x.count == rows && y.count == columns, "shapes (\(rows)×\(columns))ᵀ · \(x.count) → \(y.count)")
    gemv(CblasTrans, x, scale, &y, adding)
  }

  private func gemv(_ form: CBLAS_TRANSPOSE, _ x: [Double], _ alpha: Double, _ y: inout [Double], _ beta: Double) {
    _ = singleThreaded
    guard !elements.isEmpty else {
      for i in y.indices { y[i] = beta == 0 ? 0 : beta * y[i] }
      return
    }
    cblas_dgemv(
      CblasColMajor, form, blasint(rows), blasint(columns), alpha, elements, blasint(rows), x, 1, beta, &y, 1)
  }

  /// A·B.
  ///
  /// - Complexity: 2·rows·inner·columns flops.
  public static func * (a: Matrix, b: Matrix) -> Matrix { gemm(a, CblasNoTrans, b, CblasNoTrans) }

  /// Aᵀ·B.
  public static func product(transposed a: Matrix, _ b: Matrix) -> Matrix { gemm(a, CblasTrans, b, CblasNoTrans) }

  /// A·Bᵀ.
  public static func product(_ a: Matrix, transposed b: Matrix) -> Matrix { gemm(a, CblasNoTrans, b, CblasTrans) }

  private static func gemm(_ a: Matrix, _ formA: CBLAS_TRANSPOSE, _ b: Matrix, _ formB: CBLAS_TRANSPOSE) -> Matrix {
    let (rows, inner) = formA == CblasTrans ? (a.columns, a.rows) : (a.rows, a.columns)
    let (innerB, columns) = formB == CblasTrans ? (b.columns, b.rows) : (b.rows, b.columns)
    precondition(inner == innerB, "inner dimensions \(inner) and \(innerB)")
    guard rows > 0 && columns > 0 && inner > 0 else { return Matrix(rows: rows, columns: columns) }
    _ = singleThreaded
    return Matrix(rows: rows, columns: columns) { buffer in
      cblas_dgemm(
        CblasColMajor, formA, formB, blasint(rows), blasint(columns), blasint(inner), 1, a.elements, blasint(a.rows),
        b.elements, blasint(b.rows), 0, buffer.baseAddress, blasint(rows))
    }
  }

  /// The upper triangle of the Gram matrix AᵀA (or AAᵀ when `outer`); entries below the diagonal are zero.
  ///
  /// - Complexity: rows·columns² flops (rows²·columns when `outer`).
  public func gram(outer: Bool = false) -> Matrix {
    let order = outer ? rows : columns
    var result = Matrix(rows: order, columns: order)
    guard !elements.isEmpty else { return result }
    _ = singleThreaded
    cblas_dsyrk(
      CblasColMajor, CblasUpper, outer ? CblasNoTrans : CblasTrans, blasint(order),
      blasint(outer ? columns : rows), 1, elements, blasint(rows), 0, &result.elements, blasint(order))
    return result
  }
}
