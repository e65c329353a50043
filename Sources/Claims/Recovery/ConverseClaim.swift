// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Foundation
import RecoveryTheory

/// **The converse of the sample complexity**: fewer than the order of s ln(N/s) samples fail, so that O(s ln(N/s)) is Θ(s ln(N/s)).
///
/// - Measured (computed): P₅₀ of the exact law beside 2.2·s ln(N/s) for s ≤ N/5; the P up to which Amelunxen, Lotz, McCoy and Tropp's Theorem
///   II proves P(recovery) ≤ ½, which must not pass P₅₀ and nears it where s ln(N/s) ≫ √N; and C(s/N) = 2δ/(s ln(N/s)) at N = 10¹⁸, which must
///   rise to 4 as s/N → 0.
/// - Verdict: deterministic inequalities, each refuted by a single violation.
///
/// `SampleComplexityClaim` has the same constant beside measured P₅₀; here it is for every (N, s) of a grid, without sampling.
public struct ConverseClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "converse"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement =
    "P₅₀ ≥ 2.2·s ln(N/s) for s ≤ N/5, no less than Theorem II proves, and 2δ/(s ln(N/s)) rises to 4."
  /// What the control gets wrong.
  public let falseVariant = "each bound larger by two fifths"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "Gaussian samples; s ≤ N/5 where s ln(N/s) is the scale",
    grid:
      "N = 10 to 2,000 (standard: to 5,000, thorough: to 20,000), s = 1 to N/2, and (20,000, 4,000); s/N = 10⁻² to 10⁻¹⁸ at N = 10¹⁸",
    test: "a single P₅₀ below either bound, or a single step down of C(s/N), or one past 4",
    margin: Margin(
      0.2, "of the bound",
      because: "a fifth of P₅₀ is what sample-complexity resolves by measurement"))
  /// What a study of the claim measures.
  public let experiment: any Experiment = ConverseExperiment()

  private typealias Converse = ConverseExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let dimensions = plan.choose(
      quick: [10, 20, 50, 100, 200, 500, 2_000],
      standard: [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000],
      thorough: [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000])
    let shapes = dimensions.flatMap { dimension in
      Set([1, 2] + [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].map { max(1, Int($0 * Double(dimension))) })
        .sorted()
        .map { (dimension, $0) }
    }
    let cells = Set(shapes.map(Shape.init) + [Shape(dimension: 20_000, sparsity: 4_000)]).sorted()
    return Verification(
      experiment,
      cells.map {
        experiment.cell([Converse.dimension.is($0.dimension), Converse.sparsity.is($0.sparsity)])
      },
      trials: 1)
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let factor = variant == .stated ? 1 : 1.4
    let found = cells.flatMap { trials in trials.outcomes.map { (cell: trials.cell, outcome: $0) } }
    let scaled = found.filter { 5 * $0.cell[Converse.sparsity] <= $0.cell[Converse.dimension] }
      .compactMap { $0.outcome[Converse.constant] }
    let proved = found.compactMap { cell, outcome -> (cell: Cell, share: Double)? in
      guard let proved = outcome[Converse.proved], let median = outcome[Converse.median], proved > 0
      else { return nil }
      return (cell, proved / median)
    }
    let course = found.isEmpty ? [] : Self.limitCourse
    let steps =
      zip(course, course.dropFirst()).map { $0.constant / $1.constant }
      + course.map { $0.constant / 4 }
    return finding(
      [
        InequalityTest("s ln(N/s)", ratios: scaled.map { factor * Self.constant / $0 }),
        InequalityTest("Theorem II", ratios: proved.map { factor * $0.share }),
        InequalityTest("the limit", ratios: steps.map { factor * $0 }),
      ], trials: found.count, counted: found.count, alarmRate: alarmRate,
      remarks: Self.remarks(scaled: scaled, proved: proved, of: found.count))
  }

  private static let constant = 2.2

  private struct Shape: Hashable, Comparable {
    let dimension, sparsity: Int
    static func < (a: Self, b: Self) -> Bool {
      (a.dimension, a.sparsity) < (b.dimension, b.sparsity)
    }
  }

  /// C(s/N) by ψ at N = 10¹⁸, where 2/√(sN) is nothing.
  private static let limitCourse = [1e-2, 1e-3, 1e-4, 1e-6, 1e-9, 1e-12, 1e-15, 1e-18].map {
    share in
    let sparsity = max(1, Int(share * 1e18))
    let δ = StatisticalDimension(dimension: 1_000_000_000_000_000_000, sparsity: sparsity).value
    return (share: share, constant: 2 * δ / (Double(sparsity) * log(1 / share)))
  }

  private static func remarks(
    scaled: [Double], proved: [(cell: Cell, share: Double)], of count: Int
  ) -> [String] {
    let best = proved.max { $0.share < $1.share }
    let course = limitCourse.map { "\(rounded($0.constant)) at \($0.share)" }.joined(
      separator: ", ")
    return [
      "P₅₀/(s ln(N/s)) for s ≤ N/5: \(rounded(scaled.min() ?? .nan)) to \(rounded(scaled.max() ?? .nan))",
      "Theorem II proves something at \(proved.count) of \(count) (N, s)"
        + (best.map { ", most at \($0.cell): \(rounded($0.share)) of P₅₀" } ?? ""),
      "C(s/N) by s/N: \(course)",
    ]
  }
}
