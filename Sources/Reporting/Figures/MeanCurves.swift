// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Statistics

/// A mean over the trials of one place of a grid, or a point of the theory's line.
struct MeanPoint {
  var panel: MarkedText = ""
  let series: String
  let x, y: Double
  /// 0 for a point of a theory's line.
  let trials: Int
  var interval: ClosedRange<Double>?
  /// A theory's line is broken where this changes: at a pole.
  var piece = 0
}

extension PanelFigure {
  /// Means over an axis, a panel for each of a parameter's values and a series for each of another's, or of several quantities:
  /// measured points with intervals, and lines of a theory where there is one. Points without a theory are joined.
  ///
  /// - Parameters:
  ///   - label: what the key says of a series.
  ///   - areJoined: whether lines lead the eye through the measured points; where it is nil, only where there is no theory.
  ///   - references: further lines of every panel.
  /// - Returns: nil of a single place on the axis: no course to be seen.
  static func means(
    _ name: String, title: MarkedText, caption: MarkedText, x: Axis, y: Axis, points: [MeanPoint],
    bars: MarkedText = "95 % intervals by Student's t", theory: MarkedText = "law", columns: Int? = nil,
    label: (String) -> MarkedText = { MarkedText($0) }, areJoined: Bool? = nil, references: [Series] = []
  ) -> PanelFigure? {
    guard Set(points.filter { $0.trials > 0 }.map(\.x)).count > 1 else { return nil }
    let styles = SeriesStyle.all(points.map(\.series))
    let bars = points.contains { $0.interval != nil } ? bars : "without intervals"
    let panels = points.grouped(by: \.panel).map { panel in
      let series = panel.grouped { [$0.series, $0.trials > 0 ? "" : "\($0.piece)"] }.map { points in
        let hasTheory = panel.contains { $0.series == points[0].series && $0.trials == 0 }
        let piece = points[0].piece == 0 ? "" : " \(points[0].piece + 1)"
        let kind =
          points[0].trials == 0
          ? Kind("theory\(piece)", "theory: \(theory.source)", .line)
          : areJoined ?? !hasTheory ? .joined(bars) : .measured(bars)
        return Series(
          label(points[0].series), kind, styles[points[0].series] ?? .neutral, of: points.sorted { $0.x < $1.x },
          columns: [
            .integer("trials", "Trials of a measured point", unit: "trials") { $0.trials > 0 ? $0.trials : nil }
          ]
        ) { Point($0.x, $0.y, yInterval: $0.interval) }
      }
      let lines = series.filter { $0.kind.mark == .line }
      return Panel(panel[0].panel, x: x, y: y, references + lines + series.filter { $0.kind.mark != .line })
    }
    return PanelFigure(name, title: title, caption: caption, panels: panels, columns: columns)
  }
}

extension MeasuredResults {
  /// The means of a quantity over a parameter, of the whole trials.
  ///
  /// - Parameters:
  ///   - series, panels: what tells curves and panels apart.
  ///   - ofPowers: whether the quantity is a decimal logarithm, and what is drawn its power of ten: a geometric mean.
  func means(
    of quantity: Quantity, over parameter: some GridParameter, series: (Cell) -> String = { _ in "" },
    panels: (Cell) -> MarkedText = { _ in "" }, ofPowers: Bool = false,
    where isShown: (Cell) -> Bool = { _ in true }
  ) -> [MeanPoint] {
    func scaled(_ value: Double) -> Double { ofPowers ? pow(10, value) : value }
    return rows.filter { $0.item == 0 && isShown($0.cell) }.compactMap { row in
      let summary = row.summary(quantity)
      guard summary.count > 0, let x = row.cell[literal: parameter]?.number else { return nil }
      return MeanPoint(
        panel: panels(row.cell), series: series(row.cell), x: x, y: scaled(summary.mean), trials: summary.count,
        interval: summary.meanInterval(confidence: 0.95).map { scaled($0.lowerBound)...scaled($0.upperBound) })
    }
  }
}

extension [MeanPoint] {
  /// "Means of 20 trials a point; bars: 95 % intervals by Student's t."; a single trial has no interval.
  var countsText: String { meansText(filter { $0.trials > 0 }.map(\.trials)) }
}

/// The same of points of so many trials each, whatever the trials are called.
func meansText(_ counts: [Int], of what: (one: String, many: String) = ("trial", "trials")) -> String {
  let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
  guard most > 1 else { return "One \(what.one) a point: no intervals." }
  let each = least == most ? least.grouped : "\(least.grouped) to \(most.grouped)"
  return "Means of \(each) \(what.many) a point; bars: 95 % intervals by Student's t."
}
