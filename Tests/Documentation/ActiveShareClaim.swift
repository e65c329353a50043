// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
public import Experiments
import Statistics

/// **How often a neuron answers.** Of standard Gaussian inputs a neuron with the bias b·‖w‖ answers the share Φ(b).
///
/// - Measured: the active samples of planted neurons.
/// - Verdict: refuted by exact binomial tests of the counts (Holm) and by χ² over all b.
/// - Control: a bias a fifth larger.
public struct ActiveShareClaim: Claim {
  /// As `verify` and study files name it.
  public let name = "active-share"
  /// A computed probability, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// In one sentence.
  public let statement = "A neuron with the bias b·‖w‖ answers the share Φ(b) of standard Gaussian inputs."
  /// What the control gets wrong.
  public let falseVariant = "Φ(1.2·b)"
  /// Written before the first trial.
  public let registered = ClaimProtocol(
    hypotheses: "inputs N(0, I); any weights", grid: "five b from −1 to 1",
    test: "exact binomial test of each b (Holm) and χ² over all",
    margin: Margin(0.25, "in log-odds", because: "six points of a share near ½"))
  /// What a study of the claim measures.
  public let experiment: any Experiment = ActiveShareExperiment()

  private typealias Share = ActiveShareExperiment

  /// There is nothing to choose.
  public init() {}

  /// Five biases.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [-1, -0.5, 0, 0.5, 1].map { experiment.cell([Share.bias.is($0)]) }
    return Verification(experiment, cells, trials: plan.choose(quick: 5, standard: 50, thorough: 500))
  }

  /// All samples of a cell are independent draws of one probability.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let counts = cells.map { trials in
      let (bias, active) = (trials.cell[Share.bias], trials.values(Share.active))
      return LawComparison.Cell(
        label: "b = \(bias)",
        successes: Proportion(
          successes: Int(active.reduce(0, +)), trials: active.count * trials.cell[Share.samples]),
        predicted: Share.law(variant == .stated ? bias : 1.2 * bias))
    }
    return finding([LawComparison(counts)], alarmRate: alarmRate)
  }
}
