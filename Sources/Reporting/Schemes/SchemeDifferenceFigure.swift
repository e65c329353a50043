// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

/// What the cascade keeps, less what the parallel scheme keeps of the same networks at equal discrepancy: by layer, a panel a depth.
struct SchemeDifferenceFigure: Figure {
  let name = "scheme_difference"
  private let comparisons: [SchemeComparison]

  /// More would not fit, or not be told apart.
  private static let mostPanels = 4
  private static let mostSeries = 6

  /// nil where the study has not both schemes on enough networks for an interval.
  init?(_ results: SchemeResults) {
    comparisons = SchemeComparison.pooled(results.comparisons).filter { $0.interval != nil }
    guard !comparisons.isEmpty else { return nil }
  }

  let title: MarkedText = "The cascade beside the parallel scheme, at equal discrepancy"

  var caption: MarkedText {
    """
    Share of weights that the cascade keeps, less the share that the parallel scheme keeps of the same network at the same \
    relative discrepancy of the output, by interpolation over $\\epsilon$, where every program was solved to a certified optimum: mean over \(networks) networks a point of all \
    kinds, widths and $P$, in the whole network (0) and in each layer. Bars: 95 % intervals by Student's t over the networks. \
    Below 0 the cascade is sparser.
    """
  }

  private var networks: String {
    let counts = comparisons.map(\.differences.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    return least == most ? least.grouped : "\(least.grouped) to \(most.grouped)"
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: comparisons,
      columns: [
        .integer("depth", "L, the number of layers", unit: "layers") { $0.ensemble.depth },
        SchemeColumns.gamma { $0.ensemble },
        .integer("layer", "ℓ, the number of the layer; 0 for the whole network") { $0.layer },
        .integer("compared", "Networks that both schemes prune to discrepancies in common") { $0.differences.count },
        .number("difference", "Mean share kept by the cascade less that kept by the parallel scheme") { $0.difference },
        .number("difference_low", "Lower end of its 95 % interval") { $0.interval?.lowerBound },
        .number("difference_high", "Upper end of its 95 % interval") { $0.interval?.upperBound },
      ])
  }

  private var depths: [Int] { Set(comparisons.map(\.ensemble.depth)).sorted().evenly(Self.mostPanels) }
  private var gammas: [Double] { Set(comparisons.compactMap(\.ensemble.scheme.gamma)).sorted().evenly(Self.mostSeries) }

  var size: (width: Int, height: Int) { (depths.count == 1 ? 860 : depths.count * 480, 560) }

  var commands: String {
    let intervals = comparisons.compactMap(\.interval)
    let low = intervals.map(\.lowerBound).min().map { min($0, 0) } ?? -1
    let high = intervals.map(\.upperBound).max().map { max($0, 0) } ?? 1
    return """
      set multiplot layout 1,\(depths.count)
      set xlabel \(MarkedText("layer $\\ell$ (0: all)").gnuplot)
      set ylabel "difference of the shares left"
      set xtics 1
      set yrange [\(low - 0.08 * (high - low)):\(high + 0.3 * (high - low))]
      set key top left Left reverse samplen 1.5 spacing 1.1
      set arrow 1 from graph 0, first 0 to graph 1, first 0 nohead linecolor "#404040" dashtype 2 back
      \(depths.map(panel).joined(separator: "\n"))
      unset multiplot
      """
  }

  private func panel(_ depth: Int) -> String {
    let series = gammas.enumerated().map { rank, gamma in
      let style = CurveStyle(rank: rank, of: gammas.count)
      // Side by side, so that no interval hides another.
      let shift = 0.12 * (Double(rank) - Double(gammas.count - 1) / 2)
      return "data using ($1 == \(depth) && $2 == \(gamma) ? $3 + \(shift) : NaN):5:6:7 with yerrorbars linewidth 1.2 "
        + "pointtype \(style.point) pointsize 1 linecolor '\(style.color)' "
        + "title \(MarkedText("$\\gamma = \(gamma)$").gnuplot)"
    }
    return """
      set title "\(depth) layers"
      set xrange [-0.5:\(Double(depth) + 0.5)]
      plot \(series.joined(separator: ", \\\n  "))
      """
  }
}
