// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// What pruning leaves over P/N, a curve for each R; or over R, a curve for each law of the inputs, where a study has one P/N alone.
/// A panel for each N, kind of weights and what else there is.
struct LawCourse {
  private typealias Layer = PrunedLayerExperiment

  private let results: MeasuredResults
  /// Whether it is over P/N.
  private let isOverSamples: Bool
  private let along: Parameter<Double>
  /// The laws at the places between the first and the last of each curve; a place where there is none is left out.
  private let laws: [(cell: Cell, law: PrunedLayerLaw)]

  init(_ results: MeasuredResults) {
    let isOverSamples = results.values(of: Layer.samplesPerInput).count > 1
    let along = isOverSamples ? Layer.samplesPerInput : Layer.epsilon
    (self.results, self.isOverSamples, self.along) = (results, isOverSamples, along)
    // The law is that of Gaussian inputs, whatever the inputs are.
    let curves = results.cells.map(\.cell).grouped { cell in
      isOverSamples ? cell.without(along) : cell.without(along).without(Layer.inputs)
    }
    laws = curves.flatMap { Self.laws($0, along) }
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
        panel: panel(row.cell), series: series(row.cell), x: row.cell[along], y: scaled(summary.mean, row.cell),
        trials: summary.count,
        interval: summary.meanInterval(confidence: 0.95).map {
          scaled($0.lowerBound, row.cell)...scaled($0.upperBound, row.cell)
        })
    }
    let lines = laws.map { cell, law in
      MeanPoint(panel: panel(cell), series: series(cell), x: cell[along], y: value(law, cell), trials: 0)
    }
    // On a logarithmic axis what is not positive has no place.
    let points = (lines + measured).filter { !y.isLogarithmic || $0.y > 0 }
    let kinds = Set(results.cells.map { "\($0.cell[Layer.density]) \($0.cell[Layer.decay])" }).count
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(measured.countsText)",
      x: isOverSamples
        ? Axis(name: "samples_per_input", label: "samples for every input, $P/N$", isLogarithmic: true)
        : Axis(name: "epsilon", label: "relative error $R$ allowed for", isLogarithmic: true),
      y: y, points: points, theory: "law for Gaussian inputs", columns: (2...3).contains(kinds) ? kinds : nil,
      label: { isOverSamples ? MarkedText("$R = \($0)$") : MarkedText($0) }, areJoined: false)
  }

  private func series(_ cell: Cell) -> String {
    isOverSamples ? "\(cell[Layer.epsilon])" : "\(cell[Layer.inputs].inWords) inputs"
  }

  private func panel(_ cell: Cell) -> MarkedText {
    isOverSamples ? cell.panelTitle : cell.with(Layer.inputs, .gaussian).panelTitle
  }

  private static func laws(_ cells: [Cell], _ along: Parameter<Double>) -> [(Cell, PrunedLayerLaw)] {
    let places = cells.map { $0[along] }
    guard let cell = cells.first(where: { $0[Layer.inputs] == .gaussian }) ?? cells.first, let low = places.min(),
      let high = places.max()
    else { return [] }
    let steps = low < high ? 24 : 0
    return (0...steps).compactMap { step in
      let cell = cell.with(along, low * pow(high / low, Double(step) / Double(max(steps, 1))))
      return (try? Layer.law(cell)).map { (cell, $0) }
    }
  }
}

extension Cell {
  /// N, the weights and, where they are not Gaussian, the inputs.
  var panelTitle: MarkedText {
    typealias Layer = PrunedLayerExperiment
    let decay = self[Layer.decay] == 0 ? "" : ", $q = \(self[Layer.decay])$"
    let inputs = self[Layer.inputs] == .gaussian ? "" : ", \(self[Layer.inputs].inWords) inputs"
    return MarkedText(
      "$N = \(self[Layer.dimension])$, $s/N = \(self[Layer.density].brief)$\(decay)\(inputs)")
  }
}
