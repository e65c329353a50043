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
}
