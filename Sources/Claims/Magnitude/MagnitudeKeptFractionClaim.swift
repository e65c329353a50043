// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
public import Experiments
import Foundation
import Statistics

/// **What a quality keeps.** Of many Gaussian weights, those with |w| ≥ q·σ are the share erfc(q/√2), σ the layer's own standard
/// deviation (the threshold of Han, Pool, Tran, Dally 2015).
///
/// - Measured: the weights that pruning keeps of a random layer of width×width.
/// - Verdict: refuted by exact binomial tests of the counts (Holm) and by χ² over all q. As σ is estimated from the same
///   n weights, the counts vary less than binomially, n·(p(1−p) − 2q²φ(q)²) to leading order, and their mean is off by O(1): both
///   far below what these tests see, the first on the claim's side.
public struct MagnitudeKeptFractionClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "magnitude-kept-fraction"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement = "A threshold of q standard deviations keeps the share erfc(q/√2) of Gaussian weights."
  /// What the control gets wrong.
  public let falseVariant = "uniform weights of the same variance"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "independent Gaussian weights; σ is the layer's own", grid: "nine q from 0.1 to 3",
    test: "exact binomial test of each q (Holm) and χ² over all", margin: .logOdds)
  /// What a study of the claim measures.
  public let experiment: any Experiment = KeptFractionExperiment()

  private typealias Layer = KeptFractionExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Layer(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Layer(weights: .uniform), plan)
  }

  private static func verification(_ experiment: Layer, _ plan: VerificationPlan) -> Verification {
    let cells = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3].map { experiment.cell([Layer.quality.is($0)]) }
    return Verification(experiment, cells, trials: plan.choose(quick: 10, standard: 50, thorough: 200))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let comparison = LawComparison(cells.map(Self.count))
    return finding(
      [comparison], alarmRate: alarmRate,
      remarks: comparison.worst.map { ["\($0.cell.label) fits worst, corrected p = \(rounded($0.pValue))"] } ?? [])
  }

  /// The weights of all trials of a cell.
  private static func count(_ trials: CellTrials) -> LawComparison.Cell {
    let (cell, kept) = (trials.cell, trials.values(Layer.kept))
    let weights = kept.count * cell[Layer.width] * cell[Layer.width]
    return LawComparison.Cell(
      label: "q = \(cell[Layer.quality])",
      successes: Proportion(successes: Int(kept.reduce(0, +)), trials: weights),
      predicted: erfc(cell[Layer.quality] / 2.0.squareRoot()))
  }
}
