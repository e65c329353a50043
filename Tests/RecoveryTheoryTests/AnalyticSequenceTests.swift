// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct AnalyticSequenceTests {
  /// Beside the function itself at every whole number: smooth; with a branch point one step before the range; with complex ones five from the
  /// middle; in a range that is asked for one by one.
  @Test(
    arguments: [
      (0...10_000, { sin($0 / 700) }), (0...5000, { log($0 + 1) }),
      (1...2000, { log1p(25 / pow($0 - 1000, 2) + 1e-9) + 1 / $0 }), (5...20, { sin(3 * $0) }),
    ] as [(ClosedRange<Int>, @Sendable (Double) -> Double)])
  func isTheFunction(_ range: ClosedRange<Int>, _ f: @Sendable (Double) -> Double) {
    let values = analyticSequence(range, of: f)
    #expect(values.count == range.count)
    for (k, value) in zip(range, values) where k != 1000 {
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
