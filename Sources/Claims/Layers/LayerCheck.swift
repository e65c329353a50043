// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments

/// The error of a pruned layer beside a bound on it.
struct LayerCheck {
  /// What was pruned, and how.
  var ensemble: SchemeEnsemble?
  /// ℓ, from 1.
  var layer = 1
  var check: BoundCheck
  /// Whether the theorem's hypotheses hold, for the numbers at hand, in this layer and all before.
  var isCertified: Bool
}

extension LayerCheck {
  /// - Parameter share: of the bound that is claimed.
  init(_ measured: MeasuredLayer, _ bound: ErrorBound, share: Double) {
    self.init(
      ensemble: measured.ensemble, layer: measured.layer, check: measured.check(bound, share: share),
      isCertified: measured.isCertified)
  }
}

extension [LayerCheck] {
  /// One for every layer: a bound is refuted by a single error beyond it.
  var tests: [any StatementTest] {
    Dictionary(grouping: filter(\.isCertified), by: \.layer).sorted { $0.key < $1.key }.map { layer, checks in
      InequalityTest(
        label: "layer \(layer)", trials: checks.count, violations: checks.count(where: \.check.isViolated),
        measured: checks.map(\.check.ratio).max() ?? .nan)
    }
  }

  var remarks: [String] {
    let counting = filter(\.isCertified)
    let deep = counting.filter { $0.layer > 1 }.max { $0.check.ratio < $1.check.ratio }
    return (counting.isEmpty ? [] : [counting.distribution]) + (deep.map { [$0.place] } ?? [])
  }

  /// Quantiles of error/bound.
  private var distribution: String {
    let sorted = map(\.check.ratio).sorted()
    func quantile(_ share: Double) -> String { rounded(sorted[Int((share * Double(count - 1)).rounded())]) }
    return "error/bound: 5 % below \(quantile(0.05)), median \(quantile(0.5)), 95 % below \(quantile(0.95)), "
      + "largest \(quantile(1))"
  }
}

extension LayerCheck {
  fileprivate var place: String {
    "beyond the first layer at most \(rounded(check.ratio)), in layer \(layer)"
      + (ensemble.map { " of \($0.label)" } ?? "")
  }
}

extension SchemeEnsemble {
  /// In words.
  var label: String {
    let size = "\(depth) layers of \(width), P = \(samples)"
    let scaling =
      if case .natural(let gain) = scale { gain == 1 ? "" : " times \(rounded(gain))" } else { ", normalised" }
    let gamma = scheme.gamma.map { ", γ = \($0)" } ?? ""
    return "a \(networks.rawValue) network\(scaling), \(size), \(scheme.name), ε = \(scheme.epsilon)\(gamma)"
  }
}
