// SPDX-License-Identifier: GPL-3.0-or-later
import COpenBLAS

/// The Cholesky factor R of a Gram matrix G = RᵀR whose order and entries change one at a time, as active sets do.
///
/// Source: Golub, Van Loan, "Matrix Computations" (4th ed.), §6.5.
public struct UpdatableCholesky: Sendable {
  /// Number of rows and columns of G.
  public private(set) var order = 0
  private var leading: Int
  /// R, stored by columns with stride `leading`.
  private var r: [Double]

  /// The factor of the 0×0 matrix, with room for `capacity` rows before it has to grow.
  public init(capacity: Int) {
    leading = max(capacity, 1)
    r = Array(repeating: 0, count: leading * leading)
  }

  /// Borders G with `column` and `diagonal`; false, and G unchanged, if the new column depends on the others.
  ///
  /// - `tolerance`: the least admissible squared sine between the new column and the others (relative).
  /// - Complexity: k² flops for order k.
  public mutating func append(_ column: [Double], diagonal: Double, tolerance: Double = 1e-12) -> Bool {
    let border = halfSolve(column)
    let pivot = diagonal - border.dot(border)
    guard pivot > tolerance * diagonal else { return false }
    append(border: border, squaredDistance: pivot)
    return true
  }

  /// R⁻ᵀb; of a column's products with those of G it leaves what G's border needs.
  ///
  /// - Complexity: k² flops for order k.
  public func halfSolve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "a border of \(b.count) for order \(order)")
    var x = b
    solveTriangular(CblasTrans, &x)
    return x
  }

  /// Borders G with a column whose squared distance from the others is known better than from G.
  ///
  /// - `border`: `halfSolve` of its products with the others.
  /// - Complexity: O(k).
  public mutating func append(border: [Double], squaredDistance: Double) {
    precondition(border.count == order, "a border of \(border.count) for order \(order)")
    if order == leading { grow() }
    for i in 0..<order { r[order * leading + i] = border[i] }
    r[order * leading + order] = squaredDistance.squareRoot()
    order += 1
  }

  /// Deletes row and column `index` of G.
  ///
  /// - Complexity: 3(k − index)² flops.
  public mutating func remove(at index: Int) {
    precondition(index < order, "no row \(index) in order \(order)")
    for j in index..<(order - 1) { for i in 0...(j + 1) { r[j * leading + i] = r[(j + 1) * leading + i] } }
    order -= 1
    for k in index..<order { rotateRows(k, k + 1, from: k) }
  }

  /// G ← G + x·xᵀ.
  ///
  /// - Complexity: 3k² flops.
  public mutating func update(_ vector: [Double]) {
    var x = vector
    for k in 0..<order {
      let (radius, c, s) = Self.rotation(r[k * leading + k], x[k])
      r[k * leading + k] = radius
      for j in (k + 1)..<max(order, k + 1) {
        let old = r[j * leading + k]
        r[j * leading + k] = c * old + s * x[j]
        x[j] = c * x[j] - s * old
      }
    }
  }

  /// G ← G − x·xᵀ; false, and G unchanged, if the result is not numerically positive definite.
  ///
  /// - `tolerance`: the least admissible 1 − xᵀG⁻¹x.
  /// - Complexity: 4k² flops.
  public mutating func downdate(_ vector: [Double], tolerance: Double = 1e-12) -> Bool {
    var p = vector
    solveTriangular(CblasTrans, &p)
    let remaining = 1 - p.dot(p)
    guard remaining > tolerance else { return false }
    var alpha = remaining.squareRoot()
    var x = [Double](repeating: 0, count: order)
    for k in stride(from: order - 1, through: 0, by: -1) {
      let (radius, c, s) = Self.rotation(alpha, p[k])
      alpha = radius
      for j in k..<order {
        let old = r[j * leading + k]
        r[j * leading + k] = c * old - s * x[j]
        x[j] = c * x[j] + s * old
      }
      if r[k * leading + k] < 0 { for j in k..<order { r[j * leading + k].negate() } }
    }
    return true
  }

  /// G⁻¹b.
  ///
  /// - Complexity: 2k² flops.
  public func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "right-hand side of length \(b.count) for order \(order)")
    var x = b
    solveTriangular(CblasTrans, &x)
    solveTriangular(CblasNoTrans, &x)
    return x
  }

  private func solveTriangular(_ form: CBLAS_TRANSPOSE, _ x: inout [Double]) {
    guard order > 0 else { return }
    cblas_dtrsv(CblasColMajor, CblasUpper, form, CblasNonUnit, blasint(order), r, blasint(leading), &x, 1)
  }

  /// Rotates rows `i` and `k` so that R[k, column] vanishes, over the columns from `column` on.
  private mutating func rotateRows(_ i: Int, _ k: Int, from column: Int) {
    let (radius, c, s) = Self.rotation(r[column * leading + i], r[column * leading + k])
    r[column * leading + i] = radius
    r[column * leading + k] = 0
    for j in (column + 1)..<max(order, column + 1) {
      let (a, b) = (r[j * leading + i], r[j * leading + k])
      r[j * leading + i] = c * a + s * b
      r[j * leading + k] = c * b - s * a
    }
  }

  /// (√(a² + b²), cosine, sine) with cosine·b = sine·a.
  private static func rotation(_ a: Double, _ b: Double) -> (radius: Double, cosine: Double, sine: Double) {
    guard b != 0 else { return (a, 1, 0) }
    let radius = (a * a + b * b).squareRoot()
    return (radius, a / radius, b / radius)
  }

  private mutating func grow() {
    var wider = UpdatableCholesky(capacity: 2 * leading)
    for j in 0..<order { for i in 0...j { wider.r[j * wider.leading + i] = r[j * leading + i] } }
    (leading, r) = (wider.leading, wider.r)
  }
}
