// SPDX-License-Identifier: GPL-3.0-or-later

/// A figure: panels of series of points, with axes that have names.
///
/// Everything there is to see comes from here: ``table`` has a row for every point that is drawn, `script` draws that table
/// and nothing else. Both know the table's columns by their names.
package struct PanelFigure: Sendable {
  /// File name without extension.
  package let name: String
  package let title: MarkedText
  /// What is drawn, from how many trials, and what the bars are.
  package let caption: MarkedText
  package let panels: [Panel]
  /// Of the colours of cells.
  let color: ColorScale?
  package let format: FigureFormat
  let layout: FigureLayout
  let wantedColumns: Int?
  let aspect: Double

  /// - Parameters:
  ///   - columns: panels side by side, if the format has room for them; at most three, and two of four, where it is nil.
  ///   - aspect: height over width of a panel.
  /// - Returns: nil where nothing is drawn but lines: a theory without a measurement is no result.
  init?(
    _ name: String, title: MarkedText, caption: MarkedText, panels: [Panel], color: ColorScale? = nil,
    columns: Int? = nil, aspect: Double = 0.75, format: FigureFormat = FigureFormat()
  ) {
    let drawn = panels.filter { $0.series.contains { $0.kind.mark != .line && !$0.points.isEmpty } }
    guard !drawn.isEmpty else { return nil }
    (self.name, self.title, self.caption, self.panels, self.color) = (name, title, caption, drawn, color)
    (wantedColumns, self.aspect, self.format) = (columns, aspect, format)
    layout = FigureLayout(drawn, columns: columns, aspect: aspect, hasColorBar: color != nil, format)
  }
}

extension PanelFigure {
  package struct Panel: Sendable {
    package let title: MarkedText
    package let x, y: Axis
    package let series: [Series]

    init(_ title: MarkedText = "", x: Axis, y: Axis, _ series: [Series]) {
      (self.title, self.x, self.y) = (title, x, y)
      self.series = series.filter { !$0.points.isEmpty }.sideBySide(along: x)
    }
  }

  /// Points that are drawn alike.
  ///
  /// No two series of a panel have the same label and kind.
  package struct Series: Sendable {
    /// What it is of, which has one style in the whole figure; empty where its kind says it all.
    package let label: MarkedText
    package let kind: Kind
    private let ownStyle: SeriesStyle
    /// How far to the right of their places the points are drawn, so that none hides another; a factor on a logarithmic axis.
    package var shift: Double?
    package var points: [Point]

    var style: SeriesStyle {
      var style = ownStyle
      style.point = kind.shape ?? style.point
      style.dash = kind.dash ?? style.dash
      return style
    }

    fileprivate init(_ label: MarkedText, _ kind: Kind, _ style: SeriesStyle, _ shift: Double?, _ points: [Point]) {
      (self.label, self.kind, ownStyle, self.shift, self.points) = (label, kind, style, shift, points)
    }
  }

  /// Where a series comes from, which decides how it is drawn.
  package struct Kind: Sendable, Hashable {
    /// In the table.
    package let name: String
    let legend: MarkedText
    package let mark: Mark
    /// gnuplot's number of the shape of all its points; that of the series where it is nil.
    var shape: Int?
    /// gnuplot's number of the dashes of all its lines, likewise.
    var dash: Int?

    init(_ name: String, _ legend: MarkedText, _ mark: Mark, shape: Int? = nil, dash: Int? = nil) {
      (self.name, self.legend, self.mark, self.shape, self.dash) = (name, legend, mark, shape, dash)
    }

    /// A line that is computed and not fitted.
    static func theory(_ legend: MarkedText) -> Kind { Kind("theory", "theory: \(legend.source)", .line) }
    /// Points with what their bars are, "95 % Wilson intervals".
    static func measured(_ bars: MarkedText) -> Kind { Kind("measured", "measured, \(bars.source)", .points) }
    /// The same joined by thin lines, where no theory leads the eye.
    static func joined(_ bars: MarkedText) -> Kind { Kind("measured", "measured, \(bars.source)", .joinedPoints) }
    /// A line to compare with, as error = bound.
    static func reference(_ legend: MarkedText) -> Kind { Kind("reference", legend, .line) }
  }

  package enum Mark: Sendable {
    /// Line through the points.
    case line
    /// Black on a white rim, to be seen on any colour.
    case contour
    /// With the intervals of y that there are.
    case points, joinedPoints
    /// With the intervals of x that there are.
    case forest
    /// The area inside of the points, pale.
    case band
    /// Without intervals, small, because there are many.
    case dots
    /// Filled bars over the intervals of x.
    case boxes
    /// Rectangles of both intervals in the colour of the value.
    case cells
  }

  package struct Point: Sendable {
    package let x, y: Double
    package var xInterval, yInterval: ClosedRange<Double>?
    /// What the colour says.
    package var value: Double?
    /// Fields of the table that are not drawn.
    var details: [(column: ColumnDescription, value: (any CSVValue)?)] = []

    /// nil where it has no place.
    init?(
      _ x: Double?, _ y: Double?, xInterval: ClosedRange<Double>? = nil, yInterval: ClosedRange<Double>? = nil,
      value: Double? = nil
    ) {
      guard let x, let y, x.isFinite, y.isFinite else { return nil }
      (self.x, self.y, self.xInterval, self.value) = (x, y, xInterval, value)
      self.yInterval = yInterval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
    }
  }

  /// What the colours of cells mean.
  struct ColorScale: Sendable {
    let name: String
    let label: MarkedText
    let range: ClosedRange<Double>
    /// From the least to the largest value.
    let stops: [(place: Double, color: String)]
  }
}

extension PanelFigure.Series {
  /// - Parameters:
  ///   - columns: fields of the table that are not drawn.
  ///   - point: nil where a row has no place in the panel.
  init<Row>(
    _ label: MarkedText, _ kind: PanelFigure.Kind, _ style: SeriesStyle, of rows: [Row],
    columns: [ResultColumn<Row>] = [], shift: Double? = nil, point: (Row) -> PanelFigure.Point?
  ) {
    let points = rows.compactMap { row -> PanelFigure.Point? in
      guard var point = point(row) else { return nil }
      point.details = columns.map { ($0.description, $0.value(row)) }
      return point
    }
    self.init(label, kind, style, shift, points)
  }

  /// A line through two points.
  static func reference(
    _ legend: MarkedText, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> Self {
    Self("", .reference(legend), .reference, of: [start, end]) { PanelFigure.Point($0.x, $0.y) }
  }
}
