// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Claims
import Foundation
import RecoveryTheory
import StudyStore

/// The measured and predicted 50 % point of one N, s and inputs.
public struct TransitionSummary: Codable, Hashable, Sendable {
  public let inputs: String
  public let dimension, sparsity, cells, trials, undecided, failed: Int
  /// Where the fitted success curve crosses ½; nil where the cells do not bracket it.
  public let samples50Measured: Double?
  /// 2δ.
  public let samples50Predicted: Double
}

extension RecoveryResults {
  public var summaries: [TransitionSummary] {
    transitions.map { transition in
      TransitionSummary(
        inputs: transition.inputs.name, dimension: transition.dimension, sparsity: transition.sparsity,
        cells: transition.cells.count,
        trials: transition.cells.reduce(0) { $0 + $1.trials },
        undecided: transition.cells.reduce(0) { $0 + $1.undecided },
        failed: transition.cells.reduce(0) { $0 + $1.failed },
        samples50Measured: transition.fitted.samples(0.5),
        samples50Predicted: transition.predicted.normal.median)
    }
  }

  /// The transitions as a table at most 80 columns wide.
  public var table: String {
    let sameInputs = Set(summaries.map(\.inputs)).count == 1
    let header =
      (sameInputs ? [] : ["inputs"]) + ["N", "s", "cells", "trials", "undecided", "failed", "P50", "2δ", "P50/2δ"]
    let rows = summaries.map { row in
      (sameInputs ? [] : [row.inputs]) + [
        "\(row.dimension)", "\(row.sparsity)", "\(row.cells)", "\(row.trials)", "\(row.undecided)", "\(row.failed)",
        row.samples50Measured.map { $0.fixed(1) } ?? "–", row.samples50Predicted.fixed(1),
        row.samples50Measured.map { ($0 / row.samples50Predicted).fixed(3) } ?? "–",
      ]
    }
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    return ([header] + rows).map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Double {
  fileprivate func fixed(_ digits: Int) -> String {
    formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en_US_POSIX")))
  }
}
