// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct AnalyticSequenceTests {
  private typealias Case = (range: ClosedRange<Int>, function: @Sendable (Double) -> Double)

  /// Smooth; with a branch point one step before the range; with complex ones five from the middle; in a range that is asked for one by one.
  private static let cases: [Case] = [
    (0...10_000, { (x: Double) -> Double in sin(x / 700) }),
    (0...5000, { (x: Double) -> Double in log(x + 1) }),
    (1...2000, { (x: Double) -> Double in log((x - 1000) * (x - 1000) + 25) + 1 / x }),
    (5...20, { (x: Double) -> Double in sin(3 * x) }),
  ]

  /// Beside the function itself at every whole number.
  @Test(arguments: cases.indices)
  func isTheFunction(index: Int) {
    let (range, f) = Self.cases[index]
    let values = analyticSequence(range, of: f)
    #expect(values.count == range.count)
    for (k, value) in zip(range, values) {
      expectClose(value, f(Double(k)), absolute: 1e-13, relative: 1e-13, "f(\(k)) of \(range)")
    }
  }

  /// A sum whose terms cancel has their rounding, which does not keep the expansion from ending.
  @Test func scaleSaysHowFarValuesAreRounded() {
    var asked = 0
    let values = analyticSequence(2000...4000, scale: 1e5) { x in
      asked += 1
      return sin(x / 500) + 1e5 - 1e5
    }
    #expect(asked < 100)
    for (k, value) in zip(2000...4000, values) {
      expectClose(value, sin(Double(k) / 500), absolute: 1e-10, relative: 0, "f(\(k))")
    }
  }

  @Test func smoothFunctionsAreAskedForFewValues() {
    var asked = 0
    _ = analyticSequence(0...100_000) { x in
      asked += 1
      return log(x + 50_000)
    }
    #expect(asked < 100)
  }
}
