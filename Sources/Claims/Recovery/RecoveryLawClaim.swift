// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
package import RecoveryTheory
import Statistics

/// **Theorems C and D, the exact law of recovery.** From P Gaussian samples an s-sparse neuron is recovered with probability
///
///     P(recovery | P) = Σ_n Bin(n; P, ½) p_BP(n),   1 − p_BP(n) = 2(v_{n+1} + v_{n+3} + …),
///
/// v the conic intrinsic volumes of the ℓ₁ descent cone.
///
/// - Measured: how often recovery succeeds over a grid of (N, s, P) across the transition, by certificates of either outcome.
/// - Verdict: refuted by an exact binomial test of a cell (Holm) or by χ² over all cells.
/// - Control: both false laws, n → P and a δ ten per cent too small, must be refuted.
public struct RecoveryLawClaim: GridClaim {
  public let name = "recovery-law"
  public let kind = ClaimClass.exactLaw
  public let statement = "P(recovery) = Σ_n Bin(n; P, ½) p_BP(n), with 1 − p_BP(n) = 2(v_{n+1} + v_{n+3} + …)."
  public let falseVariant = "n → P, as if all samples were active; and δ 10 % too small"

  public init() {}

  static let shapes = [(5, 2), (10, 1), (20, 2), (20, 10), (50, 1), (50, 5), (50, 15), (100, 2), (100, 5), (200, 5)]
  static let successes = [0.1, 0.3, 0.5, 0.7, 0.9]

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let trials = variant == .stated ? plan.choose(quick: 200, standard: 10_000, thorough: 200_000) : 200
    let cells = Self.grid.map { RecoveryLawCell(law: $0.law, samples: $0.samples, trials: trials) }
    var counts: [RecoveryCount] = []
    for cell in cells { counts.append(await plan.count(cell.ensemble, trials: trials)) }
    switch variant {
    case .stated:
      let comparison = Self.comparison(cells, counts) { $0.predicted }
      let power = LawPower(cells: cells, alarmRate: plan.alarmRate, seed: plan.seed)
      return comparison.finding(
        trials: cells.count * trials, alarmRate: plan.alarmRate,
        remarks: Self.remarks(comparison, cells) + [power.remark])
    case .falsified:
      let allActive = Self.comparison(cells, counts) { $0.law.volumes.basisPursuitSuccess(measurements: $0.samples) }
      let smallDimension = Self.comparison(cells, counts) { $0.predicted(error: -0.1) }
      // The better of the two false laws must be refuted as well.
      let better = allActive.pValue > smallDimension.pValue ? allActive : smallDimension
      return better.finding(trials: cells.count * trials, alarmRate: plan.alarmRate, remarks: [])
    }
  }

  public func judge(_ cells: [MeasuredCell], alarmRate: Double) -> Finding {
    let measured = cells.withGaussianInputs.byShape.flatMap { shape, cells in
      let law = RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      return cells.map { cell in
        (RecoveryLawCell(law: law, samples: cell.ensemble.samples, trials: cell.count.decided), cell.count)
      }
    }
    let comparison = Self.comparison(measured.map(\.0), measured.map(\.1)) { $0.predicted }
    return comparison.finding(
      trials: cells.trials, alarmRate: alarmRate,
      remarks: Self.remarks(comparison, measured.map(\.0)) + cells.inputsRemark)
  }

  /// For every shape, the fewest samples that reach each of the success probabilities.
  static var grid: [(law: RecoveryLaw, samples: Int)] {
    shapes.flatMap { dimension, sparsity in
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      return Set(successes.map { law.samples(successAtLeast: $0) }).sorted().map { (law, $0) }
    }
  }

  private static func comparison(
    _ cells: [RecoveryLawCell], _ counts: [RecoveryCount], predicting prediction: (RecoveryLawCell) -> Double
  ) -> LawComparison {
    LawComparison(
      zip(cells, counts).map { cell, count in
        LawComparison.Cell(label: cell.label, successes: count.successes, predicted: prediction(cell))
      })
  }

  private static func remarks(_ comparison: LawComparison, _ cells: [RecoveryLawCell]) -> [String] {
    guard !cells.isEmpty else { return [] }
    let fit = comparison.chiSquare
    var remarks = [
      "χ² = \(rounded(fit.statistic)) on \(fit.degreesOfFreedom) cells, p = \(rounded(fit.pValue))"
    ]
    if let (cell, pValue) = comparison.worst {
      remarks.append(
        "worst cell \(cell.label): \(rounded(cell.observed.count.rate)) where the law has \(rounded(cell.observed.probability)), "
          + "corrected p = \(rounded(pValue))")
    }
    let errors = Dictionary(grouping: cells, by: \.law.volumes.dimension).sorted { $0.key < $1.key }.map {
      dimension, cells in "\(rounded(cells.map(\.normalError).max() ?? 0)) at N = \(dimension)"
    }
    return remarks + ["the normal form is off by at most " + errors.joined(separator: ", ")]
  }
}

/// One cell of the grid, and what the law says about it.
package struct RecoveryLawCell: Sendable {
  package let law: RecoveryLaw
  package let samples: Int
  package let trials: Int
  let predicted: Double

  package init(law: RecoveryLaw, samples: Int, trials: Int) {
    self.law = law
    self.samples = samples
    self.trials = trials
    predicted = law.success(samples: samples)
  }

  var ensemble: PlantedEnsemble {
    PlantedEnsemble(dimension: law.volumes.dimension, sparsity: law.volumes.sparsity, samples: samples)
  }

  var label: String { "N = \(law.volumes.dimension), s = \(law.volumes.sparsity), P = \(samples)" }

  /// What a law predicts whose δ is off by a factor 1 + `error`.
  package func predicted(error: Double) -> Double { law.success(samples: samples, shift: error) }

  /// By how much the normal form misses the exact law.
  var normalError: Double {
    let normal = NormalForm(dimension: law.volumes.dimension, sparsity: law.volumes.sparsity)
    return abs(normal.success(samples: samples) - predicted)
  }
}
