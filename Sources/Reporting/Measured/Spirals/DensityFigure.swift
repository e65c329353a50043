// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Statistics

/// The share of weights left against the relative discrepancy, of either scheme: a point a network, and means with intervals.
struct DensityFigure: Figure {
  let name = "density"
  private let points: [Point]

  private struct Point {
    let width: Int
    let penalty, scheme: String
    /// 0 for the mean over the networks of one ε.
    let network: Int
    let epsilon, discrepancy, kept: Double
    var interval: ClosedRange<Double>?
  }

  /// nil without solved networks.
  init?(_ results: MeasuredResults) {
    points = results.cells.flatMap(Self.points)
    guard !points.isEmpty else { return nil }
  }

  private static func points(_ trials: CellTrials) -> [Point] {
    let cell = trials.cell
    func point(_ network: Int, _ discrepancy: Double, _ kept: Double, _ interval: ClosedRange<Double>? = nil) -> Point {
      Point(
        width: cell.integer("width"), penalty: cell["penalty"] ?? "", scheme: cell["scheme"] ?? "", network: network,
        epsilon: cell.number("epsilon"), discrepancy: discrepancy, kept: kept, interval: interval)
    }
    let networks = trials.trials.compactMap { number, outcome -> Point? in
      guard let outcome, outcome.success == true, let rd = outcome["discrepancy"], let kept = outcome["kept"] else {
        return nil
      }
      return point(number, rd, kept)
    }
    guard let rd = networks.map(\.discrepancy).mean, let kept = networks.map(\.kept).mean else { return [] }
    return networks + [point(0, rd, kept, RunningSummary(networks.map(\.kept)).meanInterval(confidence: 0.95))]
  }

  let title: MarkedText = "Density against discrepancy"

  var caption: MarkedText {
    """
    Share of the weights that is left against the relative discrepancy of the outputs before soft-max. Small: one pruned network each, \
    \(points.count { $0.network > 0 }.grouped) in all; large: means over the networks of one $\\epsilon$, bars: 95 % intervals of the mean share by Student's t.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: points,
      columns: [
        .text("scheme", "Scheme of Net-Trim") { $0.scheme },
        .text("penalty", "What the network was trained with beside dropout") { $0.penalty },
        .integer("width", "h, the neurons of each hidden layer", unit: "neurons") { $0.width },
        .number("epsilon", "ε relative to the responses") { $0.epsilon },
        .integer("network", "Number of the network; 0 for the mean over all") { $0.network },
        .number("discrepancy", "Relative discrepancy of the outputs") { $0.discrepancy },
        .number("kept", "Share of the non-zero weights that is left") { $0.kept },
        .number("kept_low", "Of a mean: lower end of its 95 % interval") { $0.interval?.lowerBound },
        .number("kept_high", "Of a mean: upper end of its 95 % interval") { $0.interval?.upperBound },
      ])
  }

  private var panels: [(width: Int, penalty: String)] {
    points.grouped { "\($0.penalty) \($0.width)" }.map { ($0[0].width, $0[0].penalty) }
  }
  private var columns: Int { min(panels.count, 3) }
  private var rows: Int { (panels.count + columns - 1) / columns }

  var size: (width: Int, height: Int) { (columns == 1 ? 860 : 480 * columns, rows == 1 ? 520 : 440 * rows) }

  var commands: String {
    """
    set multiplot layout \(rows),\(columns)
    set logscale x
    set xtics (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
    set xrange \(points.map(\.discrepancy).logarithmicRange)
    set xlabel "relative discrepancy"
    set ylabel "share of weights left"
    set key top right Left reverse samplen 1.5 spacing 1.1
    \(panels.map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ width: Int, _ penalty: String) -> String {
    let curves = ["parallel", "cascade"].flatMap { scheme in
      let style = SchemeStyle.of(scheme)
      let chosen = "\(holds(1, scheme)) && \(holds(2, penalty)) && $3 == \(width)"
      return [
        "data using (\(chosen) && $5 > 0 ? $6 : NaN):7 with points pointtype \(style.point) pointsize 0.3 "
          + "linecolor '\(style.color)' notitle",
        "data using (\(chosen) && $5 == 0 ? $6 : NaN):7:8:9 with yerrorbars pointtype \(style.point) pointsize 1 "
          + "linewidth 1.5 linecolor '\(style.color)' title '\(scheme)'",
      ]
    }
    let most = points.filter { $0.width == width && $0.penalty == penalty }.map(\.kept).max() ?? 1
    return """
      set title \(MarkedText("$h = \(width)$\(penalty == "l1" ? ", penalty" : "")").gnuplot)
      set yrange [0:\(1.15 * most)]
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }
}
