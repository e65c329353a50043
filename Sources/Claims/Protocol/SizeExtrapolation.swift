// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// The error of a limit law at growing size, and whether it goes to 0.
///
/// With a mean error of a + c/p at size p, a follows from the ends: (p₂m₂ − p₁m₁)/(p₂ − p₁).
struct SizeExtrapolation: LimitTest {
  let label: String
  let trials: Int
  /// a, and its standard error.
  var limit: Double
  let standardError: Double
  let isOneSided = false
  /// (p, root mean square error, mean error and its standard error), ascending.
  let course: [(size: Int, error: Double, mean: RunningSummary)]

  /// - Parameter errors: of every trial of each size, ascending; relative to the limit.
  /// - Returns: nil without two sizes, or with one trial of one of them.
  init?(_ label: String, _ errors: [(size: Int, errors: [Double])]) {
    guard let first = errors.first, let last = errors.last, last.size > first.size,
      errors.allSatisfy({ $0.errors.count > 1 })
    else { return nil }
    let (low, high) = (RunningSummary(first.errors), RunningSummary(last.errors))
    let weight = Double(last.size) / Double(last.size - first.size)
    self.label = label
    limit = weight * high.mean - (weight - 1) * low.mean
    standardError = hypot(weight * high.standardError, (weight - 1) * low.standardError)
    trials = errors.reduce(0) { $0 + $1.errors.count }
    course = errors.map { size, errors in
      (size, (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot(), RunningSummary(errors))
    }
  }

  /// The power of p with which the root mean square error goes to 0: least squares of its logarithm, weighted by the trials, and its
  /// standard error, that of a root mean square being 1/√(2·trials) of it; nil of fewer than three sizes.
  var rate: (power: Double, standardError: Double)? {
    guard course.count > 2, course.allSatisfy({ $0.error > 0 }) else { return nil }
    let points = course.map { (x: log(Double($0.size)), y: log($0.error), weight: 2 * Double($0.mean.count)) }
    let total = points.reduce(0) { $0 + $1.weight }
    let middle = points.reduce(0) { $0 + $1.weight * $1.x } / total
    let spread = points.reduce(0) { $0 + $1.weight * ($1.x - middle) * ($1.x - middle) }
    return (points.reduce(0) { $0 + $1.weight * ($1.x - middle) * $1.y } / spread, 1 / spread.squareRoot())
  }

  var remark: String {
    let errors = course.map { "\(rounded($0.mean.mean)) ± \(rounded($0.mean.standardError)) at \($0.size)" }
    return
      "\(label): \(rounded(limit)) ± \(rounded(standardError)) in the limit, mean error \(errors.joined(separator: ", "))"
  }
}
