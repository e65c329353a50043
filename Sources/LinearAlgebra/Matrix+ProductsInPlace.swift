// SPDX-License-Identifier: GPL-3.0-or-later
import COpenBLAS

/// Products that are written over a matrix of the right shape: nothing is allocated.
extension Matrix {
  /// self ← A·B.
  ///
  /// - Complexity: 2·rows·inner·columns flops.
  public mutating func setProduct(_ a: Matrix, _ b: Matrix) { setGemm(a, CblasNoTrans, b, CblasNoTrans) }

  /// self ← Aᵀ·B.
  public mutating func setProduct(transposed a: Matrix, _ b: Matrix) { setGemm(a, CblasTrans, b, CblasNoTrans) }

  /// self ← A·Bᵀ.
  public mutating func setProduct(_ a: Matrix, transposed b: Matrix) { setGemm(a, CblasNoTrans, b, CblasTrans) }

  private mutating func setGemm(_ a: Matrix, _ formA: CBLAS_TRANSPOSE, _ b: Matrix, _ formB: CBLAS_TRANSPOSE) {
    let (height, inner) = formA == CblasTrans ? (a.columns, a.rows) : (a.rows, a.columns)
    let (innerB, width) = formB == CblasTrans ? (b.columns, b.rows) : (b.rows, b.columns)
    precondition(inner == innerB && height == rows && width == columns, "shapes of a product do not fit")
    precondition(inner > 0 && !elements.isEmpty, "an empty product")
    _ = singleThreaded
    cblas_dgemm(
      CblasColMajor, formA, formB, blasint(height), blasint(width), blasint(inner), 1, a.elements, blasint(a.rows),
      b.elements, blasint(b.rows), 0, &elements, blasint(rows))
  }

  /// The leading upper triangle of self ← self + scale·AᵀA, of the order that A has columns.
  ///
  /// - Complexity: rows·columns² flops.
  public mutating func addGram(of a: Matrix, scale: Double = 1) {
    precondition(a.columns <= min(rows, columns), "a Gram matrix of order \(a.columns) in \(rows)×\(columns)")
    guard !a.elements.isEmpty else { return }
    _ = singleThreaded
    cblas_dsyrk(
      CblasColMajor, CblasUpper, CblasTrans, blasint(a.columns), blasint(a.rows), scale, a.elements, blasint(a.rows), 1,
      &elements, blasint(rows))
  }

  /// Bᵀ·x for every column x of self that `indices` names.
  ///
  /// - Complexity: 2·rows flops an entry.
  public func columnProducts(_ indices: [Int], with b: Matrix) -> Matrix {
    precondition(b.rows == rows, "products of columns of \(rows) and of \(b.rows)")
    guard !b.elements.isEmpty else { return Matrix(rows: b.columns, columns: indices.count) }
    _ = singleThreaded
    return Matrix(rows: b.columns, columns: indices.count) { buffer in
      elements.withUnsafeBufferPointer { source in
        guard let target = buffer.baseAddress, let start = source.baseAddress else { return }
        for (k, j) in indices.enumerated() {
          cblas_dgemv(
            CblasColMajor, CblasTrans, blasint(rows), blasint(b.columns), 1, b.elements, blasint(rows),
            start + j * rows, 1, 0, target + k * b.columns, 1)
        }
      }
    }
  }
}
