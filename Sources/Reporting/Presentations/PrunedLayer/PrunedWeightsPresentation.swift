// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import RecoveryTheory
import Statistics

/// The histogram of a pruned neuron's weights over the density that their laws have together.
struct PrunedWeightsPresentation: MeasuredPresentation {
  private typealias Weights = PrunedWeightsExperiment
  private typealias Layer = PrunedLayerExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let panels = results.rows.grouped(by: \.cell).compactMap { panel($0, varied: results.varied.map(\.name)) }
    return [
      PanelFigure(
        "weights", title: "The weights of pruned neurons",
        caption: """
          Density of the pruned weights that are not 0, in units of the root mean square of the weights before; the share at 0 is in the \
          title, the law's in brackets. \(meansText(results.rows.filter { $0.item > 0 }.map(\.trials)))
          """, panels: panels, columns: 2)
    ].compactMap { $0 }
  }

  private func panel(_ rows: [MeasuredResults.Row], varied: [String]) -> PanelFigure.Panel? {
    let cell = rows[0].cell
    guard let law = try? Weights.law(cell) else { return nil }
    let laws = Weights.weights(cell).map { law.law(ofWeight: $0) }
    let unit = law.norm / Double(law.dimension).squareRoot()
    let bins = rows.filter { $0.item > 0 }.sorted { $0.item < $1.item }
    let zeros = 1 - bins.reduce(0) { $0 + ($1.mean(Weights.share) ?? 0) }
    let lawZeros = laws.reduce(0) { $0 + $1.massAtZero } / Double(laws.count)
    func share(_ row: MeasuredResults.Row) -> Double {
      let low = (Weights.bins.from + Double(row.item - 1) * Weights.bins.width) * unit
      let high = low + Weights.bins.width * unit
      return laws.reduce(0) { sum, law in
        sum + law.probability(atMost: high) - law.probability(atMost: low)
          - (low < 0 && high >= 0 ? law.massAtZero : 0)
      } / Double(laws.count)
    }
    func middle(_ row: MeasuredResults.Row) -> Double {
      Weights.bins.from + (Double(row.item) - 0.5) * Weights.bins.width
    }
    return .init(
      MarkedText(
        title(cell, varied) + "\((100 * zeros).fixed(1)) % are 0 (law \((100 * lawZeros).fixed(1)) %)"),
      x: Axis(name: "weight", label: "$\\hat u_j \\sqrt N / \\omega$"),
      y: Axis(name: "density", label: "density of the weights", from: 0, isShared: false),
      [
        .init("", .theory("law, over each bin"), .certificate, of: bins) { row in
          .init(middle(row), share(row) / Weights.bins.width)
        },
        .init("", .measured("95 % intervals by Student's t"), .recovery, of: bins) { row in
          let share = row.summary(Weights.share)
          return .init(
            middle(row), share.mean / Weights.bins.width,
            yInterval: share.meanInterval(confidence: 0.95).map {
              ($0.lowerBound / Weights.bins.width)...($0.upperBound / Weights.bins.width)
            })
        },
      ])
  }

  /// What tells the panel from the others.
  private func title(_ cell: Cell, _ varied: [String]) -> String {
    let symbols: [(any GridParameter, String)] = [
      (Layer.dimension, "N"), (Layer.density, "s/N"), (Layer.decay, "q"), (Layer.samplesPerInput, "P/N"),
      (Layer.epsilon, "R"),
    ]
    let shown = symbols.filter { varied.contains($0.0.name) }.map { parameter, symbol in
      "$\(symbol) = \(cell[literal: parameter]?.number?.brief ?? "")$"
    }
    return shown.isEmpty ? "" : shown.joined(separator: ", ") + ": "
  }
}
