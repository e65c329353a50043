// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

/// The share of weights that is left against the relative discrepancy of the output: one point a cell, one panel a kind of
/// networks.
struct KeptFractionFigure: Figure {
  let name = "kept_fraction"
  private let results: SchemeResults
  private let points: [Point]

  fileprivate struct Point {
    let ensemble: SchemeEnsemble
    let networks: Int
    let discrepancy: Double
    let kept: ClosedRange<Double>
    let keptMedian: Double
  }

  /// nil without networks whose programs were all solved.
  init?(_ results: SchemeResults) {
    points = results.cells.compactMap { Point($0) }
    guard !points.isEmpty else { return nil }
    self.results = results
  }

  let title: MarkedText = "Sparsity against discrepancy"

  var caption: MarkedText {
    """
    Share of the non-zero weights that is left against the relative discrepancy of the output, of \
    \(points.reduce(0) { $0 + $1.networks }.grouped) pruned networks in which every program was solved to a certified \
    optimum: medians over the networks of a cell, one point for each depth, width, $P$, $\\epsilon$ and $\\gamma$. Bars: from the \
    first to the third quartile of the networks, no confidence intervals.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: points,
      columns: SchemeColumns.ensemble { $0.ensemble } + [
        .integer("pruned", "Networks in which every program was solved to a certified optimum") { $0.networks },
        .number("discrepancy_median", "Median of ‖Ŷ − Y‖_F/‖Y‖_F at the output") { $0.discrepancy },
        .number("kept_median", "Median share of the non-zero weights and biases that is left") { $0.keptMedian },
        .number("kept_quartile1", "Its first quartile") { $0.kept.lowerBound },
        .number("kept_quartile3", "Its third quartile") { $0.kept.upperBound },
      ])
  }

  private var kinds: [String] { points.map(\.ensemble.networks.rawValue).grouped { $0 }.map { $0[0] } }

  var size: (width: Int, height: Int) { (kinds.count == 1 ? 860 : kinds.count * 520, 560) }

  var commands: String {
    """
    set multiplot layout 1,\(kinds.count)
    set logscale x
    set format x (tex ? "$10^{%T}$" : "10^{%T}")
    set xrange \(points.map(\.discrepancy).logarithmicRange)
    set yrange [0:\(1.1 * max(1, points.map(\.kept.upperBound).max() ?? 1))]
    set xlabel "relative discrepancy of the output"
    set ylabel "share of weights left"
    set key bottom left Left reverse samplen 1.5 spacing 1.1
    \(kinds.map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ kind: String) -> String {
    let series = results.schemes.map { scheme in
      let style = SchemeStyle.of(scheme)
      return "data using (\(holds(1, scheme)) && \(holds(2, kind)) ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 "
        + "pointtype \(style.point) pointsize 0.8 linecolor '\(style.color)' title '\(scheme)'"
    }
    return """
      set title "\(kind) networks"
      plot \(series.joined(separator: ", \\\n  "))
      """
  }
}

extension KeptFractionFigure.Point {
  fileprivate init?(_ cell: SchemeResults.Cell) {
    let solved = cell.networks.filter { $0.isSolved && $0.relativeDiscrepancy > 0 }
    let kept = solved.map { $0.kept(0) }
    guard let median = kept.median, let discrepancy = solved.map(\.relativeDiscrepancy).median else { return nil }
    self.init(
      ensemble: cell.ensemble, networks: kept.count, discrepancy: discrepancy,
      kept: kept.quantile(0.25)...kept.quantile(0.75),
      keptMedian: median)
  }
}
