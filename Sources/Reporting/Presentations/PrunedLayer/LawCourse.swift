// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// What pruning leaves over P/N: a curve for each R, a panel for each N, kind of weights and law of the inputs.
struct LawCourse {
  private typealias Layer = PrunedLayerExperiment

  private let results: MeasuredResults
  /// The laws at the places between the first and the last P/N of each curve; a place where there is none is left out.
  private let laws: [(cell: Cell, law: PrunedLayerLaw)]

  init(_ results: MeasuredResults) {
    self.results = results
    laws = results.cells.map(\.cell).grouped { $0.without(Layer.samplesPerInput) }.flatMap(Self.laws)
  }

  /// - Parameters:
  ///   - scaled: what is drawn of a measured value.
  ///   - value: what is drawn of the law.
  func figure(
    _ name: String, _ quantity: Quantity, title: MarkedText, text: String, y: Axis,
    scaled: (Double, Cell) -> Double = { value, _ in value }, value: (PrunedLayerLaw, Cell) -> Double
  ) -> PanelFigure? {
    let measured = results.rows.compactMap { row -> MeanPoint? in
      let summary = row.summary(quantity)
      guard summary.count > 0 else { return nil }
      return MeanPoint(
        panel: row.cell.panelTitle, series: "\(row.cell[Layer.epsilon])", x: row.cell[Layer.samplesPerInput],
        y: scaled(summary.mean, row.cell), trials: summary.count,
        interval: summary.meanInterval(confidence: 0.95).map {
          scaled($0.lowerBound, row.cell)...scaled($0.upperBound, row.cell)
        })
    }
    let lines = laws.map { cell, law in
      MeanPoint(
        panel: cell.panelTitle, series: "\(cell[Layer.epsilon])", x: cell[Layer.samplesPerInput], y: value(law, cell),
        trials: 0)
    }
    // On a logarithmic axis what is not positive has no place.
    let points = (lines + measured).filter { !y.isLogarithmic || $0.y > 0 }
    let kinds = Set(results.cells.map { "\($0.cell[Layer.density]) \($0.cell[Layer.decay])" }).count
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(measured.countsText)",
      x: Axis(name: "samples_per_input", label: "samples for every input, $P/N$", isLogarithmic: true), y: y,
      points: points, theory: "theory: the law of the pruned layer, for Gaussian inputs",
      columns: (2...3).contains(kinds) ? kinds : nil, label: { MarkedText("$R = \($0)$") })
  }

  private static func laws(_ cells: [Cell]) -> [(Cell, PrunedLayerLaw)] {
    let ratios = cells.map { $0[Layer.samplesPerInput] }
    guard let cell = cells.first, let low = ratios.min(), let high = ratios.max() else { return [] }
    let steps = low < high ? 24 : 0
    return (0...steps).compactMap { step in
      let cell = cell.with(Layer.samplesPerInput, low * pow(high / low, Double(step) / Double(max(steps, 1))))
      return (try? Layer.law(cell)).map { (cell, $0) }
    }
  }
}

extension Cell {
  /// N, the weights and, where they are not Gaussian, the inputs.
  var panelTitle: MarkedText {
    typealias Layer = PrunedLayerExperiment
    let decay = self[Layer.decay] == 0 ? "" : ", $q = \(self[Layer.decay])$"
    let inputs = self[Layer.inputs] == .gaussian ? "" : ", \(self[Layer.inputs].name)"
    return MarkedText("$N = \(self[Layer.dimension])$, $s/N = \(self[Layer.density])$\(decay)\(inputs)")
  }
}
