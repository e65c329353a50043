// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The system AᵀA·x + Bᵀh = b, B·x = v, for any ranks as long as it is consistent.
///
/// AᵀA + BᵀB + δI and the Schur complement of B in it are factored, with δ small enough to vanish in a few steps of
/// refinement and large enough to carry dependent columns and rows. Columns are brought to one length before, or δ would
/// drown the short ones: beside the ones of a bias, responses of a deep layer can be 10⁻⁵ as long.
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

  /// A and B, column j divided by `lengths[j]`.
  private let a: Matrix
  private let b: Matrix
  /// Powers of two.
  private let lengths: [Double]
  private let gram: Cholesky
  private let schur: Cholesky

  /// δ, relative to the mean diagonal of AᵀA + BᵀB.
  private static let regularisation = 1e-11
  private static let refinements = 4
  /// Squared sines below this are those of dependent columns, which only δ keeps apart.
  private static let dependence = 1e-9

  /// Whether x is unique: the columns of A over B do not depend on each other.
  var isUnique: Bool { gram.smallestPivot > Self.dependence }

  init?(_ unscaledA: Matrix, _ unscaledB: Matrix) {
    lengths = (0..<unscaledA.columns).map { j in
      [Array(unscaledA.column(j)).norm2, Array(unscaledB.column(j)).norm2].norm2.roundedToPowerOfTwo
    }
    a = unscaledA.dividingColumns(by: lengths)
    b = unscaledB.dividingColumns(by: lengths)
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
    var point = Point(primal: zip(start.primal, lengths).map { $0 * $1 }, dual: start.dual)
    let right = zip(right, lengths).map { $0 / $1 }
    for _ in 0..<Self.refinements {
      var gradient = right - a.transposeTimes(a * point.primal)
      b.transposeMultiply(point.dual, scale: -1, into: &gradient, adding: 1)
      point.add(regularised(gradient, bounds - b * point.primal))
    }
    point.primal = zip(point.primal, lengths).map { $0 / $1 }
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

extension Double {
  /// The power of two with the same exponent; 1 for 0 and what is not finite.
  var roundedToPowerOfTwo: Double { self > 0 && isNormal ? Double(sign: .plus, exponent: exponent, significand: 1) : 1 }
}

extension Matrix {
  fileprivate func dividingColumns(by factors: [Double]) -> Matrix {
    Matrix(rows: rows, columns: columns) { buffer in
      for j in 0..<columns {
        let inverse = 1 / factors[j]
        for i in j * rows..<(j + 1) * rows { buffer[i] = inverse * elements[i] }
      }
    }
  }
}
