// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RecoveryTheory
import Statistics

/// **Theorem E, the exact law of the least-squares certificate.** Given n active samples, ‖ξ‖² ~ s/χ²_{n−s+1}, and
///
///     P(certificate | P) = Σ_{n≥s} Bin(n; P, ½) E[(2Φ(√(χ²_{n−s+1}/s)) − 1)^{N−s}].
///
/// - Measured twice. Plain: how often ‖X_{Γᶜ,Ω} ξ‖_∞ < 1 on planted neurons. Rao–Blackwell: the mean of
///   (2Φ(1/‖ξ‖) − 1)^{N−s} over simulated s×n blocks alone, which averages the other N − s inputs exactly.
/// - Verdict: refuted by exact binomial tests or χ² on the plain frequencies, or by χ² on the standardised means.
public struct CertificateLawClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "certificate-law"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement =
    "P(certificate) = Σ_n Bin(n; P, ½) E[(2Φ(√(χ²/s)) − 1)^(N−s)], χ² with n − s + 1 degrees of freedom."
  /// What the control gets wrong.
  public let falseVariant = "χ² with n degrees of freedom"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples",
    grid: "six (N, s), each at the P of success 0.1, 0.5 and 0.9; plain trials, and blocks of Γ alone",
    test:
      "plain frequencies: exact binomial tests (Holm) and χ²; Rao–Blackwell means: χ² of their standardised deviations; Holm over both",
    margin: .logOdds, amendments: [.quickBudget(had: "400 neurons a cell")])
  /// What a study of the claim measures.
  public let experiment: any Experiment = CertificateExperiment()

  private typealias Certificates = CertificateExperiment

  /// The claim as it is registered.
  public init() {}

  private static let shapes = [(20, 2), (50, 5), (100, 2), (100, 5), (100, 20), (200, 10)]
  private static let successes = [0.1, 0.5, 0.9]

  /// Blocks cost little, and five times as many of them are simulated.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let trials = plan.choose(quick: 450, standard: 5_000, thorough: 100_000)
    return Verification(
      experiment,
      Self.grid.flatMap { [(Certificates.cell($0, .active), trials), (Certificates.cell($0, .block), 5 * trials)] })
  }

  /// For every shape, the fewest samples that reach each of the success probabilities.
  private static var grid: [(dimension: Int, sparsity: Int, samples: Int)] {
    shapes.flatMap { dimension, sparsity in
      let law = CertificateLaw(dimension: dimension, sparsity: sparsity)
      return successes.map { (dimension, sparsity, law.samples(successAtLeast: $0)) }
    }
  }

  package typealias Mean = AveragedLawTest.Mean

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    var (plain, means): ([LawComparison.Cell], [Mean]) = ([], [])
    for (law, samples, cells) in Self.byShape(cells) {
      let predicted = Self.success(law, samples: samples, variant)
      for trials in cells {
        switch trials.cell[Certificates.extent] {
        case .active:
          let label = "N=\(law.dimension), s=\(law.sparsity), P=\(samples)"
          plain.append(LawComparison.Cell(label: label, successes: trials.count.successes, predicted: predicted))
        case .block: means.append(Mean(values: Self.averaged(trials, law), expected: predicted))
        case .program: break
        }
      }
    }
    return judge(LawComparison(plain), means.filter { $0.values.count > 0 }, alarmRate: alarmRate)
  }

  private static func byShape(_ cells: [CellTrials]) -> [(law: CertificateLaw, samples: Int, cells: [CellTrials])] {
    let shapes = Dictionary(grouping: cells) { $0.cell.without(Certificates.extent) }
    return shapes.map { shape, cells in
      let law = CertificateLaw(
        dimension: shape[Certificates.dimension], sparsity: shape[Certificates.sparsity])
      return (law, shape[Certificates.samples], cells)
    }.sorted { ($0.law.dimension, $0.law.sparsity, $0.samples) < ($1.law.dimension, $1.law.sparsity, $1.samples) }
  }

  /// The success that the law gives to each block; none where ξ does not exist.
  private static func averaged(_ blocks: CellTrials, _ law: CertificateLaw) -> RunningSummary {
    RunningSummary(
      blocks.outcomes.map { $0[Certificates.norm].map { law.success(certificateNorm: $0) } ?? 0 })
  }

  private static func success(_ law: CertificateLaw, samples: Int, _ variant: ClaimVariant) -> Double {
    if variant == .stated { return law.success(samples: samples) }
    let active = BinomialDistribution(trials: samples, successProbability: 0.5)
    // n degrees of freedom are those of n + s − 1 active samples.
    return (0...samples).reduce(0) { $0 + active.mass($1) * law.success(activeSamples: $1 + law.sparsity - 1) }
  }

  package func judge(_ plain: LawComparison, _ means: [Mean], alarmRate: Double) -> Finding {
    let averaged = AveragedLawTest(means: means)
    return finding(
      [plain, averaged], alarmRate: alarmRate,
      remarks: [
        "plain frequencies: χ² = \(rounded(plain.chiSquare.statistic)) on \(plain.cells.count) cells, "
          + "p = \(rounded(plain.chiSquare.pValue))",
        "Rao–Blackwell means: χ² = \(rounded(averaged.chiSquare.statistic)) on \(means.count) cells, "
          + "p = \(rounded(averaged.pValue))",
      ])
  }
}
