// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
package import Experiments
import Statistics
package import StudyModel

/// The trials of a study of any experiment: what they measured, cell by cell.
package struct MeasuredResults: Sendable {
  package let study: Study
  /// In the order of the grid.
  package let cells: [CellTrials]
  /// nil of a survey.
  let finding: Finding?
  let presentation: any MeasuredPresentation
  /// A row for every cell and item, in that order.
  let rows: [Row]

  /// What the trials of one cell measured of one item.
  struct Row: Sendable {
    let cell: Cell
    /// 0 is the whole trial.
    let item: Int
    let trials, failed: Int
    let values: [Quantity: [Double]]
    let seconds: Double?
  }

  /// - Parameter cells: of the study's design, in their order.
  package init(study: Study, cells: [CellTrials]) {
    (self.study, self.cells) = (study, cells)
    finding = study.claim?.judge(cells, .stated, alarmRate: study.alarmRate)
    presentation = study.presentation
    rows = cells.flatMap { $0.rows(study.experiment.quantities.filter(\.isTabulated)) }
  }
}

extension MeasuredResults {
  var experiment: any Experiment { study.experiment }

  /// The parameters that have more than one value here: they tell the cells apart.
  var varied: [any GridParameter] {
    experiment.parameters.filter { parameter in Set(cells.map { $0.cell[literal: parameter] }).count > 1 }
  }

  /// The values of a parameter, in the order of the grid.
  func values<Value>(of parameter: Parameter<Value>) -> [Value] {
    cells.compactMap { $0.cell[optional: parameter] }.grouped { $0 }.map { $0[0] }
  }
}

extension MeasuredResults.Row {
  func summary(_ quantity: Quantity) -> RunningSummary { RunningSummary((values[quantity] ?? []).filter(\.isFinite)) }

  /// nil where the trials have none.
  func mean(_ quantity: Quantity) -> Double? {
    let summary = summary(quantity)
    return summary.count > 0 ? summary.mean : nil
  }

  func median(_ quantity: Quantity) -> Double? { values[quantity]?.median }
}

extension CellTrials {
  /// A row for each item that has one of these quantities; one of the whole trial at least.
  fileprivate func rows(_ quantities: [Quantity]) -> [MeasuredResults.Row] {
    var values: [Int: [Quantity: [Double]]] = [:]
    for outcome in outcomes {
      for measured in outcome.measurements where !measured.value.isNaN {
        guard let quantity = quantities.first(where: measured.isOf) else { continue }
        values[measured.item, default: [:]][quantity, default: []].append(measured.value)
      }
    }
    let items = values.isEmpty ? [0] : values.keys.sorted()
    return items.map { item in
      MeasuredResults.Row(
        cell: cell, item: item, trials: trials.count, failed: failed, values: values[item] ?? [:],
        seconds: outcomes.map(\.seconds).mean)
    }
  }
}
