// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
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
public struct Theorem3Claim: GridClaim {
  public let name = "theorem-3"
  public let kind = ClaimClass.probabilistic
  public let statement =
    "From P = (11s + 7) μ ln N Gaussian samples M neurons are all recovered with probability ≥ 1 − M N^(1−μ)."
  public let falseVariant = "s·ln N samples instead of (11s + 7) μ ln N"

  public init() {}

  struct Setting: Sendable {
    var dimension: Int
    var sparsity: Int
    /// μ.
    var exponent: Double
    /// M.
    var neurons = 1

    var theorem: Theorem3 { Theorem3(dimension: dimension, sparsity: sparsity) }
    var failureBound: Double { theorem.failureBound(exponent: exponent, neurons: neurons) }

    /// What the exact law asks for, if each neuron may fail with 1/M of the bound.
    var exactSamples: Int {
      RecoveryLaw(dimension: dimension, sparsity: sparsity).samples(
        failureAtMost: min(1, failureBound) / Double(neurons))
    }

    func layer(_ variant: ClaimVariant) -> SharedSamples {
      let samples =
        switch variant {
        case .stated: theorem.samples(exponent: exponent)
        case .falsified: Int((Double(sparsity) * log(Double(dimension))).rounded(.up))
        }
      return SharedSamples(dimension: dimension, sparsity: sparsity, samples: samples, neurons: neurons)
    }
  }

  /// Bounds from 1 % to 63 %, so that a few hundred trials can tell.
  static let settings = [
    Setting(dimension: 50, sparsity: 1, exponent: 2),
    Setting(dimension: 50, sparsity: 5, exponent: 1.5),
    Setting(dimension: 60, sparsity: 30, exponent: 1.5),
    Setting(dimension: 100, sparsity: 2, exponent: 1.1),
    Setting(dimension: 100, sparsity: 5, exponent: 2),
    Setting(dimension: 200, sparsity: 10, exponent: 1.5),
    Setting(dimension: 100, sparsity: 5, exponent: 2, neurons: 10),
    Setting(dimension: 200, sparsity: 2, exponent: 2, neurons: 20),
  ]

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let trials = variant == .stated ? plan.choose(quick: 500, standard: 4_000, thorough: 200_000) : 100
    var counts: [RecoveryCount] = []
    for setting in Self.settings {
      let layer = setting.layer(variant)
      let verdicts = await plan.map(trials) { workspace, number in
        layer.verdict(seed: plan.seed, trial: number, in: &workspace)
      }
      counts.append(RecoveryCount(verdicts))
    }
    let cells = zip(counts, Self.settings).map { FailureBoundTest.Cell(count: $0, bound: $1.failureBound) }
    return FailureBoundTest(cells).finding(
      alarmRate: plan.alarmRate,
      remarks: Self.remarks(counts, Self.settings.map { Double($0.layer(variant).samples) / Double($0.exactSamples) }))
  }

  /// Every P = (11s + 7) μ ln N with μ > 1 is held to its own bound N^{1−μ}.
  public func judge(_ cells: [MeasuredCell], alarmRate: Double) -> Finding {
    let covered = cells.withGaussianInputs.filter { $0.setting.exponent > 1 }
    let test = FailureBoundTest(
      covered.map { FailureBoundTest.Cell(count: $0.count, bound: $0.setting.failureBound) })
    let factors = covered.byShape.flatMap { shape, cells in
      let law = RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      return cells.map { Double($0.ensemble.samples) / Double(law.samples(failureAtMost: $0.setting.failureBound)) }
    }
    let outside = cells.withGaussianInputs.count - covered.count
    var finding = test.finding(
      alarmRate: alarmRate,
      remarks: Self.remarks(covered.map(\.count), factors)
        + (outside == 0 ? [] : ["\(outside) cells with μ ≤ 1, of which the theorem does not speak"])
        + cells.inputsRemark)
    finding.trials = cells.trials
    return finding
  }

  private static func remarks(_ counts: [RecoveryCount], _ factors: [Double]) -> [String] {
    counts.isEmpty ? [] : [limitRemark(counts), costRemark(factors)]
  }

  private static func limitRemark(_ counts: [RecoveryCount]) -> String {
    let limit = counts.map { $0.failures.clopperPearsonUpperBound(confidence: 0.95) }.max() ?? 1
    return "in each of \(counts.count) settings the failure probability is at most \(rounded(limit)) (95 % upper limit)"
  }

  private static func costRemark(_ factors: [Double]) -> String {
    "P is \(rounded(factors.min() ?? .nan)) to \(rounded(factors.max() ?? .nan)) times what the exact law needs for "
      + "that bound"
  }
}

extension MeasuredCell {
  /// What the theorem says of this cell's number of samples.
  fileprivate var setting: Theorem3Claim.Setting {
    let theorem = Theorem3(dimension: ensemble.dimension, sparsity: ensemble.sparsity)
    return Theorem3Claim.Setting(
      dimension: ensemble.dimension, sparsity: ensemble.sparsity,
      exponent: theorem.exponent(samples: ensemble.samples))
  }
}
