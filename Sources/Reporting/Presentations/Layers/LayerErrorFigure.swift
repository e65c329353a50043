// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import NetTrim

extension PanelFigure {
  /// The error of single layers against the theorem's bound, both relative to the layer's responses; a panel a scheme.
  ///
  /// - Returns: nil without certified layers.
  static func layerError(_ results: SchemeResults) -> PanelFigure? {
    let shown = results.schemes.map { scheme in
      results.layers.filter {
        $0.isCertified && $0.relativeError > 0 && $0.ensemble.scheme.kind == scheme
      }.evenly(1_200)
    }
    let depth = shown.joined().map(\.layer).max() ?? 0
    return PanelFigure(
      "layer_error", title: "Errors of pruned layers beside the theorem's bound",
      caption: """
        The error $e_{\\ell}$ of layer $\\ell$ against the bound for link-normalised networks, both relative to the norm of \
        the layer's responses; \(results.countsText), \(shown.joined().count.grouped) of them drawn, evenly chosen. No intervals: the \
        bound is deterministic, and no point may lie above the line of equality.
        """,
      panels: zip(results.schemes, shown).map { scheme, layers in layerPanel(scheme, layers, depth: depth) })
  }

  private static func layerPanel(_ scheme: PruningScheme.Kind, _ layers: [MeasuredLayer], depth: Int) -> Panel {
    let series = (1...max(1, depth)).map { layer in
      Series(
        MarkedText("layer \(layer)"), .init("layer", "measured, one layer", .dots), .rank(layer - 1, of: depth),
        of: layers.filter { $0.layer == layer },
        columns: SchemeColumns.ensemble { $0.ensemble } + [
          .integer("layer", "ℓ, the number of the layer") { $0.layer }
        ]
      ) { Point($0.bounds.linkNormalised / $0.responseNorm, $0.relativeError) }
    }
    let ends = series.flatMap(\.points).flatMap { [$0.x, $0.y] }
    return Panel(
      MarkedText("\(scheme.rawValue) scheme"),
      x: Axis(name: "relative_bound", label: "theorem's bound (relative)", isLogarithmic: true),
      y: Axis(name: "relative_error", label: "error (relative)", isLogarithmic: true),
      series + [.theory("error = bound", ends.min() ?? 0, ends.max() ?? 1)])
  }
}

extension PanelFigure.Series {
  /// The line of equality, which does not stretch the axes.
  fileprivate static func theory(_ legend: MarkedText, _ low: Double, _ high: Double) -> Self {
    Self("", .theory(legend), .reference, of: [low, high]) { PanelFigure.Point($0, $0) }
  }
}
