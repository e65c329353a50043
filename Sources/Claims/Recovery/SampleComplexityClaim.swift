// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
public import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// **Sample complexity Θ(s log(N/s))**, the claim of "Fast Convex Pruning of Deep Neural Networks" (Aghasi, Abdi, Romberg 2020) with
/// constants: for s ≤ N/5
///
///     2.2·s ln(N/s) ≤ P₅₀ ≤ 4·s ln(N/s).
///
/// - Measured: P₅₀ from success curves, N to 10⁶, with profile-likelihood intervals; or as a quantile of least sample counts, with
///   distribution-free ones. Beside it the exact law's 2δ for N = 10⁷, s/N from 0.2 to 10⁻⁶.
/// - Verdict: refuted where P₅₀ is beyond a constant, by a normal test of its logarithm (Holm), or where 2δ is.
/// - Control: s^a N^b, s ln N, s and N, fitted to N ≤ 400, with constants as far apart.
///
/// 2δ/(s ln(N/s)) tends to 4, as slowly as (ln ln)/ln: 2(τ² + 3)/ln(N/s) with φ(τ) = τ³s/(2N) to leading order. On small grids it runs from
/// 2.5 to 3.2 with s/N, which a power law imitates and cannot extrapolate.
public struct SampleComplexityClaim: RecoveryClaim {
  /// Its name on the command line and in studies.
  public let name = "sample-complexity"
  /// An error that shrinks with the size.
  public let kind = ClaimClass.asymptotic
  /// The statement in one sentence.
  public let statement = "2.2·s ln(N/s) ≤ P₅₀ ≤ 4·s ln(N/s) for s ≤ N/5: P₅₀ = Θ(s ln(N/s))."
  /// What the control gets wrong.
  public let falseVariant =
    "s^a N^b, s ln N, s or N in place of s ln(N/s), constants fitted to N ≤ 400 and as far apart"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples, s ≤ N/5",
    grid:
      "N = 100 and 200 (standard: 50 to 400), s/N = 0.02, 0.05 and 0.2, and (N, s) = (10⁴, 5), (10⁵, 1), and from standard (10⁶, 1), five P across each "
      + "transition; the exact law at N = 10⁷",
    test:
      "normal test of ln P₅₀ against either constant, its error from the 95 % profile-likelihood interval (Holm); a single 2δ beyond one",
    margin: Margin(0.2, "of P₅₀", because: "a fifth is well below the distance of the two constants"),
    amendments: [
      Amendment(
        "2026-11-24",
        what:
          "P₅₀ was said to grow as s ln(N/s) better than as s ln N, s or N by AICc, and P₉₅/(s ln(N/s)) to be bounded",
        why:
          "on small grids s^(3/4) N^(1/4) fits better by an AICc difference of 22, and the bound on P₉₅ could not fail",
        firstVerdict: "consistent against its own rivals"),
      .standardBudget(had: "800 trials a cell"),
    ])

  /// The claim as it is registered.
  public init() {}

  static let constants = 2.2...4.0

  /// Five P across the transition of each (N, s), where the exact law has it.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let dimensions = plan.choose(
      quick: [100, 200], standard: [50, 100, 200, 400], thorough: [50, 100, 200, 400, 800])
    let small = dimensions.flatMap { dimension in
      [0.02, 0.05, 0.2].map { (dimension, Int($0 * Double(dimension))) }.filter { $0.1 > 1 }
    }
    let far = [(10_000, 5), (100_000, 1)]
    let farther = far + [(1_000_000, 1)]
    let ensembles = (small + plan.choose(quick: far, standard: farther, thorough: farther)).flatMap {
      dimension, sparsity in
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      return Set([0.15, 0.35, 0.5, 0.65, 0.85].map { law.samples(successAtLeast: $0) }).sorted().map { samples in
        PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples)
      }
    }
    return Verification(
      experiment, ensembles.map { $0.cell(method: .lazy) },
      trials: plan.choose(quick: 110, standard: 400, thorough: 10_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let critical = cells.compactMap(CriticalSamples.init)
    guard critical.isEmpty else { return judge(critical, variant, alarmRate: alarmRate) }
    return judge(cells.map(RecoveryCell.init), variant, alarmRate: alarmRate)
  }

  /// What the trials say of the claim, or of its false variant.
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

  package func judge(_ cells: [some MeasuredTransition], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let claimed = cells.filter { 5 * $0.sparsity <= $0.dimension }
    let rivals = RivalScaling.all(fittedTo: claimed)
    guard variant == .falsified else {
      let tests = claimed.compactMap { cell in
        ScalingTest(cell, scale: Self.scale(cell.dimension, cell.sparsity), between: Self.constants)
      }
      return finding(tests, on: cells, alarmRate: alarmRate, remarks: remarks(claimed, rivals))
    }
    // The constants are as far apart about the fit; the two scalings that share the limit are no false variants.
    let reach = (Self.constants.upperBound / Self.constants.lowerBound).squareRoot()
    let findings = rivals.dropFirst(2).map { rival in
      finding(
        claimed.compactMap { cell in
          ScalingTest(cell, scale: rival.prediction(cell.dimension, cell.sparsity), between: 1 / reach...reach)
        }, on: cells, alarmRate: alarmRate, remarks: [rival.name])
    }
    return findings.first { !$0.verdict.isFall } ?? findings.first
      ?? finding([ScalingTest](), on: cells, alarmRate: alarmRate, remarks: ["too few pairs of N and s for rivals"])
  }

  private func finding(
    _ tests: [ScalingTest], on cells: [some MeasuredTransition], alarmRate: Double, remarks: [String]
  ) -> Finding {
    let law: [any StatementTest] =
      tests.isEmpty ? [] : [InequalityTest("the exact law at N = 10⁷", ratios: Self.exactRatios)]
    return finding(
      tests + law, trials: cells.reduce(0) { $0 + $1.decided + $1.undecided },
      counted: cells.reduce(0) { $0 + $1.decided }, alarmRate: alarmRate, remarks: remarks)
  }

  static func scale(_ dimension: Int, _ sparsity: Int) -> Double {
    Double(sparsity) * log(Double(dimension) / Double(sparsity))
  }

  /// 2δ/(s ln(N/s)) at N = 10⁷, where δ is its limit form to a relative 2/√(sN).
  private static let exact = [0.2, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6].map { share in
    let sparsity = Int(share * 1e7)
    return (
      share: share,
      constant: 2 * StatisticalDimension(dimension: 10_000_000, sparsity: sparsity).value / scale(10_000_000, sparsity)
    )
  }

  private static let exactRatios = exact.flatMap {
    [$0.constant / constants.upperBound, constants.lowerBound / $0.constant]
  }

  private func remarks(_ cells: [some MeasuredTransition], _ rivals: [RivalScaling]) -> [String] {
    let far = cells.filter { $0.dimension > RivalScaling.largestFitted }
    let near = cells.filter { $0.dimension <= RivalScaling.largestFitted }
    let fits = rivals.map { rival in
      "\(rival.name): off by \(rounded(100 * rival.error(on: near))) % where N ≤ \(RivalScaling.largestFitted), to which it is fitted"
        + (far.isEmpty ? "" : ", by \(rounded(100 * rival.error(on: far))) % beyond")
    }
    let limit = Self.exact.map { share, constant in
      rounded(constant) + (share > 0.01 ? "" : " (\(rounded(Self.leading(share))))") + " at \(share)"
    }
    return fits + [
      "2δ/(s ln(N/s)) by the exact law (to leading order) by s/N, 4 in the limit: \(limit.joined(separator: ", "))"
    ]
      + cells.map(Self.remark)
  }

  /// 2(τ² + 3)/ln(1/r) where φ(τ) = rτ³/2, by iteration.
  private static func leading(_ share: Double) -> Double {
    let square = (0..<60).reduce(2 * log(1 / share)) { square, _ in
      max(0.1, 2 * log(2 / (share * (2 * Double.pi).squareRoot())) - 3 * log(square))
    }
    return 2 * (square + 3) / log(1 / share)
  }

  private static func remark(_ cell: some MeasuredTransition) -> String {
    let scale = scale(cell.dimension, cell.sparsity)
    let quantiles = [0.5, 0.95].map { probability in
      let name = probability == 0.5 ? "P₅₀" : "P₉₅"
      guard let samples = cell.samples(probability) else { return "\(name) not reached" }
      let interval = cell.samplesInterval(probability, confidence: 0.95)
      return "\(name) = \(count(samples)) (\(count(interval.lowerBound)) to \(count(interval.upperBound))), "
        + "\(rounded(samples / scale)) s ln(N/s)"
    }
    return "N = \(cell.dimension), s = \(cell.sparsity): " + quantiles.joined(separator: "; ")
  }

  private static func count(_ samples: Double) -> String {
    samples.isFinite ? String(format: "%.4g", samples) : samples < 0 ? "−∞" : "∞"
  }
}
