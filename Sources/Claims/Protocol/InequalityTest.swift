// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A deterministic inequality: a single violation refutes it. Deviations are the share by which its right side is claimed smaller.
struct InequalityTest: StatementTest {
  let label: String
  /// Instances whose hypotheses are certified.
  let trials: Int
  let violations: Int
  /// The largest left side over its right side.
  let measured: Double

  var bound: Double { 1 }
  var counterexamples: Int? { violations }
  var pValue: Double { violations > 0 ? 0 : 1 }

  /// The right side shrinks with certainty as far as the nearest instance goes; rounding is never resolved.
  func detectable(level: Double) -> Double { max(1 - measured, 1e-6) }

  func bent(by deviation: Double) -> any StatementTest {
    let ratio = deviation < 1 ? measured / (1 - deviation) : .infinity
    return InequalityTest(label: label, trials: trials, violations: ratio > 1 + 1e-9 ? 1 : 0, measured: ratio)
  }
}

extension InequalityTest {
  /// - Parameter ratios: left side over right side, which may pass 1 by rounding only; one that is no number is a violation.
  init(_ label: String, ratios: [Double]) {
    self.init(
      label: label, trials: ratios.count, violations: ratios.count { !($0 <= 1 + 1e-9) },
      measured: ratios.max() ?? .nan)
  }
}

/// An equivalence or implication on instances: a single counterexample refutes it. Deviations are the share of instances that break it.
struct AgreementTest: StatementTest {
  let label: String
  let trials: Int
  let disagreements: Int

  var measured: Double { Double(disagreements) }
  var bound: Double { 0 }
  var counterexamples: Int? { disagreements }
  var pValue: Double { disagreements > 0 ? 0 : 1 }

  /// 1 − 0.1^{1/n}: one instance in n breaks it with probability 0.9.
  func detectable(level: Double) -> Double { 1 - pow(0.1, 1 / Double(trials)) }

  func bent(by deviation: Double) -> any StatementTest {
    AgreementTest(
      label: label, trials: trials, disagreements: disagreements + Int((deviation * Double(trials)).rounded(.down)))
  }
}
