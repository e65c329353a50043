// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// **The converse** for planted neurons: too few samples fail, by Theorem II and the binomial number of active samples,
///
///     P(recovery | P) ≤ Σ_n Bin(n; P, ½) b(n),   b(n) = min(1, 4 exp(−(n − δ)²/(8N))) for n < δ, else 1.
///
/// With δ = Nψ(s/N) and 2δ/(s ln(N/s)) → 4 as s/N → 0, no fewer samples than of the order of s ln(N/s) will do wherever s ln(N/s) exceeds √N
/// by far; for fewer weights the theorem says nothing and the exact law must.
extension PhaseTransitionBound {
  /// The right-hand side above.
  ///
  /// - Complexity: O(√P).
  public func successBound(samples: Int) -> Double {
    binomialMixture(samples: samples, over: 0...samples) { n in
      Double(n) < statisticalDimension ? log(tolerance(measurements: n)) : 0
    }
  }

  /// The most samples with which the theorem proves recovery to be no likelier than `target`; 0 where it proves nothing.
  ///
  /// - Complexity: O(√P log P).
  public func samples(successAtMost target: Double) -> Int {
    precondition(0 < target && target < 1, "0 < target < 1")
    return max(0, firstCount { log(successBound(samples: $0)) - log(target) } - 1)
  }
}
