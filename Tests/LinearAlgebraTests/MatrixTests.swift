// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

func randomMatrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
  var stream = RandomStream(StreamKey(seed: seed, content: "\(rows)×\(columns)", trial: 0, purpose: "test matrix"))
  return Matrix(rows: rows, columns: columns) { stream.fillNormal($0) }
}

/// The entry-by-entry definition, as the second way.
private func naiveProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
  var c = Matrix(rows: a.rows, columns: b.columns)
  for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { c[i, j] += a[i, k] * b[k, j] } } }
  return c
}

func expectClose(_ actual: Matrix, _ expected: Matrix, absolute: Double, _ label: String = "") {
  #expect(actual.rows == expected.rows && actual.columns == expected.columns, "\(label)")
  expectClose((actual.elements - expected.elements).normInfinity, 0, absolute: absolute, label)
}

/// libgsl drags in libgslcblas, five times slower; the product must come from OpenBLAS all the same.
@Test func matrixProductsAreOpenBLAS() {
  #expect(BLASLibrary.file.contains("openblas"), "cblas_dgemm comes from \(BLASLibrary.file)")
  #expect(BLASLibrary.threads == 1)
}

@Test(arguments: [(1, 1, 1), (3, 4, 5), (7, 1, 2), (0, 3, 2), (3, 0, 2), (20, 33, 17)])
func productsAgreeWithTheirDefinition(rows: Int, inner: Int, columns: Int) {
  let a = randomMatrix(rows, inner, seed: 1)
  let b = randomMatrix(inner, columns, seed: 2)
  let expected = naiveProduct(a, b)
  expectClose(a * b, expected, absolute: 1e-13)
  expectClose(Matrix.product(transposed: a.transposed, b), expected, absolute: 1e-13)
  expectClose(Matrix.product(a, transposed: b.transposed), expected, absolute: 1e-13)
  for j in 0..<columns {
    expectClose(((a * Array(b.column(j))) - Array(expected.column(j))).normInfinity, 0, absolute: 1e-13)
    expectClose(
      (a.transposed.transposeTimes(Array(b.column(j))) - Array(expected.column(j))).normInfinity, 0, absolute: 1e-13)
  }
}

@Test func sparseProductsAreProducts() {
  let a = randomMatrix(9, 5, seed: 4)
  for x in [[0.0, 2, 0, -1, 0], [0, 0, 0, 0, 0], [1, 2, 3, 4, 5]] {
    expectClose((a.timesSparse(x) - a * x).normInfinity, 0, absolute: 1e-14)
  }
}

@Test func gramHoldsTheUpperTriangle() {
  let a = randomMatrix(6, 4, seed: 3)
  for (gram, full) in [(a.gram(), a.transposed * a), (a.gram(outer: true), a * a.transposed)] {
    for j in 0..<full.columns {
      for i in 0..<full.rows { expectClose(gram[i, j], i <= j ? full[i, j] : 0, absolute: 1e-13, "(\(i), \(j))") }
    }
  }
}

@Test func selectionsKeepOrder() {
  let a = randomMatrix(4, 5, seed: 4)
  #expect(a.selectingColumns([3, 0]).column(0) == a.column(3))
  #expect(a.selectingRows([2, 2, 1]).row(0) == a.row(2))
  #expect(Matrix.joiningColumns(a.selectingColumns(0..<2), a.selectingColumns(2..<5)) == a)
  #expect(a.transposed.transposed == a)
}

/// Regression: a sum that depends on where the vector lies in memory makes trials differ in their last bits.
@Test func sumsDoNotDependOnPlaceInMemory() {
  let x = Array(randomMatrix(1001, 1, seed: 5).column(0))
  var spacers: [[Double]] = []
  for length in 0..<64 {
    spacers.append(Array(repeating: 0, count: 3 * length + 1))
    let copy = x.map { $0 }
    #expect(copy.norm1 == x.norm1 && copy.norm2 == x.norm2 && copy.dot(copy) == x.dot(x), "copy \(length)")
  }
}
