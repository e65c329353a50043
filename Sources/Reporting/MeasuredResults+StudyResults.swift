// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import StudyModel
import Statistics

extension MeasuredResults: StudyResults {
  package var trials: Int { cells.reduce(0) { $0 + $1.trials.count } }

  package var undecided: Int { cells.flatMap(\.outcomes).count { $0.success == nil } }

  package var failed: Int { cells.reduce(0) { $0 + $1.failed } }

  /// What was measured of one item of a cell.
  package struct CellMeans: Encodable, Sendable {
    let parameters: [String: String]
    let item, trials, failed: Int
    let means: [String: Double]
  }

  package static var overviewName: String { "cells" }

  package var overview: [CellMeans] {
    rows.map { row in
      CellMeans(
        parameters: Dictionary(row.cell.entries.map { ($0.name, "\($0.literal)") }) { first, _ in first },
        item: row.item,
        trials: row.trials, failed: row.failed,
        means: Dictionary(
          uniqueKeysWithValues: row.values.keys.compactMap { quantity in row.mean(quantity).map { (quantity.name, $0) }
          }))
    }
  }

  package var overviewNote: String? { finding?.remarks.first }

  package var verdicts: [JudgedClaim] {
    guard let claim = study.claim, let finding else { return [] }
    return [JudgedClaim(claim, finding)]
  }

  package var tables: [ResultTable] { [cellsTable] + presentation.tables(self) }

  package var highlights: DisplayTable { presentation.highlights(self) }

  package var table: String { highlights.text }

  package var figures: [PanelFigure] { presentation.figures(self) }

  package var macros: [Macro] {
    let general: [Macro?] = [
      Macro(["Trials"], count: trials, meaning: "trials in all"),
      Macro(["Failed"], count: failed, meaning: "trials that ended with an error"),
      finding.map { Macro("Verdict", value: $0.verdict.rawValue, meaning: "of the claim \(study.claimName)") },
      Macro(["Measured"], number: finding?.measured, meaning: "the quantity that the claim speaks of, as measured"),
      Macro(["Bound"], number: finding?.bound, meaning: "its bound or prediction"),
      Macro(["PValue"], number: finding?.pValue, meaning: "of the test of the claim"),
    ]
    return general.compactMap { $0 } + presentation.macros(self)
  }
}

extension MeasuredResults {
  /// `cells.csv`: one row a cell and item; all but the last column are the same in every run.
  private var cellsTable: ResultTable {
    let place: [ResultColumn<Row>] = experiment.parameters.filter { $0.place == .grid }.map(\.column)
    let item: [ResultColumn<Row>] =
      experiment.itemName.map { [.integer("item", "Number of the \($0); 0 is the whole trial") { $0.item }] } ?? []
    let counts: [ResultColumn<Row>] = [
      .integer("trials", "Trials of the cell", unit: "trials") { $0.trials },
      .integer("failed", "Those that ended with an error", unit: "trials") { $0.failed },
    ]
    return ResultTable(
      "cells", title: "One row for every cell of the grid\(experiment.itemName.map { " and \($0)" } ?? "")", rows: rows,
      columns: place + item + counts + experiment.quantities.filter(\.isTabulated).flatMap(\.columns) + [
        .number("seconds_mean", "Mean wall-clock time of a trial", unit: "s") { $0.seconds }
      ])
  }
}

extension GridParameter {
  fileprivate var column: ResultColumn<MeasuredResults.Row> {
    switch domain {
    case .integers: .integer(name, meaning, unit: unit) { $0.cell[literal: self]?.number.map { Int($0) } }
    case .numbers, .keyed: .number(name, meaning, unit: unit) { $0.cell[literal: self]?.number }
    case .words, .composed, .wordsOrCommand: .text(name, meaning) { $0.cell[literal: self]?.description }
    }
  }
}

extension Quantity {
  fileprivate var columns: [ResultColumn<MeasuredResults.Row>] {
    [
      .number("\(name)_mean", "Mean over the trials: \(meaning)", unit: unit) { $0.mean(self) },
      .number("\(name)_sd", "Standard deviation over the trials of \(name)", unit: unit) {
        $0.summary(self).standardDeviation
      },
      .number("\(name)_se", "Monte Carlo standard error of the mean of \(name)", unit: unit) {
        $0.summary(self).count > 1 ? $0.summary(self).standardError : nil
      },
      .number("\(name)_median", "Median over the trials of \(name)", unit: unit) { $0.median(self) },
      .number("\(name)_min", "Least of the trials' \(name)", unit: unit) { $0.values[self]?.min() },
      .number("\(name)_max", "Largest of the trials' \(name)", unit: unit) { $0.values[self]?.max() },
    ]
  }
}
