// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import RecoveryTheory
import StudyModel
import StudyStore

extension RecoveryResults {
  /// `cells.csv`: one row a cell, in the order of the grid; all but the last column are the same in every run.
  public var cellsCSV: String {
    var table = CSVTable(columns: Self.columns)
    for transition in transitions {
      for cell in transition.cells { table.append(row(cell, transition.predicted)) }
    }
    return table.text
  }

  private static let columns = [
    "dimension", "sparsity", "samples", "trials", "recovered", "undecided", "rate", "interval_low", "interval_high",
    "predicted_exact", "predicted_normal", "certificate_exact", "inputs", "weights", "not_recovered", "failed",
    "active_samples_mean", "iterations_mean", "margin_least", "gap_largest", "error_largest", "seconds_mean",
  ]

  private func row(_ summary: CellSummary, _ predicted: PredictedCurves) -> [(any CSVValue)?] {
    let (cell, measured) = (summary.cell, rate(summary))
    return [
      cell.dimension, cell.sparsity, cell.samples, summary.trials, summary.recovered, summary.undecided,
      measured?.rate, measured?.interval.lower, measured?.interval.upper,
      predicted.exact.success(samples: cell.samples), predicted.normal.success(samples: cell.samples),
      predicted.certificate.success(samples: cell.samples), cell.inputs.name, cell.weights.rawValue,
      summary.notRecovered, summary.failed, summary.activeSamplesMean, summary.iterationsMean, summary.marginLeast,
      summary.gapLargest, summary.errorLargest, summary.secondsMean,
    ]
  }
}
