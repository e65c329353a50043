// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import RecoveryTheory

/// **The explicit Gaussian bound** of the bowling scheme. w* is recovered with probability at least 1 − e^{−t²/2} once
///
///     ξ √P Q(2ξ) > √(2δ) + ξ t  for some ξ > 0.
///
/// - Measured: how often recovery fails at the smallest P that the bound allows for a failure probability of 5 %.
/// - Verdict: refuted by a failure count too unlikely under that probability (exact binomial tail, Holm).
///
/// The bound is valid and loose: its remarks tell by what factor.
public struct BowlingBoundClaim: Claim {
  public let name = "bowling-bound"
  public let kind = ClaimClass.probabilistic
  public let statement = "Recovery fails with probability ≤ e^(−t²/2) once ξ√P Q(2ξ) > √(2δ) + ξt for some ξ > 0."
  public let falseVariant = "a constant 300 times smaller, which puts P below P₅₀"

  public init() {}

  static let failureBound = 0.05
  static let shapes = [(20, 1), (40, 2), (50, 10), (100, 5)]

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let trials = variant == .stated ? plan.choose(quick: 200, standard: 2_000, thorough: 50_000) : 100
    var cells: [FailureBoundTest.Cell] = []
    var factors: [Double] = []
    for (dimension, sparsity) in Self.shapes {
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      let allowed = BowlingBound(statisticalDimension: law.volumes.statisticalDimension).samples(
        failureAtMost: Self.failureBound)
      let samples = variant == .stated ? allowed : allowed / 300
      let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples)
      let count = await plan.count(ensemble, trials: trials)
      cells.append(FailureBoundTest.Cell(count: count, bound: Self.failureBound))
      factors.append(Double(samples) / Double(law.median))
    }
    return FailureBoundTest(cells).finding(
      alarmRate: plan.alarmRate,
      remarks: ["P is \(rounded(factors.min() ?? .nan)) to \(rounded(factors.max() ?? .nan)) times P₅₀"])
  }
}
