// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **The bracket of the statistical dimension** (Amelunxen, Lotz, McCoy, Tropp 2014, Theorem 4.2 with Proposition 4.5). For
/// the ℓ₁ descent cone at an s-sparse point of ℝᴺ,
///
///     ψ(s/N) − 2/√(sN) ≤ δ/N ≤ ψ(s/N).
///
/// - Hypothesis: the intrinsic volumes δ is summed from are right, certified by Σv = 1 and Σ_odd v = ½.
/// - Measured: where δ lies in the bracket, 0 at its upper end and 1 at its lower.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct StatisticalDimensionBracketClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "statistical-dimension-bracket"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement = "ψ(s/N) − 2/√(sN) ≤ δ/N ≤ ψ(s/N) for the exact statistical dimension δ."
  /// What the control gets wrong.
  public let falseVariant = "a bracket ten times narrower"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "intrinsic volumes with Σv = 1 and Σ_odd v = 1/2", grid: "N from 1 to 20,000, s from 1 to N",
    test: "a single δ outside its bracket; deviations are from the lower end, the upper one is reached as N grows",
    margin: Margin(0.9, "of the bracket", because: "a bracket of a tenth is the next order of magnitude"))
  /// What a study of the claim measures.
  public let experiment: any Experiment = DimensionBracketExperiment()

  private typealias Bracket = DimensionBracketExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let largest = plan.choose(quick: 500, standard: 2_000, thorough: 20_000)
    let dimensions = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000]
    let cells = dimensions.filter { $0 <= largest }.flatMap { dimension in
      Self.sparsities(dimension).map {
        experiment.cell([Bracket.dimension.is(dimension), Bracket.sparsity.is($0)])
      }
    }
    return Verification(experiment, cells, trials: 1)
  }

  /// From one non-zero weight to all of them.
  private static func sparsities(_ dimension: Int) -> [Int] {
    let fractions = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]
    let inside = fractions.map { Int(($0 * Double(dimension)).rounded()) }
    return Set([1, 2, 3, dimension - 1, dimension] + inside).filter { (1...dimension).contains($0) }.sorted()
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    judge(cells, width: variant == .stated ? 1 : 0.1, alarmRate: alarmRate)
  }

  /// - Parameter width: the bracket's width as a fraction of the stated one.
  package func judge(_ cells: [CellTrials], width: Double, alarmRate: Double) -> Finding {
    let positions = cells.flatMap { trials in trials.outcomes.map { (cell: trials.cell, outcome: $0) } }
    let counting = positions.filter { $0.outcome[Bracket.certified] == 1 }.map { cell, outcome in
      (cell: cell, position: outcome[Bracket.position] ?? .nan)
    }
    // The upper end is approached as N grows: rounding must not count as a violation.
    let violations = counting.count { !(-1e-9...width).contains($0.position) }
    let worst = counting.max { $0.position < $1.position }
    let test = InequalityTest(
      label: "δ", trials: counting.count, violations: violations, measured: (worst?.position ?? .nan) / width)
    return finding(
      [test], trials: positions.count, counted: counting.count, alarmRate: alarmRate,
      remarks: worst.map { cell, position in
        [
          "Nψ − δ is at most \(rounded(100 * position)) % of the bracket's width, at N = \(cell[Bracket.dimension]), "
            + "s = \(cell[Bracket.sparsity])"
        ]
      } ?? [])
  }
}
