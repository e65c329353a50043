// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// The quantiles of a sample at `fractions` in 0…1, linear between order statistics (R's type 7); NaN for an empty
/// sample.
/// - Complexity: O(n log n).
public func quantiles(of sample: [Double], at fractions: [Double]) -> [Double] {
  let sorted = sample.sorted()
  guard !sorted.isEmpty else { return fractions.map { _ in .nan } }
  return fractions.map { gsl_stats_quantile_from_sorted_data(sorted, 1, sorted.count, $0) }
}

extension [Double] {
  /// The middle one, or the mean of the two in the middle; nil of none.
  /// - Complexity: O(n log n).
  public var median: Double? { isEmpty ? nil : quantiles(of: self, at: [0.5])[0] }

  /// Their sum over their number; nil of none.
  /// - Complexity: O(n).
  public var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
