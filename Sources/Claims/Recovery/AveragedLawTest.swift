// SPDX-License-Identifier: GPL-3.0-or-later
package import Statistics

/// Means of many bounded values beside the expectations that a law of probabilities gives them, by χ²; deviations are shifts of the
/// expectations' log-odds.
package struct AveragedLawTest: StatementTest {
  /// A mean, with its expectation.
  package struct Mean: Sendable {
    var values: RunningSummary
    var expected: Double

    package init(values: RunningSummary, expected: Double) {
      self.values = values
      self.expected = expected
    }

    /// ((mean − expectation)/standard error)², which is χ² with one degree of freedom for many values.
    var squaredDeviation: Double { square(values.mean - expected) }

    func square(_ deviation: Double) -> Double {
      let relative = deviation / values.standardError
      return relative * relative
    }
  }

  let means: [Mean]

  package var label: String { "means of \(means.count) cells" }
  package var trials: Int { means.reduce(0) { $0 + $1.values.count } }
  package var measured: Double { average(\.values.mean) }
  package var bound: Double { average(\.expected) }
  package var pValue: Double { chiSquare.pValue }

  var chiSquare: ChiSquare {
    ChiSquare(statistic: means.reduce(0) { $0 + $1.squaredDeviation }, degreesOfFreedom: means.count)
  }

  private func average(_ value: (Mean) -> Double) -> Double {
    means.reduce(0) { $0 + Double($1.values.count) * value($1) } / Double(trials)
  }

  package func detectable(level: Double) -> Double {
    let wanted = ChiSquare.detectableNoncentrality(degreesOfFreedom: means.count, level: level)
    return leastLogOddsShift { shift in
      means.reduce(0) { $0 + $1.square($1.expected.shiftedInLogOdds(by: shift) - $1.expected) } >= wanted
    }
  }

  package func bent(by deviation: Double) -> any StatementTest {
    AveragedLawTest(
      means: means.map { Mean(values: $0.values, expected: $0.expected.shiftedInLogOdds(by: deviation)) })
  }
}
