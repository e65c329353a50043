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

/// What a claim has without a presentation of its own: the table of the cells, and the means of the first three quantities over the
/// parameter with the most values.
struct PlainPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let shown = results.experiment.quantities.filter { $0.isTabulated && $0.isOfTrials }.prefix(3)
    guard let along = results.along else { return [] }
    return shown.compactMap { Self.figure(of: $0, over: along, results) }
  }

  /// - Returns: nil where there are more curves than styles to tell them by.
  private static func figure(
    of quantity: Quantity, over along: some GridParameter, _ results: MeasuredResults
  ) -> PanelFigure? {
    let others = results.varied.filter { $0.name != along.name }
    let points = results.means(of: quantity, over: along, series: { $0.place(others.dropFirst()) }) {
      MarkedText($0.place(others.prefix(1)))
    }
    guard Set(points.map(\.series)).count <= 9, Set(points.map(\.panel.source)).count <= 9 else { return nil }
    return PanelFigure.means(
      quantity.name, title: MarkedText("Means of \(quantity.name.replacing("_", with: " "))"),
      caption: MarkedText("\(quantity.meaning). \(points.countsText)"),
      x: Axis(name: along.name, label: MarkedText(along.name.inWords), meaning: along.meaning, unit: along.unit),
      y: Axis(
        name: quantity.name, label: quantity.label, meaning: quantity.meaning, unit: quantity.unit,
        from: quantity.kind == .flag ? 0 : nil, to: quantity.kind == .flag ? 1 : nil),
      points: points)
  }
}

extension Quantity {
  /// What an axis says: the share of trials of what is or is not.
  fileprivate var label: MarkedText {
    let words = name.replacing("_", with: " ")
    return MarkedText(kind == .flag ? "share of trials: \(words)" : words)
  }
}

extension MeasuredResults {
  /// The number with the most values on the grid; nil where no number varies.
  fileprivate var along: (any GridParameter)? {
    func values(_ parameter: any GridParameter) -> [ParameterLiteral?] { cells.map { $0.cell[literal: parameter] } }
    return varied.filter { values($0).allSatisfy { $0?.number != nil } }
      .max { Set(values($0)).count < Set(values($1)).count }
  }
}

extension Cell {
  /// "depth 3 · width 20".
  fileprivate func place(_ parameters: ArraySlice<any GridParameter>) -> String {
    zip(parameters, texts(Array(parameters))).map { "\($0.name.inWords) \($1.inWords)" }.joined(separator: " · ")
  }
}

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
      width += max(quantity.name.count, 15) + 2
      if width <= 80 { quantities.append(quantity) }
    }
    self.init(
      caption:
        "Means over the trials of each cell of the study ± their Monte Carlo standard errors; \(results.trials.grouped) trials in all.",
      headings: (fixed + quantities.map(\.name)).map { MarkedText($0) },
      rows: results.rows.map { row in
        row.cell.texts(varied) + (item == nil ? [] : ["\(row.item)"]) + [row.trials.grouped]
          + quantities.map { row.estimate($0) }
      })
  }
}

extension MeasuredResults.Row {
  /// "0.4512 ± 0.0031": the mean with its Monte Carlo standard error, where there are trials enough for one.
  fileprivate func estimate(_ quantity: Quantity) -> String {
    let summary = summary(quantity)
    guard summary.count > 1, summary.standardError > 0 else { return mean(quantity).significant(4) }
    return "\(summary.mean.significant(4)) ± \(summary.standardError.general(2))"
  }
}

extension Cell {
  /// The value of each parameter as tables have it; empty where the cell has none.
  func texts(_ parameters: [any GridParameter]) -> [String] {
    parameters.map { self[literal: $0]?.description ?? "" }
  }
}
