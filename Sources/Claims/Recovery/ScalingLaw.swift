// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory

/// A law P = C·f(N, s) with one constant.
package enum ScalingLaw: String, Sendable, CaseIterable {
  case sparsityLogRatio = "s ln(N/s)"
  case sparsityLogDimension = "s ln N"
  case sparsity = "s"
  case dimension = "N"
  /// Not a scaling but the theory: C should be 1.
  case statisticalDimension = "2δ"

  /// f(N, s).
  package func scale(_ cell: some MeasuredTransition) -> Double {
    let (n, s) = (Double(cell.dimension), Double(cell.sparsity))
    return switch self {
    case .sparsityLogRatio: s * log(n / s)
    case .sparsityLogDimension: s * log(n)
    case .sparsity: s
    case .dimension: n
    case .statisticalDimension:
      2 * StatisticalDimension(dimension: cell.dimension, sparsity: cell.sparsity).value
    }
  }
}
