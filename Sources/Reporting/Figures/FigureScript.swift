// SPDX-License-Identifier: GPL-3.0-or-later

extension PanelFigure {
  /// The gnuplot commands that draw ``table``, whatever the terminal; `data` is the name of its file.
  package var commands: String {
    let axes = panels.axes
    let drawn = panels.indices.map { index in
      let isLabelled = layout.isLabelled(index)
      return """
        \(layout.margins(index, keyRows: key.rows))
        set title \(panels[index].title.lines(width: layout.room(index).title).gnuplot)
        \(axes[index].x.commands("x", isLabelled: isLabelled.x, axisName(\.x, index)))
        \(axes[index].y.commands("y", isLabelled: isLabelled.y, axisName(\.y, index)))
        \(index == 0 ? colorBar + names : "unset colorbox; unset label")
        plot \(plots(panels[index], floor: axes[index].y.low).joined(separator: ", \\\n  "))
        """
    }
    return """
      unset key
      set style fill solid \(color == nil ? "0.5" : "1") noborder
      set multiplot
      \((drawn + [key.commands { layout.keyMargins($0, of: key.rows) }]).joined(separator: "\n"))
      unset multiplot
      """
  }

  /// What stands at an axis of a panel; nothing where one name stands for all.
  func axisName(_ side: KeyPath<Panel, Axis>, _ index: Int) -> [MarkedText] {
    let (isX, isLabelled, once) = (side == \.x, layout.isLabelled(index), layout.isNamedOnce)
    guard isX ? isLabelled.x && !once.x : isLabelled.y && !once.y else { return [] }
    let room = layout.room(index)
    return panels[index][keyPath: side].label.lines(width: isX ? room.x : room.y)
  }

  private var names: String {
    let (x, y, once) = (panels[0].x.label, panels[0].y.label, layout.isNamedOnce)
    let places = layout.namePlaces(y: y, keyRows: key.rows)
    let lines = y.lines(width: layout.room(0).y)
    return (once.x ? "\nset label 1 \(x.gnuplot) at \(layout.screen(places.x, key.rows)) center" : "")
      + (once.y ? "\nset label 2 \(lines.gnuplot) at \(layout.screen(places.y, key.rows)) center rotate" : "")
  }

  /// Which rows a series has, for the head of the script.
  var selection: String {
    let conditions = [
      hasPanels ? "strcol(\"panel\") eq panel" : nil, hasLabels ? "strcol(\"series\") eq series" : nil,
      "strcol(\"kind\") eq kind",
    ]
    return """
      # The rows of a series: x where a row is one of them.
      of(panel, series, kind, x) = (\(conditions.compactMap(\.self).joined(separator: " && "))) ? column(x) : NaN
      """
  }

  private var colorBar: String {
    guard let color else { return "unset colorbox" }
    let bar = layout.colorBar(keyRows: key.rows)
    return """
      set cblabel \(color.label.gnuplot)
      set cbrange [\(color.range.lowerBound):\(color.range.upperBound)]
      set palette defined (\(color.stops.map { "\($0.place) \"\($0.color)\"" }.joined(separator: ", ")))
      unset grid
      set colorbox user origin \(layout.screen(bar.origin, key.rows)) size \(layout.screen(bar.size, key.rows))
      """
  }

  /// How many plots of gnuplot's a series takes.
  func plotCount(_ series: Series, _ panel: Panel) -> Int {
    SeriesPlot(series: series, panel: panel, floor: 0, value: color?.name ?? "").commands.count
  }

  /// - Parameter floor: where the axis of y begins.
  private func plots(_ panel: Panel, floor: Double) -> [String] {
    panel.series.flatMap { SeriesPlot(series: $0, panel: panel, floor: floor, value: color?.name ?? "").commands }
  }
}

/// How gnuplot draws one series, every column by its name.
private struct SeriesPlot {
  let series: PanelFigure.Series
  let panel: PanelFigure.Panel
  let floor: Double
  /// The column of a cell's colour.
  let value: String

  var commands: [String] {
    switch series.kind.mark {
    case .line: ["\(using(y)) with lines linewidth 2 \(color) dashtype \(series.style.dash)"]
    case .contour:
      ["linewidth 3.6 linecolor '#ffffff'", "linewidth 1.6 \(color) dashtype \(series.style.dash)"]
        .map { "\(using(y)) with lines \($0)" }
    case .dots: ["\(using(y)) with points pointtype \(series.style.point) pointsize 0.4*marks \(color)"]
    case .band: ["\(using(y)) with filledcurves closed fillstyle transparent solid 0.2 noborder \(color)"]
    case .boxes: ["\(using(y, "\(end("high", panel.x)) - \(end("low", panel.x))")) with boxes \(color)"]
    case .cells: [cells]
    case .points: bars + [points]
    case .joinedPoints: [joined] + bars + [points]
    case .forest: acrossBars + [points]
    }
  }

  private var acrossBars: [String] {
    guard series.points.contains(where: { $0.xInterval != nil }) else { return [] }
    let ends = using(y, end("low", panel.x), end("high", panel.x))
    return ["\(ends) with xerrorbars pointtype 0 linewidth 1.3 \(color)"]
  }

  private var color: String { "linecolor '\(series.style.color)'" }
  private var y: String { column(panel.y.name) }

  private var x: String {
    let texts = [panel.title.field, series.label.field, series.kind.name, panel.x.name]
    let rows = "of(\(texts.map { "\"\($0)\"" }.joined(separator: ", ")))"
    return series.shift.map { panel.x.isLogarithmic ? "\($0)*\(rows)" : "\(rows) + \($0)" } ?? rows
  }

  private func using(_ columns: String...) -> String { "data using (\(([x] + columns).joined(separator: "):(")))" }
  private func column(_ name: String) -> String { "column(\"\(name)\")" }
  private func end(_ side: String, _ axis: Axis) -> String { column("\(axis.name)_\(side)") }

  private var cells: String {
    let (x, y) = (panel.x, panel.y)
    let corners = using(self.y, end("low", x), end("high", x), end("low", y), end("high", y), column(value))
    return "\(corners) with boxxyerror linecolor palette"
  }

  private var points: String {
    "\(using(y)) with points pointtype \(series.style.point) pointsize 0.8*marks \(color)"
  }

  private var joined: String { "\(using(y)) with lines linewidth 1 \(color) dashtype \(series.style.dash)" }

  private var bars: [String] {
    let intervals = series.points.compactMap(\.yInterval)
    guard !intervals.isEmpty else { return [] }
    let low = end("low", panel.y)
    // An interval down to 0 has no end on a logarithmic axis.
    let isCut = panel.y.isLogarithmic && intervals.contains { $0.lowerBound <= 0 }
    let lowEnd = isCut ? "\(low) > 0 ? \(low) : \(floor)" : low
    return ["\(using(y, lowEnd, end("high", panel.y))) with yerrorbars pointtype 0 linewidth 1.3 \(color)"]
  }
}
