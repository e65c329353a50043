// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import RecoveryTheory
package import Statistics

/// **Theorem E, the exact law of the least-squares certificate.** Given n active samples, ‖ξ‖² ~ s/χ²_{n−s+1}, and
///
///     P(certificate | P) = Σ_{n≥s} Bin(n; P, ½) E[(2Φ(√(χ²_{n−s+1}/s)) − 1)^{N−s}].
///
/// - Measured twice. Plain: how often ‖X_{Γᶜ,Ω} ξ‖_∞ < 1 on planted neurons. Rao–Blackwell: the mean of
///   (2Φ(1/‖ξ‖) − 1)^{N−s} over simulated s×n blocks alone, which averages the other N − s inputs exactly.
/// - Verdict: refuted by exact binomial tests or χ² on the plain frequencies, or by χ² on the standardised means.
public struct CertificateLawClaim: Claim {
  public let name = "certificate-law"
  public let kind = ClaimClass.exactLaw
  public let statement =
    "P(certificate) = Σ_n Bin(n; P, ½) E[(2Φ(√(χ²/s)) − 1)^(N−s)], χ² with n − s + 1 degrees of freedom."
  public let falseVariant = "χ² with n degrees of freedom"

  public init() {}

  static let shapes = [(20, 2), (50, 5), (100, 2), (100, 5), (100, 20), (200, 10)]
  static let successes = [0.1, 0.5, 0.9]

  /// A mean of many bounded values, with the expectation that the law gives it.
  package struct Mean: Sendable {
    var values: RunningSummary
    var expected: Double

    package init(values: RunningSummary, expected: Double) {
      self.values = values
      self.expected = expected
    }

    /// ((mean − expectation)/standard error)², which is χ² with one degree of freedom for many values.
    var squaredDeviation: Double {
      let deviation = (values.mean - expected) / values.standardError
      return deviation * deviation
    }
  }

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let trials = plan.choose(quick: 400, standard: 5_000, thorough: 100_000)
    var cells: [LawComparison.Cell] = []
    var means: [Mean] = []
    for (dimension, sparsity) in Self.shapes {
      let law = CertificateLaw(dimension: dimension, sparsity: sparsity)
      for success in Self.successes {
        let ensemble = PlantedEnsemble(
          dimension: dimension, sparsity: sparsity, samples: law.samples(successAtLeast: success))
        let predicted = Self.success(law, samples: ensemble.samples, variant)
        let certified = await plan.certificateSuccesses(ensemble, trials: trials)
        cells.append(LawComparison.Cell(label: ensemble.name, successes: certified, predicted: predicted))
        let blocks = await plan.certificateBlocks(sparsity: sparsity, samples: ensemble.samples, trials: 5 * trials)
        means.append(
          Mean(values: RunningSummary(blocks.map { law.success(certificateNorm: $0.norm) }), expected: predicted))
      }
    }
    return judge(LawComparison(cells), means, alarmRate: plan.alarmRate)
  }

  private static func success(_ law: CertificateLaw, samples: Int, _ variant: ClaimVariant) -> Double {
    if variant == .stated { return law.success(samples: samples) }
    let active = BinomialDistribution(trials: samples, successProbability: 0.5)
    // n degrees of freedom are those of n + s − 1 active samples.
    return (0...samples).reduce(0) { $0 + active.mass($1) * law.success(activeSamples: $1 + law.sparsity - 1) }
  }

  package func judge(_ plain: LawComparison, _ means: [Mean], alarmRate: Double) -> Finding {
    let averaged = ChiSquare(
      statistic: means.reduce(0) { $0 + $1.squaredDeviation }, degreesOfFreedom: means.count)
    let pValue = min(1, 2 * min(plain.pValue, averaged.pValue))
    let trials = plain.trials + means.reduce(0) { $0 + $1.values.count }
    return Finding(
      trials: trials, violations: pValue <= alarmRate ? 1 : 0, measured: plain.measured, bound: plain.expected,
      pValue: pValue, verdict: ClaimVerdict(pValue: pValue, alarmRate: alarmRate, counting: trials),
      remarks: [
        "plain frequencies: χ² = \(rounded(plain.chiSquare.statistic)) on \(plain.cells.count) cells, "
          + "p = \(rounded(plain.chiSquare.pValue))",
        "Rao–Blackwell means: χ² = \(rounded(averaged.statistic)) on \(means.count) cells, "
          + "p = \(rounded(averaged.pValue))",
      ])
  }
}

extension VerificationPlan {
  /// How often the least-squares certificate proves recovery.
  func certificateSuccesses(_ ensemble: PlantedEnsemble, trials: Int) async -> Proportion {
    let outcomes = await map(trials) { workspace, number in
      let neuron = PlantedNeuron(ensemble, seed: seed, trial: number, stream: &workspace.stream)
      let block = neuron.active.selectingColumns(neuron.support)
      guard let certificate = LeastSquaresCertificate(block: block, signs: neuron.signs) else { return false }
      return certificate.largestCorrelation(with: neuron.active, off: neuron.support) < 1
    }
    return Proportion(successes: outcomes.count { $0 }, trials: trials)
  }
}
