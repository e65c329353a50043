// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import MagnitudePruning
import Networks
import Statistics

/// **What a quality keeps.** Of many Gaussian weights, those with |w| ≥ q·σ are the share erfc(q/√2), σ the layer's own standard
/// deviation (the threshold of Han, Pool, Tran, Dally 2015).
///
/// - Measured: the weights that pruning keeps of random layers of 200×200, fresh ones for each q.
/// - Verdict: refuted by exact binomial tests of the counts (Holm) and by χ² over all q. As σ is estimated from the same
///   n weights, the counts vary less than binomially, n·(p(1−p) − 2q²φ(q)²) to leading order, and their mean is off by O(1): both
///   far below what these tests see, the first on the claim's side.
public struct MagnitudeKeptFractionClaim: Claim {
  public let name = "magnitude-kept-fraction"
  public let kind = ClaimClass.exactLaw
  public let statement = "A threshold of q standard deviations keeps the share erfc(q/√2) of Gaussian weights."
  public let falseVariant = "uniform weights of the same variance"

  public init() {}

  static let qualities = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3]

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let layers = plan.choose(quick: 10, standard: 50, thorough: 200)
    let ensemble = NetworkEnsemble(widths: [200, 200], weights: variant == .stated ? .gaussian : .uniform)
    let kept = await plan.map(layers * Self.qualities.count) { _, number in
      let layer = ensemble.network(seed: plan.seed, trial: number).layers[0]
      return layer.pruned(.quality(Self.qualities[number / layers])).nonzeros
    }
    return judge(
      Self.qualities.indices.map { index in
        (Self.qualities[index], kept[index * layers..<(index + 1) * layers].reduce(0, +), layers * 40_000)
      }, alarmRate: plan.alarmRate)
  }

  /// - Parameter cells: the weights kept, and all of them, at each quality.
  package func judge(_ cells: [(quality: Double, kept: Int, of: Int)], alarmRate: Double) -> Finding {
    let comparison = LawComparison(
      cells.map { cell in
        LawComparison.Cell(
          label: "q = \(cell.quality)", successes: Proportion(successes: cell.kept, trials: cell.of),
          predicted: erfc(cell.quality / 2.0.squareRoot()))
      })
    return comparison.finding(
      trials: cells.reduce(0) { $0 + $1.of }, alarmRate: alarmRate,
      remarks: comparison.worst.map { ["\($0.cell.label) fits worst, corrected p = \(rounded($0.pValue))"] } ?? [])
  }
}
