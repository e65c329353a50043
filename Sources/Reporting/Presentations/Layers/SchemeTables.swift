// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import NetTrim
import Statistics

extension SchemeResults {
  /// A layer of the networks of one cell.
  private struct Row {
    let cell: Cell
    let layer: Int
    let trials: [MeasuredLayer]
    let violations: Int

    var certified: [MeasuredLayer] { trials.filter(\.isCertified) }

    func ratios(_ bound: KeyPath<ErrorBounds, Double>) -> [Double] { certified.map { $0.ratio(bound) } }
  }

  /// `cells.csv`: one row a cell and layer, in the order of the grid; all but the last column are the same in every run.
  var cellsTable: ResultTable {
    let rows = cells.flatMap { cell in
      cell.layers.map { layer, trials in
        Row(cell: cell, layer: layer, trials: trials, violations: violations(trials))
      }
    }
    return ResultTable(
      "cells",
      title: "One row for every cell of the grid and layer: its errors beside their bounds, and what is left of it",
      rows: rows,
      columns: SchemeColumns.ensemble { $0.cell.ensemble } + Self.counts + Self.ratios + Self.sparsity)
  }

  private func violations(_ trials: [MeasuredLayer]) -> Int {
    trials.count { $0.isCertified && $0.check(bound).isViolated }
  }

  private static var counts: [ResultColumn<Row>] {
    [
      .integer("layer", "ℓ, the number of the layer") { $0.layer },
      .integer("trials", "Networks pruned", unit: "trials") { $0.trials.count },
      .integer("certified", "Those for which the theorems' hypotheses are certified, in this layer and all before") {
        $0.certified.count
      },
      .integer("violations", "Certified ones whose error exceeds the claim's bound") { $0.violations },
      .integer("optimal", "Those whose program was solved to a certified optimum") {
        $0.trials.count(where: \.isOptimal)
      },
      .integer("failed", "Networks of the cell that could not be pruned", unit: "trials") { $0.cell.failed },
    ]
  }

  private static var ratios: [ResultColumn<Row>] {
    [
      .number("ratio_median", "Median of e_ℓ over the theorem's bound for link-normalised networks") {
        $0.ratios(\.linkNormalised).median
      },
      .number("ratio_max", "Largest e_ℓ over that bound") { $0.ratios(\.linkNormalised).max() },
      .number("relative_error_mean", "Mean of e_ℓ/‖Y_ℓ‖_F") { $0.certified.map(\.relativeError).mean },
      .number("ratio_general_median", "Median of e_ℓ over the bound for any network, from its original weights") {
        $0.ratios(\.general).median
      },
      .number("ratio_general_max", "Largest e_ℓ over that bound") { $0.ratios(\.general).max() },
      .number(
        "ratio_sharp_median",
        "Median of e_ℓ over the bound known after pruning: spectral norms (parallel), proposition 1 with slack (cascade)"
      ) { $0.ratios(\.sharp).median },
      .number("ratio_sharp_max", "Largest e_ℓ over that bound") { $0.ratios(\.sharp).max() },
    ]
  }

  private static var sparsity: [ResultColumn<Row>] {
    [
      .number("kept_mean", "Mean share of the non-zero weights and biases that are left") {
        $0.trials.map(\.kept).mean
      },
      .number("nonzeros_before_mean", "Mean number of non-zero weights and biases before", unit: "weights") {
        $0.trials.map(\.nonzerosBefore).mean
      },
      .number("nonzeros_after_mean", "Mean number of non-zero weights and biases after", unit: "weights") {
        $0.trials.map(\.nonzerosAfter).mean
      },
      .number("gap_largest", "The largest relative duality gap") { $0.trials.map(\.gap).max() },
      .number("seconds_mean", "Mean wall-clock time of a trial: all layers of a network", unit: "s") {
        $0.cell.networks.map(\.seconds).mean
      },
    ]
  }
}

/// Columns that name a cell.
enum SchemeColumns {
  static func shape<Row>(_ ensemble: @escaping @Sendable (Row) -> SchemeEnsemble) -> [ResultColumn<Row>] {
    [
      .text("networks", "Kind of random networks") { ensemble($0).networks.rawValue },
      .integer("depth", "L, the number of layers", unit: "layers") { ensemble($0).depth },
      .integer("width", "Neurons of a hidden layer", unit: "neurons") { ensemble($0).width },
      .integer("samples", "P, the number of samples", unit: "samples") { ensemble($0).samples },
    ]
  }

  static func gamma<Row>(_ ensemble: @escaping @Sendable (Row) -> SchemeEnsemble) -> ResultColumn<Row> {
    .number("gamma", "γ of the cascade; empty in the parallel scheme") { ensemble($0).scheme.gamma }
  }

  static func ensemble<Row>(_ ensemble: @escaping @Sendable (Row) -> SchemeEnsemble) -> [ResultColumn<Row>] {
    let scheme: ResultColumn<Row> = .text("scheme", "parallel or cascade") { ensemble($0).scheme.kind.rawValue }
    let epsilon: ResultColumn<Row> = .number("epsilon", "ε_ℓ/‖Y_ℓ‖_F, in the cascade of the first layer only") {
      ensemble($0).scheme.epsilon
    }
    return [scheme] + shape(ensemble) + [epsilon, gamma(ensemble)]
  }
}
