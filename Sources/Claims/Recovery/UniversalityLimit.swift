// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import RecoveryTheory
import Statistics

/// The shift P₅₀/law − 1 of one distribution at growing N and fixed s/N, and whether it goes to 0: a + c/N through the ends.
struct UniversalityLimit: LimitTest {
  let inputs: InputDistribution
  let label: String
  let trials: Int
  var limit: Double
  let standardError: Double
  let isOneSided = false
  /// Ascending.
  private let course: [(dimension: Int, shift: Double, standardError: Double)]

  /// - Parameter outcomes: near P₅₀, of one distribution and s/N.
  /// - Returns: nil without two N at which some trials succeed and some do not.
  init?(_ outcomes: [UniversalityOutcome]) {
    let told = outcomes.filter { $0.count.succeeded > 0 && $0.count.notSucceeded > 0 }
      .sorted { $0.law.volumes.dimension < $1.law.volumes.dimension }
    guard let low = told.first, let high = told.last, high.law.volumes.dimension > low.law.volumes.dimension else {
      return nil
    }
    let (first, last) = (Double(low.law.volumes.dimension), Double(high.law.volumes.dimension))
    let weight = last / (last - first)
    inputs = low.inputs
    label = "\(inputs.name), s/N = \(rounded(Double(low.law.volumes.sparsity) / first))"
    trials = told.reduce(0) { $0 + $1.count.decided }
    limit = weight * high.shift - (weight - 1) * low.shift
    standardError = hypot(weight * high.shiftError, (weight - 1) * low.shiftError)
    course = told.map { ($0.law.volumes.dimension, $0.shift, $0.shiftError) }
  }

  /// α in shift ∝ N^(−α) from the ends, and its standard error.
  private var exponent: (value: Double, error: Double) {
    let (first, last) = (course[0], course[course.count - 1])
    let span = log(Double(last.dimension) / Double(first.dimension))
    return (
      log(abs(first.shift / last.shift)) / span,
      hypot(first.standardError / first.shift, last.standardError / last.shift) / span
    )
  }

  var remark: String {
    let shifts = course.map { "\(percent($0.shift)) ± \(rounded(100 * $0.standardError)) at N = \($0.dimension)" }
    return
      "\(label): P₅₀ shifted by \(shifts.joined(separator: ", ")); \(percent(limit)) ± \(rounded(100 * standardError)) in the limit, "
      + "falling as N^(−\(rounded(exponent.value)) ± \(rounded(exponent.error)))"
  }

  private func percent(_ shift: Double) -> String { (shift < 0 ? "−" : "+") + rounded(abs(100 * shift)) + " %" }
}

extension UniversalityOutcome {
  /// The standard error of the shift: that of the rate over the law's slope at P.
  var shiftError: Double {
    let rate = count.successes.rate
    let slope = (law.success(samples: samples, shift: -0.02) - law.success(samples: samples, shift: 0.02)) / 0.04
    return (rate * (1 - rate) / Double(count.decided)).squareRoot() / slope
  }
}

extension [UniversalityOutcome] {
  /// Of every distribution and s/N, told apart to a thousandth.
  var limits: [UniversalityLimit] {
    let groups = Dictionary(grouping: self) { outcome in
      let share = Double(outcome.law.volumes.sparsity) / Double(outcome.law.volumes.dimension)
      return "\(outcome.inputs.name) \(String(format: "%.3f", share))"
    }
    return groups.sorted { $0.key < $1.key }.compactMap { UniversalityLimit($0.value) }
  }
}
