// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Ensembles
import RecoveryTheory
import StudyModel

extension RecoveryResults {
  /// A cell beside what is predicted of it.
  private struct Row {
    let summary: CellSummary
    let predicted: PredictedCurves
    let measured: (rate: Double, interval: RateInterval)?

    var cell: PlantedEnsemble { summary.cell }
  }

  /// `cells.csv`: one row a cell, in the order of the grid; all but the last column are the same in every run.
  package var cellsTable: ResultTable {
    let rows = transitions.flatMap { transition in
      transition.cells.map { Row(summary: $0, predicted: transition.predicted, measured: rate($0)) }
    }
    return ResultTable(
      "cells", title: "One row for every cell of the grid: how its trials ended, and what is predicted of them",
      rows: rows, columns: Self.counts + Self.rates + Self.evidence)
  }

  private static let counts: [ResultColumn<Row>] = [
    .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.cell.dimension },
    .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.cell.sparsity },
    .integer("samples", "P, the number of samples", unit: "samples") { $0.cell.samples },
    .integer("trials", "Trials of the cell", unit: "trials") { $0.summary.trials },
    .integer("recovered", "Trials in which the planted weights are the unique solution", unit: "trials") {
      $0.summary.recovered
    },
    .integer("undecided", "Trials without evidence for either outcome", unit: "trials") { $0.summary.undecided },
  ]

  private static let rates: [ResultColumn<Row>] = [
    .number("rate", "recovered/trials: undecided and failed trials count as failures") { $0.measured?.rate },
    .number("rate_se", "Monte Carlo standard error of the rate, √(p(1 − p)/n)") { row in
      row.measured.map { ($0.rate * (1 - $0.rate) / Double(row.summary.trials)).squareRoot() }
    },
    .number("interval_low", "Lower end of the rate's interval: undecided trials counted as failures") {
      $0.measured?.interval.lower
    },
    .number("interval_high", "Upper end of the rate's interval: undecided trials counted as successes") {
      $0.measured?.interval.upper
    },
    .number("predicted_exact", "Probability of recovery by the exact law for Gaussian inputs") {
      $0.predicted.exact.success(samples: $0.cell.samples)
    },
    .number("predicted_normal", "Probability of recovery by the normal form, for large N") {
      $0.predicted.normal.success(samples: $0.cell.samples)
    },
    .number("certificate_exact", "Probability that the least-squares certificate proves recovery, exact") {
      $0.predicted.certificate.success(samples: $0.cell.samples)
    },
  ]

  private static let evidence: [ResultColumn<Row>] = [
    .text("inputs", "Law of the inputs") { $0.cell.inputs.name },
    .text("weights", "Law of the planted non-zero weights") { $0.cell.weights.name },
    .integer("neurons", "M, the neurons that share the samples", unit: "neurons") { $0.summary.condition.neurons },
    .text("method", "What recovers: a way of deciding, or the name of an own method") {
      $0.summary.condition.method.name
    },
    .number("noise", "Norm of the responses' errors over theirs; 0: exact") { $0.summary.condition.noise },
    .number("success", "The largest relative error that counts as recovery; 0: where it is proved, of own methods 1e-3")
    {
      $0.summary.condition.success
    },
    .number(
      "certified_rate",
      "Share of the same draws on which the certificate proves recovery by the program; empty where it is not asked"
    ) { row in
      row.summary.certificates > 0 ? Double(row.summary.certified) / Double(row.summary.trials) : nil
    },
    .number(
      "predicted_union", "1 − M·(1 − predicted_exact), or 0: what the union bound leaves of the exact law of one neuron"
    ) {
      max(0, 1 - Double($0.summary.condition.neurons) * $0.predicted.exact.failure(samples: $0.cell.samples))
    },
    .integer("not_recovered", "Trials in which another vector is as short as the planted one", unit: "trials") {
      $0.summary.notRecovered
    },
    .integer("failed", "Trials that ended with an error", unit: "trials") { $0.summary.failed },
    .number("active_samples_mean", "Mean number of samples on which the neuron is active", unit: "samples") {
      $0.summary.activeSamplesMean
    },
    .number("iterations_mean", "Mean number of a trial's solver iterations", unit: "iterations") {
      $0.summary.iterationsMean
    },
    .number("margin_least", "The least evidence among the decided trials, min |margin|") { $0.summary.marginLeast },
    .number("gap_largest", "The largest relative duality gap; empty where no program was solved") {
      $0.summary.gapLargest
    },
    .number(
      "error_largest", "The largest relative error of a recovered weight vector; empty where no program was solved"
    ) { $0.summary.errorLargest },
    .number("error_median", "Median relative error of the solutions; empty where none was computed") {
      $0.summary.errorMedian
    },
    .number(
      "error_predicted",
      "Relative error of the weights by the law of the pruned neuron with noise; empty where it does not apply"
    ) { $0.summary.predictedError },
    .number("residual_largest", "The largest residual of a solution over ‖Y‖_F; empty where none was recomputed") {
      $0.summary.residualLargest
    },
    .number("violation_largest", "The largest violation by a solution over max Y; empty where none was recomputed") {
      $0.summary.violationLargest
    },
    .number("seconds_mean", "Mean wall-clock time of a trial", unit: "s") { $0.summary.secondsMean },
  ]
}
