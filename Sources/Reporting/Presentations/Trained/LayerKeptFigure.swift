// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

extension PanelFigure {
  /// The share of each layer that the cascade keeps against the width of the network: measured, beside the published tables.
  static func layerKept(_ results: MeasuredResults) -> PanelFigure? {
    let layers = SpiralLayer.all(results).filter { $0.networks > 0 }
    let (least, most) = (layers.map(\.networks).min() ?? 0, layers.map(\.networks).max() ?? 0)
    return PanelFigure(
      "layer_kept", title: "What the cascade keeps of each layer",
      caption: """
        Share of the non-zero weights of layers 1 to 3 that the cascade keeps, against the neurons of a hidden layer. Filled: means over \
        \(least == most ? "\(least)" : "\(least) to \(most)") networks a point, 95 % intervals by Student's t, mostly smaller than the points; \
        open: one network each, published in Tables S.1 and S.2.
        """,
      panels: layers.grouped(by: \.penalty).map(layerPanel))
  }

  private static func layerPanel(_ layers: [SpiralLayer]) -> Panel {
    let series = layers.grouped(by: \.layer).enumerated().flatMap { rank, rows -> [Series] in
      let (label, style) = ("layer \(rows[0].layer)" as MarkedText, SeriesStyle.rank(rank, of: 4))
      let published = Kind("published", "published, one network", .points, shape: 6)
      return [
        Series(label, .joined("95 % intervals by Student's t"), style, of: rows) {
          Point(Double($0.width), $0.kept.mean, yInterval: $0.keptInterval)
        },
        Series(label, published, style, of: rows) { Point(Double($0.width), $0.publishedKept) },
      ]
    }
    return Panel(
      layers[0].penalty == .l1 ? "dropout and $l_{1}$ penalty" : "dropout",
      x: Axis(
        name: "width", label: "neurons of a hidden layer, $h$", meaning: "h, the neurons of each hidden layer",
        unit: "neurons"),
      y: Axis(name: "kept", label: "share of weights kept", isLogarithmic: true, to: 1), series)
  }
}
