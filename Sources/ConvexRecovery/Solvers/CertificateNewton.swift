// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// Decides whether planted weights are recovered, from the active samples and the signs of the weights alone.
///
/// A dual certificate is a ν with A_Γᵀν = g and |a_jᵀν| < 1 off Γ. The method starts from the one of least norm and
/// minimises, by Newton's method, the excess
///
///     f(ν) = Σ_{j∉Γ} p_σ(|a_jᵀν| − τ)   subject to   A_Γᵀν = g,
///
/// p_σ a smoothed ½x₊² (`SmoothedExcess`), for σ that falls to 0 and levels τ that rise to 1. As soon as max|a_jᵀν| < 1, ν
/// proves recovery. Every Newton step that has more than d = n − s columns in play also yields a null vector of A, the
/// projection of the excesses; as soon as the ℓ₁ norm does not grow along it, it proves that w* is not the only minimiser.
///
/// - Complexity: 2·n·N flops a step for the product with A, 4·n·s once for every column that comes into play, and for k of
///   them in play k²·(d + k/3) if they are few, d²·(k + d/3) otherwise, k up to 2d; 0 to 3 steps away from the phase
///   transition, about 7 on it. At most 8·(2n·(s + 1) + s² + N) bytes beside A until a column comes into play.
///
/// Source: dual certificates after Fuchs (2004), descent directions after Chandrasekaran et al. (2012).
public struct CertificateNewton: Sendable {
  /// Newton steps after which a trial counts as undecided.
  public var stepLimit = 200

  /// The method with its constants.
  public init() {}

  /// Judges weights with signs `signs` on `support` from the active samples, n×N.
  public func decide(active: Matrix, support: [Int], signs: [Double]) -> RecoveryEvidence {
    let columns = active.selectingColumns(support)
    guard let onSupport = SupportColumns(columns, signs: signs) else {
      return nullVectorOnSupport(columns, signs: signs)
    }
    var inputs = DrawnInputs(active, support: support, onSupport)
    return decide(&inputs)
  }

  /// Judges weights whose A_Γ has full column rank from the inputs off their support.
  public func decide<Inputs: OffSupportInputs & ~Copyable>(_ inputs: inout Inputs) -> RecoveryEvidence {
    var search = CertificateSearch<Inputs>(&inputs)
    for steps in 0..<stepLimit {
      if let evidence = search.proofOfRecovery(&inputs, steps: steps) { return evidence }
      guard let step = search.newtonStep(&inputs) else { return undecided(after: steps) }
      if step.descent <= RecoveryEvidence.resolution {
        return RecoveryEvidence(verdict: .notRecovered, margin: step.descent, iterations: steps + 1)
      }
      guard search.advance(&inputs, by: step) else { return undecided(after: steps + 1) }
    }
    return undecided(after: stepLimit)
  }

  private func undecided(after steps: Int) -> RecoveryEvidence {
    RecoveryEvidence(verdict: .undecided, margin: 0, iterations: steps)
  }

  /// Judges weights whose A_Γ lacks full column rank: some h ≠ 0 on Γ has A_Γh = 0, and one of ±h does not raise ‖w*‖₁.
  public func nullVectorOnSupport(_ columns: Matrix, signs: [Double]) -> RecoveryEvidence {
    let unitVectors = signs.indices.map { i in signs.indices.map { $0 == i ? 1.0 : 0 } }
    for start in [signs] + unitVectors {
      let h = start - columns.leastSquares(columns * start)
      guard h.norm2 > 1e-6 * start.norm2 else { continue }
      return RecoveryEvidence(verdict: .notRecovered, margin: -abs(h.dot(signs)) / h.norm1, iterations: 0)
    }
    return undecided(after: 0)
  }
}
