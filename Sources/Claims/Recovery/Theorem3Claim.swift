// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// **Theorem 3** (Supplement, Theorem 4.5). Let M neurons with s-sparse weights respond to P Gaussian samples of ℝᴺ. With
///
///     P = (11s + 7) μ ln N,  μ > 1,
///
/// the Net-Trim program at ε = 0 recovers all of them with probability at least 1 − M N^{1−μ}.
///
/// - Hypotheses: Gaussian samples, shared by the neurons; they are drawn that way.
/// - Measured: how often a neuron is not recovered, by certificates of either outcome.
/// - Verdict: refuted where so many failures are too unlikely under the stated bound (exact binomial tail, that is, a
///   Clopper–Pearson lower limit above the bound), Holm-corrected over the settings.
public struct Theorem3Claim: RecoveryClaim {
  public let name = "theorem-3"
  public let kind = ClaimClass.probabilistic
  public let statement =
    "From P = (11s + 7) μ ln N Gaussian samples M neurons are all recovered with probability ≥ 1 − M N^(1−μ)."
  public let falseVariant = "(s/2)·μ·ln N samples instead of (11s + 7)·μ·ln N"
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples, shared by the M neurons; μ > 1",
    grid: "eight (N, s, μ, M) with bounds from 1 % to 63 %",
    test: "exact binomial tail of the failures of each setting (Holm)", margin: .failures,
    amendments: [
      Amendment(
        "2026-11-24",
        what: "the false variant held s·ln N samples to N^(1−μ) at each setting's own μ; it is (s/2)·μ·ln N",
        why: "one judgement reads μ off the samples", firstVerdict: "claim consistent, control refuted")
    ])

  public init() {}

  private struct Setting {
    let dimension, sparsity: Int
    /// μ.
    var exponent: Double
    /// M.
    var neurons = 1

    var label: String { "N = \(dimension), s = \(sparsity), μ = \(rounded(exponent)), M = \(neurons)" }
    var theorem: Theorem3 { Theorem3(dimension: dimension, sparsity: sparsity) }
    var failureBound: Double { theorem.failureBound(exponent: exponent, neurons: neurons) }

    /// What the exact law asks for, if each neuron may fail with 1/M of the bound.
    var exactSamples: Int {
      RecoveryLaw(dimension: dimension, sparsity: sparsity).samples(
        failureAtMost: min(1, failureBound) / Double(neurons))
    }

    func cell(samples: Int) -> Cell {
      PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples)
        .cell(neurons: neurons, method: .certificate)
    }
  }

  /// Bounds from 1 % to 63 %, so that a few hundred trials can tell.
  private static let settings = [
    Setting(dimension: 50, sparsity: 1, exponent: 2),
    Setting(dimension: 50, sparsity: 5, exponent: 1.5),
    Setting(dimension: 60, sparsity: 30, exponent: 1.5),
    Setting(dimension: 100, sparsity: 2, exponent: 1.1),
    Setting(dimension: 100, sparsity: 5, exponent: 2),
    Setting(dimension: 200, sparsity: 10, exponent: 1.5),
    Setting(dimension: 100, sparsity: 5, exponent: 2, neurons: 10),
    Setting(dimension: 200, sparsity: 2, exponent: 2, neurons: 20),
  ]

  public func verification(_ plan: VerificationPlan) -> Verification {
    Verification(
      experiment, Self.settings.map { $0.cell(samples: $0.theorem.samples(exponent: $0.exponent)) },
      trials: plan.choose(quick: 500, standard: 4_000, thorough: 200_000))
  }

  /// s·ln N samples, the false theorem's at μ = 2.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    let cells = Self.settings.map { setting in
      setting.cell(samples: Int((Double(setting.sparsity) * log(Double(setting.dimension))).rounded(.up)))
    }
    return Verification(experiment, cells, trials: 100)
  }

  /// Every P = (11s + 7) μ ln N with μ > 1 is held to its own bound M N^{1−μ}.
  public func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let gaussian = cells.withGaussianInputs
    let covered = gaussian.map { (cell: $0, setting: Self.setting(of: $0, variant)) }.filter { $0.setting.exponent > 1 }
    let tests = covered.map { cell, setting in
      FailureBoundTest(setting.label, count: cell.count, bound: setting.failureBound)
    }
    let factors = covered.map { Double($0.cell.ensemble.samples) / Double($0.setting.exactSamples) }
    let outside = gaussian.count - covered.count
    return finding(
      tests, trials: cells.trials, alarmRate: alarmRate,
      remarks: Self.remarks(covered.map(\.cell.count), factors)
        + (outside == 0 ? [] : ["\(outside) cells with μ ≤ 1, of which the theorem does not speak"])
        + cells.inputsRemark)
  }

  /// What the theorem, or its false variant, says of this cell's number of samples.
  private static func setting(of cell: RecoveryCell, _ variant: ClaimVariant) -> Setting {
    let (dimension, sparsity) = (cell.ensemble.dimension, cell.ensemble.sparsity)
    let exponent =
      switch variant {
      case .stated: Theorem3(dimension: dimension, sparsity: sparsity).exponent(samples: cell.ensemble.samples)
      case .falsified: 2 * Double(cell.ensemble.samples) / (Double(sparsity) * log(Double(dimension)))
      }
    return Setting(dimension: dimension, sparsity: sparsity, exponent: exponent, neurons: cell.neurons)
  }

  private static func remarks(_ counts: [OutcomeCount], _ factors: [Double]) -> [String] {
    counts.isEmpty ? [] : [limitRemark(counts), costRemark(factors)]
  }

  private static func limitRemark(_ counts: [OutcomeCount]) -> String {
    let limit = counts.map { $0.failures.clopperPearsonUpperBound(confidence: 0.95) }.max() ?? 1
    return "in each of \(counts.count) settings the failure probability is at most \(rounded(limit)) (95 % upper limit)"
  }

  private static func costRemark(_ factors: [Double]) -> String {
    "P is \(rounded(factors.min() ?? .nan)) to \(rounded(factors.max() ?? .nan)) times what the exact law needs for "
      + "that bound"
  }
}
