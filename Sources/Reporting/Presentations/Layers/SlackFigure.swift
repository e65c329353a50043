// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import NetTrim
import Statistics

extension PanelFigure {
  /// How much of its bound the error of a layer takes up, layer by layer: of the theorem's bound and of the one known after
  /// pruning.
  ///
  /// - Returns: nil without certified layers.
  static func slack(_ results: SchemeResults) -> PanelFigure? {
    PanelFigure(
      "slack", title: "Slack: how much of its bound a layer's error takes up",
      caption: """
        The error $e_{\\ell}$ of layer $\\ell$ over its bound, \(results.countsText): medians with bars from the 5 % to the 95 % \
        quantile of the layers, and the largest (open). The theorem's bound is the one for link-normalised networks; known after pruning \
        are spectral norms in the parallel scheme, proposition 1 with slack in the cascade. No confidence intervals: both bounds are \
        deterministic, nothing may lie above 1. In the first layer both are the same, and minimisers attain them.
        """,
      panels: results.schemes.map { scheme in
        slackPanel(scheme, results.layers.filter { $0.isCertified && $0.ensemble.scheme.kind == scheme })
      })
  }

  private static func slackPanel(_ scheme: PruningScheme.Kind, _ layers: [MeasuredLayer]) -> Panel {
    let depth = layers.map(\.layer).max() ?? 1
    let groups = layers.grouped(by: \.layer).sorted { $0[0].layer < $1[0].layer }
    let series = [
      slackSeries("the theorem's bound", .theoremBound, groups, \.linkNormalised, shift: -0.1),
      slackSeries("bound known after pruning", .certificate, groups, \.sharp, shift: 0.1),
    ]
    return Panel(
      MarkedText("\(scheme.rawValue) scheme"),
      x: Axis(
        name: "layer", label: "layer", meaning: "ℓ, the number of the layer", from: 0.5, to: Double(depth) + 0.5,
        ticks: .named((1...depth).map { .init(place: Double($0), label: "\($0)") })),
      y: Axis(name: "ratio", label: "error / bound", meaning: "e_ℓ over its bound", isLogarithmic: true),
      [.reference("error = bound", from: (0.5, 1), to: (Double(depth) + 0.5, 1))] + series.joined())
  }

  private static func slackSeries(
    _ label: MarkedText, _ style: SeriesStyle, _ groups: [[MeasuredLayer]], _ bound: KeyPath<ErrorBounds, Double>,
    shift: Double
  ) -> [Series] {
    let columns: [ResultColumn<[MeasuredLayer]>] = [.integer("layers", "Certified layers") { $0.count }]
    func ratios(_ layers: [MeasuredLayer]) -> [Double] { layers.map { $0.ratio(bound) } }
    return [
      Series(
        label, .init("median", "measured, median, 5 to 95 % quantile", .points), style, of: groups, columns: columns,
        shift: shift
      ) { layers in
        let shares = quantiles(of: ratios(layers), at: [0.05, 0.5, 0.95])
        return Point(Double(layers[0].layer), shares[1], yInterval: shares[0]...shares[2])
      },
      Series(
        label, .init("largest", "measured, largest", .points, shape: 6), style, of: groups, columns: columns,
        shift: shift
      ) {
        Point(Double($0[0].layer), ratios($0).max())
      },
    ]
  }
}
