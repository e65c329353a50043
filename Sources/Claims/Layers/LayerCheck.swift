// SPDX-License-Identifier: GPL-3.0-or-later

/// The error of a pruned layer beside a bound on it.
package struct LayerCheck: Sendable {
  /// What was pruned, and how, for remarks.
  var label: String
  /// ℓ, from 1.
  var layer: Int
  /// e_ℓ/bound; 0 where both vanish.
  var ratio: Double
  /// Whether e_ℓ exceeds the bound by more than rounding explains.
  var isViolated: Bool
  /// Whether the theorem's hypotheses hold, for the numbers at hand, in this layer and all before.
  var isCertified: Bool

  package init(
    label: String, layer: Int = 1, error: Double, bound: Double, allowance: Double, isCertified: Bool
  ) {
    self.label = label
    self.layer = layer
    ratio = error <= allowance ? 0 : error / bound
    isViolated = !(error <= bound + allowance)
    self.isCertified = isCertified
  }
}

extension [LayerCheck] {
  /// A bound is refuted by a single error beyond it.
  ///
  /// - Parameter remarks: what to add to the distribution of the ratios.
  package func finding(remarks: [String] = []) -> Finding {
    let counting = filter(\.isCertified)
    let violations = counting.count(where: \.isViolated)
    let worst = counting.map(\.ratio).max()
    // The first layer's bound is its own tolerance, which the program mostly uses up.
    let deep = counting.filter { $0.layer > 1 }.max { $0.ratio < $1.ratio }
    return Finding(
      trials: count, hypothesesCertified: counting.count, violations: violations, measured: worst ?? .nan, bound: 1,
      verdict: ClaimVerdict(violations: violations, counting: counting.count),
      remarks: (counting.isEmpty ? [] : [counting.distribution])
        + (deep.map { ["beyond the first layer at most \(rounded($0.ratio)), in layer \($0.layer) of \($0.label)"] }
          ?? [])
        + remarks)
  }

  /// Quantiles of error/bound.
  fileprivate var distribution: String {
    let sorted = map(\.ratio).sorted()
    func quantile(_ share: Double) -> String { rounded(sorted[Int((share * Double(count - 1)).rounded())]) }
    return "error/bound: 5 % below \(quantile(0.05)), median \(quantile(0.5)), 95 % below \(quantile(0.95)), "
      + "largest \(quantile(1))"
  }
}
