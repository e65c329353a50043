// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The system AᵀA·x + Bᵀh = b, B·x = v, for any ranks as long as it is consistent.
///
/// AᵀA + BᵀB + δI and the Schur complement of B in it are factored, with δ small enough to vanish in a few steps of
/// refinement and large enough to carry dependent columns and rows.
///
/// Source: the regularisation is that of the polishing step of OSQP (Stellato et al., 2020, §4).
struct SaddlePointSystem {
  struct Point {
    var primal: [Double]
    var dual: [Double]

    static func zero(_ primal: Int, _ dual: Int) -> Point {
      Point(primal: Array(repeating: 0, count: primal), dual: Array(repeating: 0, count: dual))
    }

    mutating func add(_ other: Point, scale: Double = 1) {
      primal.add(other.primal, scale: scale)
      dual.add(other.dual, scale: scale)
    }
  }

  private let a: Matrix
  private let b: Matrix
  private let gram: Cholesky
  private let schur: Cholesky

  /// δ, relative to the mean diagonal of AᵀA + BᵀB.
  private static let regularisation = 1e-11
  private static let refinements = 4

  init?(_ a: Matrix, _ b: Matrix) {
    (self.a, self.b) = (a, b)
    var normal = Matrix.joiningRows(a, b).gram()
    let order = normal.columns
    let mean = (0..<order).reduce(0) { $0 + normal[$1, $1] } / Double(max(order, 1))
    guard order == 0 || mean > 0 else { return nil }
    for j in 0..<order { normal[j, j] += Self.regularisation * mean }
    guard let gram = Cholesky(upper: normal) else { return nil }
    var complement = gram.halfSolve(b.transposed).gram()
    for j in 0..<complement.columns { complement[j, j] += Self.regularisation }
    guard let schur = Cholesky(upper: complement) else { return nil }
    (self.gram, self.schur) = (gram, schur)
  }

  /// The solution nearest to `start`.
  func solution(_ right: [Double], _ bounds: [Double], near start: Point) -> Point {
    var point = start
    for _ in 0..<Self.refinements {
      var gradient = right - a.transposeTimes(a * point.primal)
      b.transposeMultiply(point.dual, scale: -1, into: &gradient, adding: 1)
      point.add(regularised(gradient, bounds - b * point.primal))
    }
    return point
  }

  /// Block elimination; adding Bᵀ times the second row to the first leaves the solution as it is.
  private func regularised(_ right: [Double], _ bounds: [Double]) -> Point {
    var lifted = right
    b.transposeMultiply(bounds, into: &lifted, adding: 1)
    var x = gram.solve(lifted)
    let h = schur.solve(b * x - bounds)
    x.add(gram.solve(b.transposeTimes(h)), scale: -1)
    return Point(primal: x, dual: h)
  }
}
