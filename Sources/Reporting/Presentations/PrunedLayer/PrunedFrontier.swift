// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import Networks
import RecoveryTheory
import Statistics

/// Sparsity against the error on fresh inputs as R varies: a curve for each P/N, and what it comes to with infinitely many samples.
struct PrunedFrontier {
  private typealias Layer = PrunedLayerExperiment

  let results: MeasuredResults

  init(_ results: MeasuredResults) { self.results = results }

  private static let tolerances = (0...24).map { 0.02 * pow(45, Double($0) / 24) }
  private static let unlimited = "unlimited"

  /// nil where R does not vary.
  var figure: PanelFigure? {
    guard results.varied.contains(where: { $0.name == Layer.epsilon.name }) else { return nil }
    let curves = results.cells.map(\.cell).grouped { $0.without(Layer.epsilon) }.map { $0[0] }
    // The law is that of Gaussian inputs, whatever the inputs are.
    let lines = (isOfInputs ? curves.filter { $0[Layer.inputs] == curves[0][Layer.inputs] } : curves).flatMap(line)
    let limits = curves.grouped { isOfInputs ? $0.without(Layer.inputs) : $0.without(Layer.samplesPerInput) }.map {
      $0[0]
    }.flatMap(limit)
    let styles = SeriesStyle.all(curves.map(series))
    let panels = curves.grouped { title($0) }.map { cells in
      let title = self.title(cells[0])
      func drawn(_ points: [MeanPoint], _ kind: PanelFigure.Kind) -> [PanelFigure.Series] {
        points.filter { $0.panel == title }.grouped(by: \.series).map { points in
          PanelFigure.Series(
            label(points[0].series), kind, styles[points[0].series] ?? .reference, of: points.sorted { $0.x < $1.x }
          ) { PanelFigure.Point($0.x, $0.y, yInterval: $0.interval) }
        }
      }
      return PanelFigure.Panel(
        title, x: Axis(name: "fresh_error", label: "relative error on a fresh input", from: 0, to: 1),
        y: .share("kept_fraction", "share of weights kept"),
        drawn(limits, .reference("theory: infinitely many samples")) + drawn(lines, .theory("law"))
          + drawn(measured, .measured("95 % intervals by Student's t")))
    }
    return PanelFigure(
      "frontier", title: "Sparsity against error",
      caption: """
        Share of the weights kept against the error on a fresh input as $R$ varies, for so many samples an input and for infinitely \
        many. \(measured.countsText)
        """, panels: panels)
  }

  private func series(_ cell: Cell) -> String {
    isOfInputs ? cell[Layer.inputs].inWords : cell[Layer.samplesPerInput].brief
  }

  /// Whether curves are of laws of inputs, which have one law of pruning, and not of numbers of samples.
  private var isOfInputs: Bool {
    results.values(of: Layer.samplesPerInput).count == 1 && results.values(of: Layer.inputs).count > 1
  }

  private func title(_ cell: Cell) -> MarkedText {
    (isOfInputs ? cell.with(Layer.inputs, .gaussian) : cell).panelTitle
  }

  private func label(_ series: String) -> MarkedText {
    series == Self.unlimited ? "" : MarkedText(isOfInputs ? series : "$P/N = \(series)$")
  }

  private var measured: [MeanPoint] {
    results.rows.compactMap { row in
      let kept = row.summary(Layer.keptFraction)
      guard let error = row.mean(Layer.freshError) else { return nil }
      return MeanPoint(
        panel: title(row.cell), series: series(row.cell), x: error, y: kept.mean, trials: kept.count,
        interval: kept.meanInterval(confidence: 0.95))
    }
  }

  private func line(_ cell: Cell) -> [MeanPoint] {
    Self.tolerances.compactMap { relative in
      (try? Layer.law(cell.with(Layer.epsilon, relative))).map { law in
        MeanPoint(panel: title(cell), series: series(cell), x: law.freshError, y: law.keptFraction, trials: 0)
      }
    }
  }

  private func limit(_ cell: Cell) -> [MeanPoint] {
    let weights = Layer.weights(cell)
    let count = Double(weights.count * (weights.first?.count ?? 0))
    return Self.tolerances.compactMap { relative in
      let limit = try? PopulationLimit(
        weights: weights, relativeEpsilon: relative, isLinear: cell[Layer.output] == .linear)
      return limit.map {
        MeanPoint(panel: title(cell), series: Self.unlimited, x: relative, y: $0.kept / count, trials: 0)
      }
    }
  }
}
