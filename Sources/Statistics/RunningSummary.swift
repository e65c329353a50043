// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// Mean and variance of values that arrive one at a time, by Welford's update.
///
/// A plain value, so that each cell of a study can hold one and tasks can send it; GSL's `gsl_rstat` is a heap
/// workspace.
public struct RunningSummary: Hashable, Sendable {
  /// The number of values so far.
  public private(set) var count = 0
  /// The mean; 0 before the first value.
  public private(set) var mean = 0.0
  private var sumOfSquares = 0.0

  /// The summary of nothing yet.
  public init() {}

  /// The summary of `values`.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Takes one more value into account.
  public mutating func add(_ value: Double) {
    count += 1
    let deviation = value - mean
    mean += deviation / Double(count)
    sumOfSquares += deviation * (value - mean)
  }

  /// The unbiased variance, Σ(x − mean)²/(n − 1); NaN below two values.
  public var variance: Double { count > 1 ? sumOfSquares / Double(count - 1) : .nan }
  /// √variance.
  public var standardDeviation: Double { variance.squareRoot() }
  /// The standard error of the mean, √(variance/n).
  public var standardError: Double { (variance / Double(count)).squareRoot() }

  /// Student's confidence interval of the mean, mean ± t·standardError with n − 1 degrees of freedom; nil below two values.
  public func meanInterval(confidence: Double) -> ClosedRange<Double>? {
    guard count > 1, standardError.isFinite else { return nil }
    let halfWidth = gsl_cdf_tdist_Qinv((1 - confidence) / 2, Double(count - 1)) * standardError
    return mean - halfWidth...mean + halfWidth
  }
}
