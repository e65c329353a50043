// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RecoveryTheory
public import Statistics

/// **The tail of the laws of recovery and of its certificate.** Given n active samples, recovery fails with probability
/// 1 − p_BP(n) = 2(v_{n+1} + v_{n+3} + …) and the certificate with 1 − E(2Φ(√(χ²/s)) − 1)^{N−s}, χ² with n − s + 1 degrees of freedom;
/// mixed with n ~ Bin(P, ½) these are the failures at P samples, as rare as they may be.
///
/// - Measured: how often recovery and the certificate fail at fixed n, from where they mostly fail to where they hardly do.
/// - Verdict: refuted by an exact binomial test of a count (Holm) or by χ² over all.
/// - Control: laws that are off by a single sample, n + 1 in place of n.
public struct RecoveryTailClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "recovery-tail"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement = "Given n active samples, recovery fails with probability 2(v_{n+1} + v_{n+3} + …)."
  /// What the control gets wrong.
  public let falseVariant = "one active sample more than there is"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples, n of them active; recovery or its failure certified",
    grid:
      "three (N, s) with N from 50 to 200, each at the first n where recovery fails no more than .7, .5, .3, .1, .03 and .01",
    test: "exact binomial test of recovery and of its certificate at each n (Holm) and χ² over all", margin: .logOdds)
  /// What a study of the claim measures.
  public let experiment: any Experiment = ActiveSamplesExperiment()

  private typealias Active = ActiveSamplesExperiment

  /// The claim as it is registered.
  public init() {}

  /// (N, s) and the n about which recovery fails half the time, a tenth and a hundredth of it, and less.
  private static let shapes = [(50, 2), (100, 5), (200, 10)]
  private static let failures = [0.7, 0.5, 0.3, 0.1, 0.03, 0.01]

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = Self.shapes.flatMap { dimension, sparsity in
      let volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
      return Self.failures.compactMap { failure in
        (1...dimension).first { volumes.basisPursuitFailure(measurements: $0) <= failure }
      }.map { count in
        experiment.cell([Active.dimension.is(dimension), Active.sparsity.is(sparsity), Active.active.is(count)])
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 600, standard: 10_000, thorough: 200_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let tails = RecoveryTail.each(cells)
    let shift = variant == .stated ? 0 : 1
    let comparison = LawComparison(
      tails.flatMap { tail in
        [
          tail.comparison("recovery", tail.recovery) { tail.recoveryFailure(active: $0 + shift) },
          tail.comparison("certificate", tail.certificate) { tail.certificateFailure(active: $0 + shift) },
        ].joined()
      })
    return finding(
      [comparison], trials: cells.trials, counted: cells.reduce(0) { $0 + $1.count.decided }, alarmRate: alarmRate,
      remarks: comparison.worst.map { ["worst cell \($0.cell.label): corrected p = \(rounded($0.pValue))"] } ?? [])
  }
}

/// The failures of one N and s at fixed numbers of active samples, and their laws.
public struct RecoveryTail: Sendable {
  public let dimension, sparsity: Int
  /// Failures of recovery and of the least-squares certificate, by n.
  public let recovery, certificate: ActiveSampleMixture
  private let volumes: DescentConeVolumes
  private let certificateLaw: CertificateLaw

  /// One for every N and s among the cells, ascending.
  public static func each(_ cells: [CellTrials]) -> [RecoveryTail] {
    typealias Active = ActiveSamplesExperiment
    return Dictionary(grouping: cells) { $0.cell.without(Active.active) }.values
      .map { RecoveryTail(dimension: $0[0].cell[Active.dimension], sparsity: $0[0].cell[Active.sparsity], $0) }
      .sorted { ($0.dimension, $0.sparsity) < ($1.dimension, $1.sparsity) }
  }

  private init(dimension: Int, sparsity: Int, _ cells: [CellTrials]) {
    typealias Active = ActiveSamplesExperiment
    (self.dimension, self.sparsity) = (dimension, sparsity)
    volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
    certificateLaw = CertificateLaw(dimension: dimension, sparsity: sparsity)
    func byActive(_ failures: (CellTrials) -> Proportion) -> ActiveSampleMixture {
      ActiveSampleMixture(
        Dictionary(uniqueKeysWithValues: cells.map { ($0.cell[Active.active], failures($0)) }))
    }
    recovery = byActive { $0.count.failures }
    certificate = byActive { cell in
      // Fewer samples than weights have no certificate.
      let proving = cell.values(Active.correlation).count { $0 < 1 }
      return Proportion(successes: cell.outcomes.count - proving, trials: cell.outcomes.count)
    }
  }

  /// 1 − p_BP(n).
  public func recoveryFailure(active n: Int) -> Double { volumes.basisPursuitFailure(measurements: n) }

  /// The exact certificate law's failure probability given n active samples.
  public func certificateFailure(active n: Int) -> Double { certificateLaw.failure(activeSamples: n) }

  /// The failure at P samples by the exact laws.
  public func recoveryFailure(samples: Int) -> Double { RecoveryLaw(volumes).failure(samples: samples) }

  /// The exact certificate law's failure probability with P samples.
  public func certificateFailure(samples: Int) -> Double { certificateLaw.failure(samples: samples) }

  /// The fewest samples with which recovery fails no more often than `target`.
  public func samples(recoveryFailureAtMost target: Double) -> Int {
    RecoveryLaw(volumes).samples(failureAtMost: target)
  }

  fileprivate func comparison(
    _ what: String, _ mixture: ActiveSampleMixture, _ law: (Int) -> Double
  ) -> [LawComparison.Cell] {
    mixture.failures.sorted { $0.key < $1.key }.map { n, failures in
      LawComparison.Cell(
        label: "\(what), N = \(dimension), s = \(sparsity), n = \(n)", successes: failures, predicted: law(n))
    }
  }
}
