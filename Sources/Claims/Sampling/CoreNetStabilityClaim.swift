// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Foundation
import Statistics

/// **CoreNet's Δ̂ does not settle on signed networks.** CoreNet estimates the cancellation Δ(x) = Σ|w_j a_j|/|Σ w_j a_j| of a layer by
/// its mean over a sample. For Gaussian weights P(Δ > t) = C(a)/t + O(t⁻³) with C(a) known (`cancellationTail`): the expectation is
/// infinite, the mean over |S| samples grows like C·log|S| for ever, and two such means differ by a share that falls only like
/// 1/log|S|. Where nothing cancels, Δ = 1 and the assumption holds.
///
/// - Measured: 200 independent pairs of weights and inputs a trial, and how often C(a)/Δ is below .01, and in (.01, .03]; also, for one
///   neuron, the mean of Δ over two samples S of its own.
/// - Verdict: refuted by exact binomial tests of the counts against .01 and .02 (Holm) and by χ². The terms O(t⁻³) are below
///   .1 % of them.
public struct CoreNetStabilityClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "corenet-stability"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement =
    "CoreNet's Δ has an infinite mean on signed Gaussian neurons: P(Δ > t) → C/t, C = (2/π)Σ(a_j/‖a‖)√(1 − a_j²/‖a‖²)."
  /// What the control gets wrong.
  public let falseVariant = "the same neurons without their signs, where Δ = 1"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "signed Gaussian weights", grid: "ReLU, uniform and rare activations, 50 inputs, 200 of the rare one",
    test: "exact binomial tests of the counts of C/Δ below .01 and in (.01, .03] (Holm) and χ² over all",
    margin: .logOdds)
  /// What a study of the claim measures.
  public let experiment: any Experiment = CancellationExperiment()

  private typealias Neuron = CancellationExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Neuron(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(Neuron(weights: .nonnegative), plan)
  }

  private static func verification(_ experiment: Neuron, _ plan: VerificationPlan) -> Verification {
    let cells = [ActivationLaw.relu, .uniform, .rare].map { law in
      experiment.cell([Neuron.activations.is(law), Neuron.inputs.is(law == .rare ? 200 : 50)])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 100, standard: 2_000, thorough: 20_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let signed = cells.filter { $0.cell[Neuron.weights] == .signed }
    let comparison = LawComparison(
      signed.flatMap { cell in
        [(Neuron.firstTail, 0.01), (Neuron.secondTail, 0.02)].map { quantity, probability in
          LawComparison.Cell(
            label: "\(quantity.name) of \(cell.cell)",
            successes: Proportion(successes: cell.sum(quantity), trials: cell.sum(Neuron.pairs)),
            predicted: probability)
        }
      })
    return finding(
      [comparison], trials: cells.reduce(0) { $0 + $1.sum(Neuron.pairs) },
      counted: signed.reduce(0) { $0 + $1.sum(Neuron.pairs) }, alarmRate: alarmRate, remarks: Self.remarks(cells))
  }

  /// What becomes of the disagreement from the smallest samples to the largest.
  private static func remarks(_ cells: [CellTrials]) -> [String] {
    Neuron.Weights.allCases.compactMap { weights in
      let cells = cells.filter { $0.cell[Neuron.weights] == weights }
        .sorted { $0.cell[Neuron.samples] < $1.cell[Neuron.samples] }
      guard let first = cells.first, let last = cells.last else { return nil }
      let change = first.cell == last.cell ? "" : ", \(factor(last))"
      return "\(weights.rawValue) weights: two Δ̂ of a neuron differ by a factor (median) of \(factor(first))\(change)"
    }
  }

  private static func factor(_ cell: CellTrials) -> String {
    let median = quantiles(of: cell.values(Neuron.logDisagreement), at: [0.5])[0]
    return "\(rounded(exp(median))) for |S| = \(cell.cell[Neuron.samples])"
  }
}

extension CellTrials {
  /// Of a quantity that counts something, over the trials.
  fileprivate func sum(_ quantity: Quantity) -> Int { Int(values(quantity).reduce(0, +)) }
}
