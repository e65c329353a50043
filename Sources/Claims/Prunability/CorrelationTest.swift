// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// The mean of families' rank correlations, which is said to be positive, in Fisher's z with a random effect between families; deviations
/// are below the least that matters.
struct CorrelationTest: StatementTest {
  let label: String
  let trials: Int
  let effects: RandomEffects
  /// Moves the mean of Fisher's z.
  private var shift = 0.0

  /// A smaller mean does not matter.
  static let least = 0.2

  /// - Parameter families: each with its correlation and the pairs less 3 and the controlled variables, at least 1.
  init?(_ families: [(correlation: Double, freedom: Int)]) {
    let counting = families.filter { $0.correlation.isFinite && $0.freedom > 0 }
    guard !counting.isEmpty else { return nil }
    label = "\(counting.count) families"
    trials = counting.reduce(0) { $0 + $1.freedom + 3 }
    effects = RandomEffects(
      counting.map { (atanh(min(max($0.correlation, -1 + 1e-15), 1 - 1e-15)), 1.06 / Double($0.freedom)) })
  }

  var measured: Double { tanh(effects.mean + shift) }
  var bound: Double { 0 }
  var severity: Double { -measured }
  var pValue: Double { effects.lowerTail(at: atanh(Self.least) - shift) }
  var oppositePValue: Double? { effects.upperTail(at: -shift) }

  func detectable(level: Double) -> Double { tanh(effects.detectable(level: level)) }

  func bent(by deviation: Double) -> any StatementTest {
    var bent = self
    bent.shift = atanh(Self.least) - atanh(min(deviation, 1 - 1e-12)) - effects.mean
    return bent
  }
}
