// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

extension PanelFigure {
  /// What the cascade keeps, less what the parallel scheme keeps of the same networks at equal discrepancy: by layer, a panel a
  /// depth.
  ///
  /// - Returns: nil where the study has not both schemes on enough networks for an interval.
  static func schemeDifference(_ results: SchemeResults) -> PanelFigure? {
    let comparisons = SchemeComparison.pooled(results.comparisons).filter { $0.interval != nil }
    let counts = comparisons.map(\.differences.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let gammas = Set(comparisons.compactMap(\.ensemble.scheme.gamma)).sorted().evenly(6)
    let depths = Set(comparisons.map(\.ensemble.depth)).sorted().evenly(6)
    return PanelFigure(
      "scheme_difference", title: "The cascade beside the parallel scheme, at equal discrepancy",
      caption: """
        Share of weights that the cascade keeps, less the share that the parallel scheme keeps of the same network at the same \
        relative discrepancy of the output, by interpolation over $\\epsilon$, where every program was solved to a certified optimum: mean over \
        \(least == most ? least.grouped : "\(least.grouped) to \(most.grouped)") networks a point of all \
        kinds, widths and $P$, in the whole network and in each layer. Bars: 95 % intervals by Student's t over the networks. \
        Below 0 the cascade is sparser.
        """,
      panels: depths.map { depth in
        differencePanel(comparisons.filter { $0.ensemble.depth == depth }, depth: depth, gammas: gammas)
      })
  }

  private static func differencePanel(_ comparisons: [SchemeComparison], depth: Int, gammas: [Double]) -> Panel {
    let series = gammas.enumerated().map { rank, gamma in
      Series(
        MarkedText("$\\gamma = \(gamma.brief)$"), .measured("95 % intervals by Student's t"),
        .rank(rank, of: gammas.count), of: comparisons.filter { $0.ensemble.scheme.gamma == gamma },
        columns: [
          SchemeColumns.gamma { $0.ensemble },
          .integer("compared", "Networks that both schemes prune to discrepancies in common") { $0.differences.count },
        ],
        // Side by side, so that no interval hides another.
        shift: 0.12 * (Double(rank) - Double(gammas.count - 1) / 2)
      ) { Point(Double($0.layer), $0.difference, yInterval: $0.interval) }
    }
    let names = [Axis.Name(place: 0, label: "all")] + (1...depth).map { .init(place: Double($0), label: "\($0)") }
    return Panel(
      "\(depth) layers",
      x: Axis(
        name: "layer", label: "layer", meaning: "ℓ, the number of the layer; 0 for the whole network", from: -0.5,
        to: Double(depth) + 0.5, ticks: .named(names)),
      y: Axis(
        name: "difference", label: "share kept: cascade − parallel",
        meaning: "Mean share kept by the cascade less that kept by the parallel scheme"),
      [.reference("equally sparse; below, the cascade is sparser", from: (-0.5, 0), to: (Double(depth) + 0.5, 0))]
        + series)
  }
}
