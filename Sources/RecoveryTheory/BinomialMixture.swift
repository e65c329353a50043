// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Σ_n Bin(n; P, ½) f(n): a neuron driven by P symmetric inputs is active on n of them.
///
/// - Parameters:
///   - counts: where f may be non-zero.
///   - logTerm: ln f(n), −∞ allowed. The summands Bin(n; P, ½) f(n) must rise, then fall: the sum runs outwards from the
///     middle and stops on either side where a summand has fallen by e⁻⁴² from the largest.
/// - Complexity: O(√P) terms near the middle of the distribution, more where f pushes the weight into a tail.
func binomialMixture(samples: Int, over counts: ClosedRange<Int>, logTerm: (Int) -> Double) -> Double {
  let counts = counts.clamped(to: 0...samples)
  let middle = min(max(samples / 2, counts.lowerBound), counts.upperBound)
  var largest = -Double.infinity
  var logSummands: [Double] = []
  func gather(_ indices: some Sequence<Int>) {
    for n in indices {
      let logSummand = logFairBinomial(n, of: samples) + logTerm(n)
      if logSummand < largest - 42 { return }
      largest = max(largest, logSummand)
      logSummands.append(logSummand)
    }
  }
  gather(middle...counts.upperBound)
  gather((counts.lowerBound..<middle).reversed())
  guard largest > -.infinity else { return 0 }
  // Rounding may carry a certain outcome past 1.
  return min(1, logSummands.reduce(0) { $0 + exp($1 - largest) } * exp(largest))
}
