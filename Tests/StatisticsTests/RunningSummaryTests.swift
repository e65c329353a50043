// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation
import Statistics
import TestSupport
import Testing

/// GSL's two-pass formulas on the stored values; a large offset is what ruins the textbook Σx² − (Σx)²/n.
@Test(arguments: [0.0, 1e9]) func welfordMatchesTwoPasses(offset: Double) {
  let generator = Generator(seed: 2)
  let values = (0..<1000).map { _ in offset + generator.normal() }
  let summary = RunningSummary(values)
  expectClose(summary.mean, gsl_stats_mean(values, 1, values.count), absolute: 1e-15, relative: 1e-13)
  expectClose(summary.variance, gsl_stats_variance(values, 1, values.count), relative: offset > 0 ? 1e-7 : 1e-12)
  expectClose(summary.standardError, summary.standardDeviation / 1000.0.squareRoot(), relative: 1e-14)
  #expect(summary.count == 1000)
}

@Test func summaryOfAFewValues() {
  let summary = RunningSummary([2, 4, 4, 4, 5, 5, 7, 9])
  #expect(summary.mean == 5)
  expectClose(summary.variance, 32.0 / 7, relative: 1e-15)
  #expect(RunningSummary([3]).variance.isNaN)
  #expect(RunningSummary().count == 0)
}

/// `numpy.quantile`, whose default is also type 7.
@Test func quantilesMatchNumpy() {
  let actual = quantiles(of: [3, 1, 4, 1, 5, 9, 2, 6], at: [0, 0.1, 0.5, 0.75, 1])
  for (value, expected) in zip(actual, [1, 1, 3.5, 5.25, 9]) { expectClose(value, expected, relative: 1e-14) }
  #expect(quantiles(of: [], at: [0.5])[0].isNaN)
}
