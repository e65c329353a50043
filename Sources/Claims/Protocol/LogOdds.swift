// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension Double {
  /// The probability whose log-odds are larger by `shift`; 0 and 1 stay.
  func shiftedInLogOdds(by shift: Double) -> Double { self * exp(shift) / (1 - self + self * exp(shift)) }
}

/// The least shift in 0…20 that `isFound`, by bisection; infinite where none is.
func leastLogOddsShift(_ isFound: (Double) -> Bool) -> Double {
  guard isFound(20) else { return .infinity }
  var (misses, detects) = (0.0, 20.0)
  while detects - misses > 1e-4 * detects {
    let middle = (misses + detects) / 2
    if isFound(middle) { detects = middle } else { misses = middle }
  }
  return detects
}
