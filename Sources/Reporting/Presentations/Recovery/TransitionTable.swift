// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import Experiments
import Foundation
import RecoveryTheory

/// The measured and predicted 50 % point of one N, s and inputs.
package struct TransitionSummary: Codable, Hashable, Sendable {
  package let inputs: String
  package let dimension, sparsity, cells, trials, undecided, failed: Int
  /// Where the fitted success curve crosses ½; nil where the cells do not bracket it.
  package let samples50Measured: Double?
  /// 2δ.
  package let samples50Predicted: Double
}

extension RecoveryResults {
  package var summaries: [TransitionSummary] {
    transitions.map { transition in
      TransitionSummary(
        inputs: transition.inputs.name, dimension: transition.dimension, sparsity: transition.sparsity,
        cells: transition.cells.count, trials: transition.trials,
        undecided: transition.cells.reduce(0) { $0 + $1.undecided },
        failed: transition.cells.reduce(0) { $0 + $1.failed },
        samples50Measured: transition.fitted.samples(0.5),
        samples50Predicted: transition.predicted.normal.median)
    }
  }

  /// The transitions as a table at most 80 columns wide, a part for each law of the inputs where there are several.
  package var table: String {
    let header = ["N", "s", "cells", "trials", "undecided", "failed", "P50", "2δ", "P50/2δ"]
    let parts = Set(summaries.map(\.inputs)).count == 1 ? [summaries] : summaries.grouped(by: \.inputs)
    let rows = parts.joined().map(Self.row)
    var lines = TextTable([header] + rows).lines[...]
    func next(_ count: Int) -> String {
      defer { lines = lines.dropFirst(count) }
      return lines.prefix(count).map { $0 + "\n" }.joined()
    }
    return parts.reduce(next(1)) { text, part in
      text + (parts.count > 1 ? "\(part[0].inputs) inputs\n" : "") + next(part.count)
    }
  }

  private static func row(_ summary: TransitionSummary) -> [String] {
    [
      "\(summary.dimension)", "\(summary.sparsity)", "\(summary.cells)", "\(summary.trials)", "\(summary.undecided)",
      "\(summary.failed)", summary.samples50Measured?.fixed(1) ?? "–", summary.samples50Predicted.fixed(1),
      summary.samples50Measured.map { ($0 / summary.samples50Predicted).fixed(3) } ?? "–",
    ]
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
