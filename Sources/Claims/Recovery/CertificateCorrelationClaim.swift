// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RecoveryTheory
import Statistics

/// **(S.39), the correlations of the certificate** (Supplement, Section 4.5). Given the least-squares certificate ξ, the correlations
/// X_{Γᶜ,Ω}ξ of the N − s inputs off the support are independent N(0, ‖ξ‖²), so that their largest size c has
///
///     P(c ≤ x | ξ) = (2Φ(x/‖ξ‖) − 1)^{N−s}.
///
/// - Measured: c and ‖ξ‖ of planted neurons, and with them the value of that distribution function at c, which is uniform.
/// - Verdict: refuted by a Kolmogorov–Smirnov test of a cell (exact p-values, Holm).
/// - Control: a variance a tenth too large.
public struct CertificateCorrelationClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "certificate-correlations"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement = "Given ξ, the largest of the N − s correlations has P(c ≤ x) = (2Φ(x/‖ξ‖) − 1)^(N−s)."
  /// What the control gets wrong.
  public let falseVariant = "a variance of 1.1·‖ξ‖²"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples; the certificate exists", grid: "four (N, s, P) with 5 to 20 active samples a weight",
    test: "Kolmogorov–Smirnov test of P(c ≤ x | ξ) at x = c against the uniform law in each cell (exact, Holm)",
    margin: .distance, amendments: [.quickBudget(had: "1,000 neurons a cell")])
  /// What a study of the claim measures.
  public let experiment: any Experiment = CertificateExperiment()

  private typealias Certificate = CertificateExperiment
  private static let shapes = [(50, 5, 60), (100, 2, 40), (100, 20, 160), (200, 10, 163)]

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = Self.shapes.map { dimension, sparsity, samples in
      experiment.cell([
        Certificate.dimension.is(dimension), Certificate.sparsity.is(sparsity), Certificate.samples.is(samples),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 1_200, standard: 10_000, thorough: 100_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let tests = cells.map { DistributionTest("\($0.cell)", uniform: Self.distributionValues($0, variant)) }
      .filter { $0.trials > 0 }
    return finding(tests, trials: cells.trials, alarmRate: alarmRate, remarks: tests.map(\.remark))
  }

  /// P(c ≤ x | ξ) at x = c of every trial that has a certificate.
  private static func distributionValues(_ trials: CellTrials, _ variant: ClaimVariant) -> [Double] {
    let law = CertificateLaw(dimension: trials.cell[Certificate.dimension], sparsity: trials.cell[Certificate.sparsity])
    let spread = variant == .stated ? 1 : 1.1.squareRoot()
    return trials.outcomes.compactMap { outcome in
      guard let norm = outcome[Certificate.norm], let correlation = outcome[Certificate.correlation] else { return nil }
      return law.success(certificateNorm: spread * norm / correlation)
    }
  }
}
