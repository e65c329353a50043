// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Two arguments between which an increasing function changes sign.
struct Enclosure {
  var low: (x: Double, value: Double)
  var high: (x: Double, value: Double)

  /// The end at which the function is closer to zero.
  var nearest: (x: Double, value: Double) { abs(low.value) < abs(high.value) ? low : high }

  /// Narrows the enclosure until the function is within `tolerance` of zero or nothing is left to divide: across a jump.
  ///
  /// By the Illinois form of false position, and a bisection where that does not halve the interval.
  mutating func narrow<Failure: Error>(
    tolerance: Double, of function: (Double) throws(Failure) -> Double
  ) throws(Failure) {
    var (lowWeight, highWeight) = (1.0, 1.0)
    var bisects = false
    while abs(nearest.value) > tolerance, high.x - low.x > 1e-14 * max(1, abs(low.x), abs(high.x)) {
      let width = high.x - low.x
      let (below, above) = (low.value * lowWeight, high.value * highWeight)
      let x = bisects ? low.x + width / 2 : low.x + width * below / (below - above)
      let value = try function(x)
      if value < 0 {
        low = (x, value)
        (lowWeight, highWeight) = (1, highWeight / 2)
      } else {
        high = (x, value)
        (lowWeight, highWeight) = (lowWeight / 2, 1)
      }
      bisects = high.x - low.x > width / 2 && !bisects
    }
  }
}
