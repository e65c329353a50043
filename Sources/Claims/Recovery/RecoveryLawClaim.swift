// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
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
public struct RecoveryLawClaim: RecoveryClaim {
  /// Its name on the command line and in studies.
  public let name = "recovery-law"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement = "P(recovery) = Σ_n Bin(n; P, ½) p_BP(n), with 1 − p_BP(n) = 2(v_{n+1} + v_{n+3} + …)."
  /// What the control gets wrong.
  public let falseVariant = "n → P, as if all samples were active; and δ 10 % too small"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples; recovery or its failure certified",
    grid: "ten (N, s) with N from 5 to 200, each at the P of success 0.1, 0.3, 0.5, 0.7 and 0.9",
    test: "exact binomial test of each cell (Holm) and χ² over all", margin: .logOdds)

  /// The claim as it is registered.
  public init() {}

  static let shapes = [(5, 2), (10, 1), (20, 2), (20, 10), (50, 1), (50, 5), (50, 15), (100, 2), (100, 5), (200, 5)]
  static let successes = [0.1, 0.3, 0.5, 0.7, 0.9]

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    verification(Self.grid.map(\.ensemble), trials: Self.trials(plan))
  }

  private static func trials(_ plan: VerificationPlan) -> Int {
    plan.choose(quick: 200, standard: 10_000, thorough: 200_000)
  }

  /// Adds by how much the normal form is off.
  public func supplement(_ finding: inout Finding, _ plan: VerificationPlan) async {
    let cells = Self.grid.map { RecoveryLawCell(law: $0.law, samples: $0.samples, trials: Self.trials(plan)) }
    finding.remarks.append(LawPower(cells: cells, alarmRate: plan.alarmRate, seed: plan.seed).remark)
  }

  /// The better of the two false laws must be refuted as well.
  public func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let measured = Self.measured(cells)
    switch variant {
    case .stated:
      let comparison = Self.comparison(measured) { $0.predicted }
      return finding(
        [comparison], trials: cells.trials, alarmRate: alarmRate,
        remarks: Self.remarks(comparison, measured.map(\.cell)) + cells.inputsRemark)
    case .falsified:
      let allActive = Self.comparison(measured) { $0.law.volumes.basisPursuitSuccess(measurements: $0.samples) }
      let smallDimension = Self.comparison(measured) { $0.predicted(error: -0.1) }
      let better = allActive.pValue > smallDimension.pValue ? allActive : smallDimension
      return finding([better], trials: cells.trials, alarmRate: alarmRate)
    }
  }

  private typealias Measured = (cell: RecoveryLawCell, count: OutcomeCount)

  private static func measured(_ cells: [RecoveryCell]) -> [Measured] {
    cells.withGaussianInputs.ofOneNeuron.byShape.flatMap { shape, cells in
      let law = RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      return cells.map { cell in
        (RecoveryLawCell(law: law, samples: cell.ensemble.samples, trials: cell.count.decided), cell.count)
      }
    }
  }

  /// For every shape, the fewest samples that reach each of the success probabilities.
  private static var grid: [(law: RecoveryLaw, samples: Int, ensemble: PlantedEnsemble)] {
    shapes.flatMap { dimension, sparsity in
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      return Set(successes.map { law.samples(successAtLeast: $0) }).sorted().map { samples in
        (law, samples, PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples))
      }
    }
  }

  private static func comparison(
    _ cells: [Measured], predicting prediction: (RecoveryLawCell) -> Double
  ) -> LawComparison {
    LawComparison(
      cells.map { cell, count in
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

  var label: String { "N = \(law.volumes.dimension), s = \(law.volumes.sparsity), P = \(samples)" }

  /// What a law predicts whose δ is off by a factor 1 + `error`.
  package func predicted(error: Double) -> Double { law.success(samples: samples, shift: error) }

  /// By how much the normal form misses the exact law.
  var normalError: Double {
    let normal = NormalForm(dimension: law.volumes.dimension, sparsity: law.volumes.sparsity)
    return abs(normal.success(samples: samples) - predicted)
  }
}
