// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics
import StudyModel

/// The measured and predicted quantiles of one N, s and condition.
package struct TransitionSummary: Codable, Hashable, Sendable {
  /// What tells its condition from the study's others.
  package let condition: String
  package let inputs, weights, method: String
  package let neurons: Int
  package let noise: Double
  package let dimension, sparsity, cells, trials, undecided, failed: Int
  /// Of one half first, and then those that an adaptive study asked for.
  package let quantiles: [TransitionQuantile]
  /// Where the fitted success curve crosses ½; nil where the cells do not bracket it.
  package let samples50Measured: Double?
  /// 2δ.
  package let samples50Predicted: Double
  /// Where the exact law crosses ½.
  package let samples50Exact: Double
  /// Of Pearson's χ² of the fitted curve.
  package let fitPValue: Double?
  /// Whether that rejects the fit, and whether a search ended at its cap.
  package let fitRejected, capped: Bool
}

extension RecoveryResults {
  package var summaries: [TransitionSummary] {
    transitions.map { transition in
      let half = transition.quantile(0.5)
      return TransitionSummary(
        condition: transition.label, inputs: transition.inputs.name, weights: transition.condition.weights.name,
        method: transition.condition.method.name, neurons: transition.condition.neurons,
        noise: transition.condition.noise, dimension: transition.dimension, sparsity: transition.sparsity,
        cells: transition.cells.count, trials: transition.trials,
        undecided: transition.cells.reduce(0) { $0 + $1.undecided },
        failed: transition.cells.reduce(0) { $0 + $1.failed },
        quantiles: mainProbabilities.map(transition.quantile), samples50Measured: half.samples,
        samples50Predicted: transition.predicted.normal.median, samples50Exact: half.samplesExact,
        fitPValue: transition.fitPValue, fitRejected: isRejected(transition), capped: transition.isCapped)
    }
  }

  /// Curves of fewer cells, as in a phase diagram whose sparsities are shares of the samples, have no quantiles.
  private static let leastCells = 3

  /// The transitions as a table at most 80 columns wide, a part for each condition where there are several.
  package var table: String {
    let shown = summaries.filter { study.grid.policy != nil || $0.cells >= Self.leastCells || summaries.count < 30 }
    guard !shown.isEmpty else {
      return
        "\(transitions.reduce(0) { $0 + $1.cells.count }) cells, whose curves have too few samples for quantiles: see the phase diagram\n"
    }
    let header = ["N", "s", "trials", "", "samples", "interval", "exact", "/exact", "2δ"]
    let parts = Set(shown.map(\.condition)).count == 1 ? [shown] : shown.grouped(by: \.condition)
    let counts = parts.map { $0.reduce(0) { $0 + $1.quantiles.count } }
    let rows = parts.joined().flatMap { self.rows($0) }
    var lines = TextTable([header] + rows).lines[...]
    func next(_ count: Int) -> String {
      defer { lines = lines.dropFirst(count) }
      return lines.prefix(count).map { $0 + "\n" }.joined()
    }
    return zip(parts, counts).reduce(next(1)) { text, part in
      text + (parts.count > 1 ? "\(part.0[0].condition)\n" : "") + next(part.1)
    }
  }

  private func rows(_ summary: TransitionSummary) -> [[String]] {
    let flags = (summary.fitRejected ? "!" : "") + (summary.capped ? "†" : "")
    return summary.quantiles.map { quantile in
      [
        "\(summary.dimension)", "\(summary.sparsity)", "\(summary.trials)", "P\(quantile.percent)\(flags)",
        quantile.samples.fixed(1), quantile.interval, quantile.samplesExact.fixed(1), quantile.ratio.fixed(3),
        quantile.probability == 0.5 ? summary.samples50Predicted.fixed(1) : "",
      ]
    }
  }

  package var overviewNote: String? {
    let policy = study.grid.policy
    let confidence = (100 * (policy?.confidence ?? Transition.confidence)).general(4)
    let (undecided, failed) = (undecided, failed)
    let notes: [String?] = [
      "P50: where the success curve crosses one half, with its \(confidence) % interval.",
      "exact: where the exact law for Gaussian inputs does; 2δ: its normal form.",
      undecided + failed > 0 ? "\(undecided) trials undecided, \(failed) failed; both may be either." : nil,
      transitions.contains(where: isRejected)
        ? "! The fitted curve is rejected (1 %, all curves together): see the rates." : nil,
      policy.flatMap { policy in
        transitions.contains(where: \.isCapped)
          ? "† Ended at the cap of \(policy.atMost) trials, the interval wider than asked." : nil
      },
    ]
    return notes.compactMap(\.self).joined(separator: "\n")
  }
}

extension TransitionQuantile {
  /// "65.0–66.3".
  var interval: String {
    samples == nil ? "–" : (low.map { $0.fixed(1) } ?? "–∞") + "–" + (high.map { $0.fixed(1) } ?? "∞")
  }
}

extension Array {
  /// The elements of each key together, keys in the order of their first element.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    let groups = Dictionary(grouping: self, by: key)
    var seen: Set<Key> = []
    return compactMap { seen.insert(key($0)).inserted ? groups[key($0)] : nil }
  }
}
