// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// Kolmogorov and Smirnov's test of a sample's law, or of two samples' being the same; deviations are distances of distribution functions.
struct DistributionTest: StatementTest {
  let label: String
  private var sample: [Double]
  /// nil where the law is uniform on 0…1.
  private let other: [Double]?
  private let result: KolmogorovSmirnov

  /// Values that the law makes uniform.
  init(_ label: String, uniform sample: [Double]) {
    (self.label, self.sample, other) = (label, sample, nil)
    result = KolmogorovSmirnov(sample) { min(max($0, 0), 1) }
  }

  init(_ label: String, _ sample: [Double], like other: [Double]) {
    (self.label, self.sample, self.other) = (label, sample, other)
    result = KolmogorovSmirnov(sample, other)
  }

  var trials: Int { sample.count + (other?.count ?? 0) }
  var measured: Double { result.statistic }
  var bound: Double { 0 }
  var pValue: Double { result.pValue }

  /// √(ln(2/α)/2m) + z/(2√m), m = n or n₁n₂/(n₁ + n₂): the distance's tail is 2e^{−2md²} at most, its standard deviation at most 1/(2√m).
  func detectable(level: Double) -> Double {
    let size = other.map { 1 / (1 / Double(sample.count) + 1 / Double($0.count)) } ?? Double(sample.count)
    return (log(2 / level) / (2 * size)).squareRoot() + 1.2816 / (2 * size.squareRoot())
  }

  /// The share `deviation` of the sample, its smallest values, moved to the largest.
  func bent(by deviation: Double) -> any StatementTest {
    var moved = sample.sorted()
    let count = min(moved.count, Int((deviation * Double(moved.count)).rounded(.up)))
    if let last = moved.last { moved.replaceSubrange(0..<count, with: repeatElement(last, count: count)) }
    return other.map { DistributionTest(label, moved, like: $0) } ?? DistributionTest(label, uniform: moved)
  }
}

extension DistributionTest {
  var remark: String { "\(label): Kolmogorov–Smirnov distance \(rounded(measured)), p = \(rounded(pValue))" }
}
