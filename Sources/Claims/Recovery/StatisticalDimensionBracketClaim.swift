// SPDX-License-Identifier: GPL-3.0-or-later
import RecoveryTheory

/// **The bracket of the statistical dimension** (Amelunxen, Lotz, McCoy, Tropp 2014, Theorem 4.2 with Proposition 4.5). For
/// the ℓ₁ descent cone at an s-sparse point of ℝᴺ,
///
///     ψ(s/N) − 2/√(sN) ≤ δ/N ≤ ψ(s/N).
///
/// - Hypothesis: the intrinsic volumes δ is summed from are right, certified by Σv = 1 and Σ_odd v = ½.
/// - Measured: where δ lies in the bracket, 0 at its upper end and 1 at its lower.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct StatisticalDimensionBracketClaim: Claim {
  public let name = "statistical-dimension-bracket"
  public let kind = ClaimClass.proved
  public let statement = "ψ(s/N) − 2/√(sN) ≤ δ/N ≤ ψ(s/N) for the exact statistical dimension δ."
  public let falseVariant = "a bracket ten times narrower"

  public init() {}

  package struct Cell: Sendable {
    var dimension: Int
    var sparsity: Int
    /// (Nψ − δ)/(2√(N/s)).
    var position: Double
    /// Whether the volumes pass their self-checks.
    var isCertified: Bool

    package init(dimension: Int, sparsity: Int, position: Double, isCertified: Bool) {
      self.dimension = dimension
      self.sparsity = sparsity
      self.position = position
      self.isCertified = isCertified
    }
  }

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let largest = plan.choose(quick: 500, standard: 2_000, thorough: 20_000)
    let dimensions = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000]
    let shapes = dimensions.filter { $0 <= largest }.flatMap { dimension in
      Self.sparsities(dimension).map { (dimension, $0) }
    }
    let cells = await plan.map(shapes.count) { _, index in Self.measure(shapes[index].0, shapes[index].1) }
    return judge(cells, width: variant == .stated ? 1 : 0.1)
  }

  /// From one non-zero weight to all of them.
  private static func sparsities(_ dimension: Int) -> [Int] {
    let fractions = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]
    let inside = fractions.map { Int(($0 * Double(dimension)).rounded()) }
    return Set([1, 2, 3, dimension - 1, dimension] + inside).filter { (1...dimension).contains($0) }.sorted()
  }

  private static func measure(_ dimension: Int, _ sparsity: Int) -> Cell {
    let asymptotic = StatisticalDimension(dimension: dimension, sparsity: sparsity)
    let volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
    return Cell(
      dimension: dimension, sparsity: sparsity,
      position: (asymptotic.value - volumes.statisticalDimension)
        / (2 * (Double(dimension) / Double(sparsity)).squareRoot()),
      isCertified: abs(volumes.total - 1) <= 1e-9 && abs(volumes.oddTotal - 0.5) <= 1e-9)
  }

  /// - Parameter width: the bracket's width as a fraction of the stated one.
  package func judge(_ cells: [Cell], width: Double) -> Finding {
    let counting = cells.filter(\.isCertified)
    // The upper end is approached as N grows: rounding must not count as a violation.
    let violations = counting.count { $0.position < -1e-9 || $0.position > width }
    let worst = counting.max { $0.position < $1.position }
    return Finding(
      trials: cells.count, hypothesesCertified: counting.count, violations: violations,
      measured: worst?.position ?? .nan, bound: width,
      verdict: ClaimVerdict(violations: violations, counting: counting.count),
      remarks: worst.map { worst in
        [
          "Nψ − δ is at most \(rounded(100 * worst.position)) % of the bracket's width, at N = \(worst.dimension), "
            + "s = \(worst.sparsity)"
        ]
      } ?? [])
  }
}
