// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// **Sample complexity O(s log(N/s))**, the claim of "Fast Convex Pruning of Deep Neural Networks" (Aghasi, Abdi, Romberg 2020).
///
/// - Measured: P₅₀ and P₉₅ over an (N, s) grid, as quantiles of the least sample counts, with distribution-free intervals; in a
///   study, from its success curves, with profile-likelihood intervals.
/// - Verdict, an ordering: ln P₅₀ = ln C + ln f + error is fitted for f = s ln(N/s) and its rivals s ln N, s and N. A law is
///   refuted where a rival beats it by an AICc difference of 2 ln(1/alarm rate), or where P₉₅/f at the largest N is above that at
///   the smallest beyond their intervals; it is consistent where no rival beats it.
/// - Control: P ∝ s and P ∝ N must both be refuted.
///
/// P₅₀ follows 2δ more closely than any of them; the remarks say how the constant of s ln(N/s) drifts with s/N therefore.
public struct SampleComplexityClaim: RecoveryClaim {
  public let name = "sample-complexity"
  public let kind = ClaimClass.trend
  public let statement = "P₅₀ grows as s·ln(N/s), better than as s·ln N, s or N, and P₉₅/(s·ln(N/s)) is bounded."
  public let falseVariant = "P ∝ s, and P ∝ N"
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples", grid: "N from 50, s/N from 0.01 to 0.2",
    test:
      "AICc difference of 2 ln(1/level) to the best rival among s ln N, s and N, and intervals of P₉₅/f at the ends",
    margin: Margin(0.1, "of P₅₀", because: "a tenth of the samples is what a plan can notice"))

  public init() {}

  /// Least sample counts trial by trial, which tell the whole success curve at once.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let dimensions = plan.choose(
      quick: [50, 100, 200], standard: [50, 100, 200, 400], thorough: [50, 100, 200, 400, 800, 1_600])
    let shapes = dimensions.flatMap { dimension in
      [0.01, 0.02, 0.05, 0.1, 0.2].map { (dimension, Int($0 * Double(dimension))) }.filter { $0.1 > 0 }
    }
    let experiment = CriticalSamplesExperiment()
    return Verification(
      experiment, shapes.map { experiment.cell(dimension: $0, sparsity: $1) },
      trials: plan.choose(quick: 80, standard: 400, thorough: 10_000))
  }

  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let critical = cells.compactMap(CriticalSamples.init)
    guard critical.isEmpty else { return judge(critical, variant, alarmRate: alarmRate) }
    return judge(cells.map(RecoveryCell.init), variant, alarmRate: alarmRate)
  }

  private func judge(_ cells: [some MeasuredTransition], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    guard variant == .falsified else { return judge(.sparsityLogRatio, cells, alarmRate: alarmRate) }
    let findings = [ScalingLaw.sparsity, .dimension].map { judge($0, cells, alarmRate: alarmRate) }
    return findings.first { !$0.verdict.isFall } ?? findings[0]
  }

  public func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let transitions = cells.withGaussianInputs.ofOneNeuron.byShape.map { FittedTransition($0.cells) }
    let measured = transitions.filter { $0.samples(0.5) != nil }
    let missing = transitions.count - measured.count
    var finding = judge(measured, variant, alarmRate: alarmRate)
    finding.trials = cells.trials
    finding.remarks += (missing == 0 ? [] : ["no P₅₀ at \(missing) of \(transitions.count) pairs of N and s"])
    finding.remarks += cells.inputsRemark
    return finding
  }

  /// - Precondition: every cell has a P₅₀.
  package func judge(_ law: ScalingLaw, _ cells: [some MeasuredTransition], alarmRate: Double) -> Finding {
    // With fewer the AICc, and growth with N, are undefined.
    guard cells.count > 3, Set(cells.map(\.dimension)).count > 1 else {
      return Finding(
        trials: cells.reduce(0) { $0 + $1.decided + $1.undecided },
        hypothesesCertified: cells.reduce(0) { $0 + $1.decided }, measured: .nan, bound: .nan, verdict: .inconclusive,
        remarks: ["a scaling takes more than three pairs of N and s, with different N; there are \(cells.count)"])
    }
    let scores = ScalingLaw.scores(on: cells)
    let rivals = scores.filter { ![law, .statisticalDimension].contains($0.law) }
    let own = scores.first { $0.law == law }?.score.aiccDifference ?? .infinity
    // How far the best rival is ahead; e^{−lead/2} is what the law has left of its likelihood.
    let lead = own - (rivals.map(\.score.aiccDifference).min() ?? .infinity)
    let growth = Growth(of: law, cells, confidence: 1 - alarmRate / Double(cells.count))
    let isRefuted = lead >= 2 * log(1 / alarmRate) || growth.isCertain
    return Finding(
      trials: cells.reduce(0) { $0 + $1.decided + $1.undecided },
      hypothesesCertified: cells.reduce(0) { $0 + $1.decided }, violations: isRefuted ? 1 : 0,
      measured: growth.atLargest, bound: growth.atSmallest,
      verdict: isRefuted ? .notBorneOut : lead < 0 ? .consistent : .inconclusive,
      remarks: scores.map(Self.remark) + [Self.driftRemark(cells)] + cells.map(Self.remark))
  }

  /// The largest P₉₅/f at the smallest N and at the largest.
  struct Growth {
    let atSmallest: Double
    let atLargest: Double
    /// Whether the intervals leave no other explanation than growth.
    let isCertain: Bool

    init<Cell: MeasuredTransition>(of law: ScalingLaw, _ cells: [Cell], confidence: Double) {
      let reaching = cells.filter { $0.samples(0.95) != nil }
      let dimensions = reaching.map(\.dimension)
      func largest(at dimension: Int?, _ samples: (Cell) -> Double) -> Double {
        reaching.filter { $0.dimension == dimension }.map { samples($0) / law.scale($0) }.max() ?? .nan
      }
      atSmallest = largest(at: dimensions.min()) { $0.samples(0.95) ?? .nan }
      atLargest = largest(at: dimensions.max()) { $0.samples(0.95) ?? .nan }
      func interval(_ cell: Cell) -> ClosedRange<Double> { cell.samplesInterval(0.95, confidence: confidence) }
      isCertain =
        largest(at: dimensions.max()) { interval($0).lowerBound }
        > largest(at: dimensions.min()) { interval($0).upperBound }
    }
  }

  private static func remark(_ law: ScalingLaw, _ score: ModelScore) -> String {
    let error = (score.fit.residualSumOfSquares / Double(score.fit.residuals.count)).squareRoot()
    return "P₅₀ = \(rounded(exp(score.fit.coefficients[0]))) \(law.rawValue): error \(rounded(100 * error)) %, "
      + "\(rounded(100 * score.heldOutError)) % on held-out N, AICc +\(rounded(score.aiccDifference))"
  }

  private static func driftRemark(_ cells: [some MeasuredTransition]) -> String {
    let ratios = cells.compactMap { cell in cell.samples(0.5).map { $0 / ScalingLaw.sparsityLogRatio.scale(cell) } }
    let constants = [0.01, 0.05, 0.1, 0.2].map { fraction in
      let dimension = StatisticalDimension(dimension: 100_000, sparsity: Int(fraction * 100_000))
      return rounded(2 * dimension.value / (fraction * 100_000 * log(1 / fraction)))
    }
    return "P₅₀/(s ln(N/s)) runs from \(rounded(ratios.min() ?? .nan)) to \(rounded(ratios.max() ?? .nan)), because "
      + "2δ/(s ln(N/s)) = \(constants.joined(separator: ", ")) at s/N = 0.01, 0.05, 0.1, 0.2, and 4 in the limit 0"
  }

  private static func remark(_ cell: some MeasuredTransition) -> String {
    let quantiles = [0.5, 0.95].map { probability in
      let name = probability == 0.5 ? "P₅₀" : "P₉₅"
      guard let samples = cell.samples(probability) else { return "\(name) not reached" }
      let interval = cell.samplesInterval(probability, confidence: 0.95)
      return "\(name) = \(count(samples)) (\(count(interval.lowerBound)) to \(count(interval.upperBound)))"
    }
    return "N = \(cell.dimension), s = \(cell.sparsity): " + quantiles.joined(separator: ", ")
  }

  private static func count(_ samples: Double) -> String {
    samples.isFinite ? String(format: "%.4g", samples) : samples < 0 ? "−∞" : "∞"
  }
}
