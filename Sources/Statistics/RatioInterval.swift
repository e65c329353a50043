// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A positive estimate and its confidence interval.
public struct IntervalEstimate: Hashable, Sendable {
  public let value, low, high: Double

  /// - Precondition: 0 < low ≤ value ≤ high.
  public init?(_ value: Double, low: Double, high: Double) {
    guard 0 < low, low <= value, value <= high, high.isFinite else { return nil }
    (self.value, self.low, self.high) = (value, low, high)
  }

  /// The ratio of two independent estimates, with an interval of the confidence that both of theirs have.
  ///
  /// On logarithms, where it is a difference: the distances of the ends from the estimates add in quadrature. It is too wide where the two
  /// estimates come from the same draws and so go up and down together.
  ///
  /// Source: Zou and Donner, Statistics in Medicine 27 (2008), "MOVER".
  public static func / (a: Self, b: Self) -> Self {
    let difference = log(a.value / b.value)
    let below = hypot(log(a.value / a.low), log(b.high / b.value))
    let above = hypot(log(a.high / a.value), log(b.value / b.low))
    return Self(unchecked: exp(difference), exp(difference - below), exp(difference + above))
  }

  private init(unchecked value: Double, _ low: Double, _ high: Double) {
    (self.value, self.low, self.high) = (value, low, high)
  }
}
