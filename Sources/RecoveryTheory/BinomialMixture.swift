// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Σ_n Bin(n; P, ½) f(n): a neuron driven by P symmetric inputs is active on n of them.
///
/// - Parameters:
///   - counts: where f may be non-zero.
///   - logTerm: ln f(n), −∞ allowed. The summands Bin(n; P, ½) f(n) must rise, then fall: the sum runs outwards from the
///     middle, or from the largest summand where f pushes the weight into a tail, and stops on either side where a summand has fallen
///     by e⁻⁴² from the largest.
/// - Complexity: O(√P) terms.
func binomialMixture(samples: Int, over counts: ClosedRange<Int>, logTerm: (Int) -> Double) -> Double {
  let counts = counts.clamped(to: 0...samples)
  func summand(_ n: Int) -> Double { logFairBinomial(n, of: samples) + logTerm(n) }
  let middle = start(counts, samples, summand)
  var largest = -Double.infinity
  var logSummands: [Double] = []
  func gather(_ indices: some Sequence<Int>) {
    for n in indices {
      let logSummand = summand(n)
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

/// The middle of the distribution, unless the summands have fallen by e⁻⁴² there from the largest: then that one, by steps that double
/// and bisection, so that no summand far from both is asked for.
private func start(_ counts: ClosedRange<Int>, _ samples: Int, _ summand: (Int) -> Double) -> Int {
  let middle = min(max(samples / 2, counts.lowerBound), counts.upperBound)
  func rises(_ n: Int) -> Bool {
    let (here, next) = (summand(n), summand(n + 1))
    // Where both are 0 the largest is towards the middle.
    return next > here || (next == -.infinity && here == -.infinity && n < middle)
  }
  var (low, high, step) = (middle, middle, 1)
  while high < counts.upperBound && rises(high) {
    (low, high, step) = (high + 1, min(high + step, counts.upperBound), 2 * step)
  }
  while low > counts.lowerBound && low <= middle && !rises(low - 1) {
    (low, high, step) = (max(low - step, counts.lowerBound), low - 1, 2 * step)
  }
  while low < high {
    let n = low + (high - low) / 2
    if rises(n) { low = n + 1 } else { high = n }
  }
  return summand(middle) < summand(low) - 42 ? low : middle
}
