// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Statistics

/// The mean of a measured quantity over one parameter, with intervals: a curve for each value of a second parameter, a
/// panel for each of a third.
struct GridCurveFigure: Figure {
  let name: String
  let title: MarkedText
  /// What the curves show; the counts and what the bars are is added.
  let explanation: MarkedText
  let x, y: Axis
  /// The parameter that tells the curves apart, and the one that tells the panels apart.
  let series, panels: String?
  /// A quantity whose mean is drawn as a line without points, the theory of `y`.
  let prediction: String?
  /// Where the key stands in the first panel, in gnuplot's words; nil for one in the upper right corner of each.
  let keyPlace: String?
  private let points: [Point]

  /// A parameter (x) or a quantity (y), and how its axis looks.
  struct Axis {
    let name: String
    let label: MarkedText
    var isLogarithmic = false
    /// gnuplot's range, as `[0:1]`.
    var range = "[*:*]"
  }

  private struct Point {
    let panel, series: String
    let x, y: Double
    let trials: Int
    let interval: ClosedRange<Double>?
    let predicted: Double?
  }

  /// nil without measurements.
  ///
  /// - Parameter item: whose measurements are drawn, 0 is the whole trial.
  init?(
    _ results: MeasuredResults, name: String, title: MarkedText, explanation: MarkedText, x: Axis, y: Axis,
    series: String? = nil, panels: String? = nil, prediction: String? = nil, item: Int = 0,
    keyPlace: String? = nil, where isShown: (Cell) -> Bool = { _ in true }
  ) {
    (self.name, self.title, self.explanation, self.x, self.y) = (name, title, explanation, x, y)
    (self.series, self.panels, self.prediction, self.keyPlace) = (series, panels, prediction, keyPlace)
    points = results.rows.filter { $0.item == item && isShown($0.cell) }.compactMap { row in
      let summary = row.summary(y.name)
      guard summary.count > 0, let place = row.cell[x.name].flatMap({ Double($0) }) else { return nil }
      return Point(
        panel: panels.flatMap { row.cell[$0] } ?? "", series: series.flatMap { row.cell[$0] } ?? "", x: place,
        y: summary.mean, trials: summary.count, interval: summary.meanInterval(confidence: 0.95),
        predicted: prediction.map { row.summary($0).mean })
    }
    guard !points.isEmpty else { return nil }
  }

  var caption: MarkedText {
    let counts = points.map(\.trials)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let each = least == most ? least.grouped : "\(least.grouped) to \(most.grouped)"
    let theory = prediction == nil ? "" : " Lines: the prediction."
    return MarkedText(
      "\(explanation.source) Means of \(each) trials a point; bars: 95 % intervals by Student's t.\(theory)")
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: points,
      columns: [
        .text("panel", panels.map { "Value of \($0)" } ?? "Empty: there is one panel") { $0.panel },
        .text("series", series.map { "Value of \($0)" } ?? "Empty: there is one curve") { $0.series },
        .number(x.name, x.label.plain) { $0.x },
        .integer("trials", "Trials with a finite \(y.name)", unit: "trials") { $0.trials },
        .number("\(y.name)_mean", "Mean: \(y.label.plain)") { $0.y },
        .number("interval_low", "Lower end of its 95 % interval") { $0.interval?.lowerBound },
        .number("interval_high", "Upper end of its 95 % interval") { $0.interval?.upperBound },
        .number("predicted", "What the theory says; empty where it says nothing") { $0.predicted },
      ])
  }

  private var panelNames: [String] { points.map(\.panel).grouped { $0 }.map { $0[0] } }
  private var seriesNames: [String] { points.map(\.series).grouped { $0 }.map { $0[0] } }

  /// As many columns as rows, or one more.
  private var layout: (rows: Int, columns: Int) {
    let columns = panelNames.count <= 3 ? panelNames.count : (panelNames.count + 1) / 2
    return ((panelNames.count + columns - 1) / columns, columns)
  }

  var size: (width: Int, height: Int) {
    layout.columns == 1 ? (860, 560) : (layout.columns * 480, layout.rows * 440)
  }

  var commands: String {
    """
    set multiplot layout \(layout.rows),\(layout.columns)
    \(x.isLogarithmic ? "set logscale x" : "")
    \(y.isLogarithmic ? "set logscale y" : "")
    set xrange \(x.range)
    set yrange \(y.range)
    set xlabel \(x.label.gnuplot)
    set ylabel \(y.label.gnuplot)
    set offsets graph 0.03, graph 0.03, graph 0.05, graph 0.05
    set key \(keyPlace ?? "top right") Left reverse samplen 1.5 spacing 1.1 opaque \(series.map { "title \(MarkedText($0).gnuplot)" } ?? "")
    \(panelNames.map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ panel: String) -> String {
    let curves = seriesNames.enumerated().flatMap { rank, series in
      let style = CurveStyle(rank: rank, of: seriesNames.count)
      let chosen = "(\(holds(1, panel)) && \(holds(2, series)) ? $3 : NaN)"
      let heading = series.isEmpty ? "notitle" : "title \(MarkedText(series).gnuplot)"
      let link = prediction == nil ? "with linespoints dashtype \(style.dash)" : "with points"
      let measured = [
        "data using \(chosen):5:6:7 with yerrorbars pointtype 0 linewidth 1 linecolor '\(style.color)' notitle",
        "data using \(chosen):5 \(link) pointtype \(style.point) pointsize 0.8 linewidth 1.5 "
          + "linecolor '\(style.color)' \(heading)",
      ]
      guard prediction != nil else { return measured }
      return measured + ["data using \(chosen):8 with lines linewidth 1.5 linecolor '\(style.color)' notitle"]
    }
    return """
      \(keyPlace != nil && panel != panelNames.first ? "unset key" : "")
      \(panel.isEmpty ? "" : "set title \(MarkedText("\(panels ?? "") \(panel)").gnuplot)")
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }
}
