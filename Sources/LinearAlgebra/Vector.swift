// SPDX-License-Identifier: GPL-3.0-or-later
import COpenBLAS

/// Vectors are plain arrays; these are the operations the suite needs on them.
extension [Double] {
  /// ⟨self, other⟩.
  public func dot(_ other: [Double]) -> Double {
    precondition(count == other.count, "vectors of lengths \(count) and \(other.count)")
    return cblas_ddot(blasint(count), self, 1, other, 1)
  }

  /// Euclidean norm, without overflow.
  public var norm2: Double { cblas_dnrm2(blasint(count), self, 1) }

  /// Σ|xᵢ|, in order: OpenBLAS's own sum depends in its last bits on where the vector lies in memory.
  public var norm1: Double { reduce(0) { $0 + abs($1) } }

  /// max|xᵢ|; 0 for an empty vector.
  public var normInfinity: Double {
    isEmpty ? 0 : abs(self[Int(cblas_idamax(blasint(count), self, 1))])
  }

  /// self ← self + scale·other.
  public mutating func add(_ other: [Double], scale: Double = 1) {
    precondition(count == other.count, "vectors of lengths \(count) and \(other.count)")
    cblas_daxpy(blasint(count), scale, other, 1, &self, 1)
  }

  /// The entries named by `indices`, in that order.
  public func selecting(_ indices: [Int]) -> [Double] { indices.map { self[$0] } }

  /// a − b, entry by entry.
  public static func - (a: [Double], b: [Double]) -> [Double] {
    precondition(a.count == b.count, "vectors of lengths \(a.count) and \(b.count)")
    return zip(a, b).map { $0 - $1 }
  }

  /// scale·a, entry by entry.
  public static func * (scale: Double, a: [Double]) -> [Double] { a.map { scale * $0 } }
}
