// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import Foundation
import RecoveryTheory

/// What stays of pruned layers and how far they are from the old ones on fresh inputs, on their law.
struct PrunedLayerPresentation: MeasuredPresentation {
  private typealias Layer = PrunedLayerExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      figure(
        results, "kept_fraction", Layer.keptFraction, \.keptFraction, title: "How sparse pruned neurons are",
        text: "Share of a neuron's weights that stays.", y: .share("kept_fraction", "share of weights kept")),
      figure(
        results, "norm1_ratio", Layer.norm1Ratio, \.norm1Ratio, title: "How large pruned neurons are",
        text: "$\\|\\hat u\\|_1$ relative to $\\|w\\|_1$.", y: .share("norm1_ratio", "$\\|\\hat u\\|_1 / \\|w\\|_1$")),
      figure(
        results, "fresh_error", Layer.freshError, \.freshError, title: "Error of pruned neurons on inputs not seen",
        text: """
          Relative error of the output on a fresh input; with more samples it falls to the error $R$ that is allowed for on them.
          """, y: Axis(name: "fresh_error", label: "relative error on a fresh input", from: 0)),
    ].compactMap { $0 }
  }

  /// Over P/N, a curve for each R and a panel for each N, share of non-zero weights and law of the inputs.
  private func figure(
    _ results: MeasuredResults, _ name: String, _ quantity: Quantity,
    _ law: any KeyPath<PrunedLayerLaw, Double> & Sendable, title: MarkedText, text: String, y: Axis
  ) -> PanelFigure? {
    let points = results.means(
      of: quantity, over: Layer.samplesPerInput, series: { "\($0[Layer.epsilon])" }, panels: panel)
    let curves = results.cells.map(\.cell).grouped { $0.without(Layer.samplesPerInput) }
    let lines = curves.flatMap { line($0, law) }
    let densities = Set(results.cells.map { $0.cell[Layer.density] }).count
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(points.countsText)",
      x: Axis(name: "samples_per_input", label: "samples for every input, $P/N$", isLogarithmic: true), y: y,
      points: lines + points, theory: "theory: the law of the pruned layer, for Gaussian inputs",
      columns: (2...3).contains(densities) ? densities : nil, label: { MarkedText("$R = \($0)$") })
  }

  private func panel(_ cell: Cell) -> MarkedText {
    let inputs = cell[Layer.inputs] == .gaussian ? "" : ", \(cell[Layer.inputs].name)"
    return MarkedText("$N = \(cell[Layer.dimension])$, $s/N = \(cell[Layer.density])$\(inputs)")
  }

  /// The law between the first and the last P/N of a curve; a point where it has no value is left out.
  private func line(_ cells: [Cell], _ law: KeyPath<PrunedLayerLaw, Double>) -> [MeanPoint] {
    let ratios = cells.map { $0[Layer.samplesPerInput] }
    guard let cell = cells.first, let low = ratios.min(), let high = ratios.max() else { return [] }
    let steps = low < high ? 24 : 0
    return (0...steps).compactMap { step in
      let ratio = low * pow(high / low, Double(step) / Double(max(steps, 1)))
      guard let value = try? Layer.law(cell.with(Layer.samplesPerInput, ratio))[keyPath: law] else { return nil }
      return MeanPoint(panel: panel(cell), series: "\(cell[Layer.epsilon])", x: ratio, y: value, trials: 0)
    }
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let isOfSeveral = Set(results.cells.map { $0.cell[Layer.inputs] }).count > 1
    return DisplayTable(
      caption: "Pruned layers: means over the trials, each with the value of the law for Gaussian inputs in brackets.",
      headings: (isOfSeveral ? ["inputs"] : []) + [
        "$N$", "$s/N$", "$M$", "$P/N$", "$R$", "trials", "kept", "norm", "fresh error",
      ],
      rows: results.rows.map { row in
        (isOfSeveral ? [row.cell[Layer.inputs].name] : []) + [
          "\(row.cell[Layer.dimension])", "\(row.cell[Layer.density])", "\(row.cell[Layer.neurons])",
          "\(row.cell[Layer.samplesPerInput])", "\(row.cell[Layer.epsilon])", row.trials.grouped,
          pair(row, Layer.keptFraction, Layer.keptLaw), pair(row, Layer.norm1Ratio, Layer.norm1Law),
          pair(row, Layer.freshError, Layer.freshLaw),
        ]
      })
  }

  private func pair(_ row: MeasuredResults.Row, _ quantity: Quantity, _ law: Quantity) -> String {
    guard let measured = row.mean(quantity), let predicted = row.mean(law) else { return "–" }
    return "\(measured.fixed(3)) (\(predicted.fixed(3)))"
  }
}
