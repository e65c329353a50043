// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

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
    let limit = log(target * (1 + rounding))
    return firstCount { limit - log(failure(samples: $0)) }
  }

  /// The fewest samples whose success probability is at least `target` < 1, up to a relative rounding error of 10⁻¹²
  /// in the smaller of success and failure.
  ///
  /// - Complexity: O(log P) evaluations of the curve.
  public func samples(successAtLeast target: Double) -> Int {
    precondition(target < 1, "no finite number of samples makes success certain")
    return target > 0.5
      ? samples(failureAtMost: 1 - target)
      : firstCount { target > 0 ? log(success(samples: $0)) - log(target * (1 - rounding)) : 0 }
  }
}

/// Ties are real: with s = N the success is ½ at P = 2N − 1 exactly, whatever its last bits say.
private let rounding = 1e-12

/// The first count at which a non-decreasing margin is not negative: doubling, then false position, with a bisection wherever that
/// does not halve the bracket. Margins may be infinite.
func firstCount(where margin: (Int) -> Double) -> Int {
  if margin(0) >= 0 { return 0 }
  var (fails, works) = ((count: 0, margin: -Double.infinity), (count: 1, margin: margin(1)))
  while works.margin < 0 { (fails, works) = (works, (2 * works.count, margin(2 * works.count))) }
  var bisects = false
  while works.count - fails.count > 1 {
    let width = works.count - fails.count
    let share = -fails.margin / (works.margin - fails.margin)
    let step = bisects || !share.isFinite ? width / 2 : Int(share * Double(width))
    let count = fails.count + min(max(step, 1), width - 1)
    let found = (count: count, margin: margin(count))
    // The end that stays counts half from then on, lest it stay for ever (Illinois).
    if found.margin >= 0 {
      (works, fails.margin) = (found, fails.margin / 2)
    } else {
      (fails, works.margin) = (found, works.margin / 2)
    }
    bisects = works.count - fails.count > width / 2 && !bisects
  }
  return works.count
}
