// SPDX-License-Identifier: GPL-3.0-or-later

/// A probability of success as a function of the number of samples P, non-decreasing in P.
///
/// Success and failure are computed each on its own, so that either may be tiny and still have all its digits.
public protocol RecoveryCurve: Sendable {
  /// The probability of success given `samples` ≥ 0 samples.
  func success(samples: Int) -> Double
  /// 1 − `success(samples:)`, computed without that subtraction.
  func failure(samples: Int) -> Double
}

extension RecoveryCurve {
  /// The fewest samples whose failure probability is at most `target` > 0, up to a relative rounding error of 10⁻¹².
  ///
  /// - Complexity: O(log P) evaluations of the curve.
  public func samples(failureAtMost target: Double) -> Int {
    precondition(target > 0, "a failure probability is positive")
    return firstCount { failure(samples: $0) <= target * (1 + rounding) }
  }

  /// The fewest samples whose success probability is at least `target` < 1, up to a relative rounding error of 10⁻¹²
  /// in the smaller of success and failure.
  ///
  /// - Complexity: O(log P) evaluations of the curve.
  public func samples(successAtLeast target: Double) -> Int {
    precondition(target < 1, "no finite number of samples makes success certain")
    return target > 0.5
      ? samples(failureAtMost: 1 - target) : firstCount { success(samples: $0) >= target * (1 - rounding) }
  }
}

/// Ties are real: with s = N the success is ½ at P = 2N − 1 exactly, whatever its last bits say.
private let rounding = 1e-12

/// The first count at which a condition holds that, once true, stays true: doubling, then bisection.
func firstCount(where holds: (Int) -> Bool) -> Int {
  if holds(0) { return 0 }
  var (fails, works) = (0, 1)
  while !holds(works) { (fails, works) = (works, 2 * works) }
  while works - fails > 1 {
    let middle = fails + (works - fails) / 2
    if holds(middle) { works = middle } else { fails = middle }
  }
  return works
}
