// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// Whether P₅₀ lies between two multiples of a scale, by a normal test of its logarithm; deviations are relative to P₅₀.
struct ScalingTest: StatementTest {
  let label: String
  let trials: Int
  /// ln P₅₀/f, its standard error, and the logarithms of the constants.
  private var logRatio: Double
  private let standardError: Double
  private let least, most: Double

  /// - Returns: nil without a P₅₀ or without an interval for it.
  init?(_ cell: some MeasuredTransition, scale: Double, between constants: ClosedRange<Double>) {
    let interval = cell.samplesInterval(0.5, confidence: 0.95)
    guard let samples = cell.samples(0.5), interval.lowerBound > 0, interval.upperBound < .infinity else { return nil }
    label = "N = \(cell.dimension), s = \(cell.sparsity)"
    trials = cell.decided
    logRatio = log(samples / scale)
    // Counts are whole: an interval of no width still leaves the next count possible.
    standardError =
      log(max(interval.upperBound, samples + 0.5) / min(interval.lowerBound, samples - 0.5)) / (2 * 1.959964)
    (least, most) = (log(constants.lowerBound), log(constants.upperBound))
  }

  var measured: Double { exp(logRatio) }
  var bound: Double { exp(logRatio - least < most - logRatio ? least : most) }
  /// In standard errors beyond the nearer constant.
  var severity: Double { max(least - logRatio, logRatio - most) / standardError }
  var pValue: Double { erfc(severity / 2.0.squareRoot()) / 2 }

  func detectable(level: Double) -> Double { expm1(detectableShift(level: level, isTwoSided: false) * standardError) }

  func bent(by deviation: Double) -> any StatementTest {
    var bent = self
    bent.logRatio = most + log1p(deviation)
    return bent
  }
}
