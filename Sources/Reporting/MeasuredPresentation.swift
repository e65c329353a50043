// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Statistics

/// What the report of a claim shows beyond the table of its cells.
protocol MeasuredPresentation: Sendable {
  /// CSV files besides `cells.csv`.
  func tables(_ results: MeasuredResults) -> [ResultTable]
  /// The table of the paper and of the terminal, at most 80 columns wide.
  func highlights(_ results: MeasuredResults) -> DisplayTable
  func macros(_ results: MeasuredResults) -> [Macro]
  func figures(_ results: MeasuredResults) -> [PanelFigure]
}

/// The table of the cells alone.
struct PlainPresentation: MeasuredPresentation {}

extension MeasuredPresentation {
  func tables(_ results: MeasuredResults) -> [ResultTable] { [] }

  func macros(_ results: MeasuredResults) -> [Macro] { [] }

  func figures(_ results: MeasuredResults) -> [PanelFigure] { [] }

  func highlights(_ results: MeasuredResults) -> DisplayTable { DisplayTable(means: results) }
}

extension DisplayTable {
  /// The means of as many quantities as fit into 80 columns, a row for every cell and item.
  init(means results: MeasuredResults) {
    let varied = results.varied
    let item = results.experiment.itemName
    let fixed = varied.map(\.name) + (item.map { [$0] } ?? []) + ["trials"]
    var (quantities, width) = ([Quantity](), fixed.reduce(0) { $0 + max($1.count, 8) + 2 })
    for quantity in results.experiment.quantities where quantity.isTabulated {
      width += max(quantity.name.count, 8) + 2
      if width <= 80 { quantities.append(quantity) }
    }
    self.init(
      caption: "Means over the trials of each cell of the study; \(results.trials.grouped) trials in all.",
      headings: (fixed + quantities.map(\.name)).map { MarkedText($0) },
      rows: results.rows.map { row in
        row.cell.texts(varied) + (item == nil ? [] : ["\(row.item)"]) + [row.trials.grouped]
          + quantities.map { row.mean($0).significant(4) }
      })
  }
}

extension Cell {
  /// The value of each parameter as tables have it; empty where the cell has none.
  func texts(_ parameters: [any GridParameter]) -> [String] {
    parameters.map { self[literal: $0]?.description ?? "" }
  }
}
