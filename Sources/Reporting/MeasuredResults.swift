// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
package import Experiments
import Statistics
package import StudyModel

/// The trials of a study whose claim is judged by measurements on a grid of named parameters.
package struct MeasuredResults: Sendable {
  package let study: Study
  /// In the order of the grid.
  package let cells: [CellTrials]
  let finding: Finding
  let presentation: any MeasuredPresentation
  /// A row for every cell and item, in that order.
  let rows: [Row]

  /// What the trials of one cell measured of one item.
  struct Row: Sendable {
    let cell: Cell
    /// 0 is the whole trial.
    let item: Int
    let trials, failed: Int
    /// By the name of the quantity.
    let values: [String: [Double]]
    let seconds: Double?
  }

  /// - Parameter cells: of the study's design, in their order.
  package init(study: Study, cells: [CellTrials]) {
    (self.study, self.cells) = (study, cells)
    finding = study.claim.judge(cells, .stated, alarmRate: study.alarmRate)
    presentation = presentations[study.claim.name] ?? PlainPresentation()
    let tabulated = Set(study.experiment.quantities.filter(\.isTabulated).map(\.name))
    rows = cells.flatMap { $0.rows(tabulated) }
  }
}

extension MeasuredResults {
  var experiment: any Experiment { study.experiment }

  /// The parameters that have more than one value here: they tell the cells apart.
  var varied: [any GridParameter] {
    experiment.parameters.filter { parameter in Set(cells.map { $0.cell[name: parameter.name] }).count > 1 }
  }

  /// The values of a parameter, in the order of the grid.
  func values(of parameter: String) -> [String] { cells.compactMap { $0.cell[parameter] }.grouped { $0 }.map { $0[0] } }
}

extension MeasuredResults.Row {
  func summary(_ quantity: String) -> RunningSummary { RunningSummary((values[quantity] ?? []).filter(\.isFinite)) }
}

extension CellTrials {
  /// A row for each item that has a quantity of `names`; one of the whole trial at least.
  fileprivate func rows(_ names: Set<String>) -> [MeasuredResults.Row] {
    var values: [Int: [String: [Double]]] = [:]
    for outcome in outcomes {
      for measured in outcome.measurements where names.contains(measured.name) {
        values[measured.item, default: [:]][measured.name, default: []].append(measured.value)
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
