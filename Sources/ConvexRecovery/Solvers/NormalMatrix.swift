// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// H = B_J·B_Jᵀ of the columns in play, kept from step to step: J changes little when the search nears its end.
struct NormalMatrix {
  /// The upper triangle of H.
  private var gram: Matrix
  /// J, ascending, and B_J.
  private var members: [Int] = []
  private var columns: Matrix

  init(order: Int) {
    gram = Matrix(rows: 0, columns: 0)
    columns = Matrix(rows: order, columns: 0)
  }

  /// H + μI factored, with the first shift μ that makes it numerically positive definite; nil if the entries overflow.
  ///
  /// - Parameters:
  ///   - columns: B_J, d×|J|.
  ///   - members: J, ascending.
  /// - Complexity: d²·min(|J|, columns that J gained or lost since) + d³/3 flops.
  mutating func factor(_ columns: Matrix, of members: [Int]) -> Cholesky? {
    update(columns, members)
    let scale = (0..<gram.rows).reduce(0) { max($0, gram[$1, $1]) }
    for shift in [1e-14, 1e-12, 1e-10, 1e-8] {
      var shifted = gram
      for i in 0..<gram.rows { shifted[i, i] += shift * scale }
      if let factor = Cholesky(upper: shifted) { return factor }
    }
    return nil
  }

  private mutating func update(_ columns: Matrix, _ members: [Int]) {
    let (entering, leaving) = Self.difference(members, self.members)
    if entering.count + leaving.count < members.count {
      gram.addOuterGram(of: columns.selectingColumns(entering))
      gram.addOuterGram(of: self.columns.selectingColumns(leaving), scale: -1)
    } else {
      gram = columns.gram(outer: true)
    }
    (self.members, self.columns) = (members, columns)
  }

  /// Where in `a` stand the elements that `b` lacks, and the other way round; both ascend.
  private static func difference(_ a: [Int], _ b: [Int]) -> (onlyA: [Int], onlyB: [Int]) {
    var (onlyA, onlyB): ([Int], [Int]) = ([], [])
    var (i, k) = (0, 0)
    while i < a.count || k < b.count {
      if k == b.count || (i < a.count && a[i] < b[k]) {
        onlyA.append(i)
        i += 1
      } else if i == a.count || b[k] < a[i] {
        onlyB.append(k)
        k += 1
      } else {
        (i, k) = (i + 1, k + 1)
      }
    }
    return (onlyA, onlyB)
  }
}
