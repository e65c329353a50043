// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import Statistics

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

  /// ln P₅₀ = ln C + ln f: the laws' errors are relative, and they compete on the same responses.
  private func model<Cell: MeasuredTransition>() -> ScalingModel<Cell> {
    ScalingModel(rawValue, offset: { log(scale($0)) }, features: { _ in [1] })
  }

  /// The laws fitted to the P₅₀ of `cells`, which all have one, the best by AICc first; held out is one N at a time.
  static func scores(on cells: [some MeasuredTransition]) -> [(law: ScalingLaw, score: ModelScore)] {
    let scores = compare(
      allCases.map { $0.model() }, on: cells, response: { log($0.samples(0.5) ?? .nan) }, leavingOut: \.dimension)
    return scores.compactMap { score in ScalingLaw(rawValue: score.name).map { ($0, score) } }
  }
}
