// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

extension PanelFigure {
  /// How large the non-zero weights of one network are, layer by layer, before and after pruning: trial 1 of the widest network.
  ///
  /// - Returns: nil where its histograms are not stored.
  static func weightSizes(_ results: MeasuredResults) -> PanelFigure? {
    guard let (cell, first) = results.picturedNetwork else { return nil }
    let width = cell[SpiralExperiment.width]
    return PanelFigure(
      "weight_sizes", title: "Sizes of the weights before and after pruning",
      caption: """
        Non-zero weights of each layer by size, relative to the layer's largest before and after: network 1 of \
        $2 \\cdot \(width) \\cdot \(width) \\cdot 2$, trained with dropout, pruned by the cascade with \
        $\\epsilon = \(cell[SpiralExperiment.epsilon])$. Empty bins have no bar.
        """,
      panels: (1...3).map { layer in
        Panel(
          MarkedText("layer \(layer)"),
          x: Axis(name: "size", label: "weight, relative to the largest", from: -1, to: 1),
          y: Axis(name: "weights", label: "weights", unit: "weights", isLogarithmic: true, from: 0.7),
          [
            bars(
              first.byItem(SpiralPicture.sizesBefore[layer - 1]), Kind("before", "before pruning", .boxes), "#c4c4c4"),
            bars(
              first.byItem(SpiralPicture.sizesAfter[layer - 1]), Kind("after", "after pruning", .boxes),
              "#8f3f00"),
          ])
      })
  }

  private static func bars(_ counts: [Int: Double], _ kind: Kind, _ color: String) -> Series {
    let bins = Double(SpiralPicture.bins)
    return Series("", kind, SeriesStyle(color: color), of: counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }) {
      let high = 2 * Double($0.key) / bins - 1
      return Point(high - 1 / bins, $0.value, xInterval: (high - 2 / bins)...high)
    }
  }
}
