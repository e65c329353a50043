// SPDX-License-Identifier: GPL-3.0-or-later
import CLAPACKE

extension Matrix {
  /// The minimiser of ‖A·x − b‖₂ with smallest ‖x‖₂, by a complete orthogonal factorisation; any shape, any rank. Where
  /// entries are not finite, nothing is known of x: all its entries are NaN.
  ///
  /// - `rankTolerance`: singular directions below this multiple of the largest count as zero (relative).
  /// - Complexity: about 2·rows·columns·min(rows, columns) flops.
  public func leastSquares(_ b: [Double], rankTolerance: Double = 1e-12) -> [Double] {
    precondition(b.count == rows, "right-hand side of length \(b.count) for \(rows) rows")
    guard rows > 0 && columns > 0 else { return Array(repeating: 0, count: columns) }
    guard elements.allSatisfy(\.isFinite) && b.allSatisfy(\.isFinite) else {
      return Array(repeating: .nan, count: columns)
    }
    _ = singleThreaded
    var a = elements
    let height = max(rows, columns)
    var x = b + Array(repeating: 0, count: height - rows)
    var pivots = [Int32](repeating: 0, count: columns)
    var rank: Int32 = 0
    let status = LAPACKE_dgelsy(
      LAPACK_COL_MAJOR, Int32(rows), Int32(columns), 1, &a, Int32(rows), &x, Int32(height),
      &pivots, rankTolerance, &rank)
    precondition(status == 0, "LAPACKE_dgelsy argument \(-status)")
    return Array(x[..<columns])
  }

  /// The singular values, largest first.
  ///
  /// - Complexity: O(rows·columns·min(rows, columns)).
  public var singularValues: [Double] {
    guard rows > 0 && columns > 0 else { return [] }
    _ = singleThreaded
    var a = elements
    var values = [Double](repeating: 0, count: min(rows, columns))
    let status = LAPACKE_dgesdd(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), Int32(rows), Int32(columns), &a, Int32(rows),
      &values, nil, 1, nil, 1)
    precondition(status == 0, "LAPACKE_dgesdd did not converge")
    return values
  }

  /// ‖A‖₂, the largest singular value.
  public var spectralNorm: Double { singularValues.first ?? 0 }

  /// ‖A‖_F.
  public var frobeniusNorm: Double { elements.norm2 }

  /// ‖A‖₁, entrywise.
  public var entrywiseNorm1: Double { elements.norm1 }
}
