// SPDX-License-Identifier: GPL-3.0-or-later

extension PanelFigure {
  /// The CSV beside the script: a row for every point, the points of a series together and in the order they are drawn in.
  ///
  /// Panels and labels have columns where there are several; every axis has one, with two more for intervals.
  package var table: ResultTable {
    ResultTable(name, title: title.plain, rows: rows, columns: places + axisColumns + valueColumns + detailColumns)
  }

  private typealias Row = (panel: Panel, series: Series, point: Point)
  private typealias Column = ResultColumn<Row>

  private var rows: [Row] {
    panels.flatMap { panel in panel.series.flatMap { series in series.points.map { (panel, series, $0) } } }
  }

  var hasPanels: Bool { panels.count > 1 }
  var hasLabels: Bool { panels.flatMap(\.series).contains { !$0.label.source.isEmpty } }

  private var places: [Column] {
    (hasPanels ? [.text("panel", "Title of the panel") { $0.panel.title.field }] : [])
      + (hasLabels ? [.text("series", "What the series is of") { $0.series.label.field }] : [])
      + [.text("kind", "Where the row comes from: \(kinds)") { $0.series.kind.name }]
  }

  private var kinds: String {
    let kinds = panels.flatMap(\.series).map(\.kind).grouped(by: \.name).map { $0[0] }
    return kinds.map { "\($0.name) (\($0.legend.plain))" }.joined(separator: "; ")
  }

  private var axisColumns: [Column] {
    let x = panels.map(\.x).grouped(by: \.name).flatMap { columns(of: $0[0], \.x, \.x, \.xInterval) }
    return x + panels.map(\.y).grouped(by: \.name).flatMap { columns(of: $0[0], \.y, \.y, \.yInterval) }
  }

  private func columns(
    of axis: Axis, _ side: any KeyPath<Panel, Axis> & Sendable, _ place: any KeyPath<Point, Double> & Sendable,
    _ interval: any KeyPath<Point, ClosedRange<Double>?> & Sendable
  ) -> [Column] {
    let meaning = axis.meaning.isEmpty ? axis.label.plain : axis.meaning
    let here = rows.filter { $0.panel[keyPath: side].name == axis.name }
    let ends: [Column] = [
      .number("\(axis.name)_low", "Lower end of its interval", unit: axis.unit) {
        $0.panel[keyPath: side].name == axis.name ? $0.point[keyPath: interval]?.lowerBound : nil
      },
      .number("\(axis.name)_high", "Upper end of its interval", unit: axis.unit) {
        $0.panel[keyPath: side].name == axis.name ? $0.point[keyPath: interval]?.upperBound : nil
      },
    ]
    return [
      .number(axis.name, meaning, unit: axis.unit) {
        $0.panel[keyPath: side].name == axis.name ? $0.point[keyPath: place] : nil
      }
    ] + (here.contains { $0.point[keyPath: interval] != nil } ? ends : [])
  }

  private var valueColumns: [Column] {
    color.map { color in [.number(color.name, color.label.plain) { $0.point.value }] } ?? []
  }

  private var detailColumns: [Column] {
    let described = rows.flatMap { $0.point.details.map(\.column) }.grouped(by: \.name).map { $0[0] }
    return described.map { column in
      Column(description: column) { row in row.point.details.first { $0.column == column }?.value }
    }
  }
}

extension MarkedText {
  /// As a field of a table that gnuplot reads too: it takes a comma for the end of a field, quoted or not.
  var field: String { plain.replacing(", ", with: " · ").replacing(",", with: "·").replacing("\"", with: "″") }
}
