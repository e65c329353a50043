// SPDX-License-Identifier: GPL-3.0-or-later

/// How many draws keep a sum of sensitivities S within 1 ± ε, by Bernstein's inequality:
///
///     m ≥ K·(2 + 2ε/3)·S·L/ε²,   L = log(2·(sums)/δ).
///
/// **Theorem** (K = 1, no assumption). Let q = s/S and ẑ(x) = Σ_j count_j/(m q_j)·w_j a_j(x). With probability ≥ 1 − δ, every x ∈ S
/// has |ẑ(x) − z(x)| ≤ ε·z(x), for L = log(2|S|/δ).
///
/// *Proof.* ẑ is the sum of m independent terms T = w_j a_j/(m q_j) = g_j(x)/s_j·(S z/m), j drawn with probability q_j. As
/// g_j ≤ s_j on S, 0 ≤ T ≤ S z/m; E T = z/m, so Var T ≤ E T² ≤ S z²/m² and |T − E T| ≤ S z/m (S ≥ 1, as the shares of any x sum
/// to 1). Bernstein: P(|ẑ − z| > εz) ≤ 2·exp(−ε²z²/(2S z²/m + (2/3)(S z/m)εz)) = 2·exp(−mε²/((2 + 2ε/3)S)). Sum over S. ∎
///
/// A sample outside S may have g_j > s_j. Where g_j ≤ K·s_j, the same proof holds with K·S for S: K = 3 gives the published
/// constant of PFP, 6 + 2ε, whose assumption is that larger shares are rare.
///
/// Source: Liebenwein, Baykal, Lang, Feldman, Rus, "Provable filter pruning for efficient neural networks" (ICLR 2020, arXiv
/// 1911.07412).
public struct BernsteinCount: Hashable, Sendable {
  /// K.
  public var spread: Double

  /// The count with K = `spread`.
  public init(spread: Double = 1) { self.spread = spread }

  /// On the samples S that the sensitivities are the maximum over.
  public static let onSamples = BernsteinCount()
  /// For fresh samples, as PFP assumes them.
  public static let published = BernsteinCount(spread: 3)

  /// m as a real number: (6 + 2ε)·S·L/ε² for K = 3.
  public func draws(total: Double, epsilon: Double, logarithm: Double) -> Double {
    spread * (2 + 2 * epsilon / 3) * total * logarithm / (epsilon * epsilon)
  }

  /// The ε that m draws reach, the inverse of ``draws(total:epsilon:logarithm:)``: ½(t + √(t² + 12t)) with t = 2K·S·L/(3m).
  ///
  /// SiPP prints ½(t + √(t² + 6t)) with t = S̃/m: an upper bound of this for S̃ = (4/3)K·S·L, but not for S̃ = (2/3)K·S·L, where
  /// it is too small by up to √2.
  public func epsilon(total: Double, draws: Double, logarithm: Double) -> Double {
    let t = 2 * spread * total * logarithm / (3 * draws)
    return (t + (t * t + 12 * t).squareRoot()) / 2
  }
}

/// CoreNet's count, m = 8·K·S·L/ε² with K = log(η·η*) and L = log(8η/δ), for networks of η neurons, at most η* a layer.
///
/// Source: Baykal et al. (ICLR 2019, arXiv 1804.05345).
public enum CoreNetCount {
  /// m as a real number: 8·K·S·log/ε².
  public static func draws(total: Double, epsilon: Double, spread: Double, logarithm: Double) -> Double {
    8 * spread * total * logarithm / (epsilon * epsilon)
  }
}
