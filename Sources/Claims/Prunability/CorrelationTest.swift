// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// A rank correlation that is said to be positive; deviations are below the least that matters. Fisher's z has the standard error
/// √(1.06/(n − 3)).
struct CorrelationTest: StatementTest {
  let label: String
  /// ρ, and n.
  private let value: Double
  private let pairs: Int

  /// One that is smaller does not matter.
  static let least = 0.2

  init(label: String, correlation: RankCorrelation) {
    self.init(label: label, value: correlation.value, pairs: correlation.pairs)
  }

  private init(label: String, value: Double, pairs: Int) {
    (self.label, self.value, self.pairs) = (label, value, pairs)
  }

  var trials: Int { pairs }
  var measured: Double { value }
  var bound: Double { 0 }
  var severity: Double { -value }
  var pValue: Double { erfc((atanh(Self.least) - fisherZ) / standardError / 2.0.squareRoot()) / 2 }
  var oppositePValue: Double? { erfc(fisherZ / standardError / 2.0.squareRoot()) / 2 }

  private var fisherZ: Double { atanh(min(max(value, -1 + 1e-15), 1 - 1e-15)) }
  private var standardError: Double { (1.06 / Double(pairs - 3)).squareRoot() }

  func detectable(level: Double) -> Double { tanh(detectableShift(level: level, isTwoSided: false) * standardError) }

  func bent(by deviation: Double) -> any StatementTest {
    CorrelationTest(label: label, value: max(-1, Self.least - deviation), pairs: pairs)
  }
}
