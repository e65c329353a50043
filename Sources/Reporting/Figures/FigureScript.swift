// SPDX-License-Identifier: GPL-3.0-or-later

extension PanelFigure {
  /// The gnuplot commands that draw ``table``, whatever the terminal; `data` is the name of its file.
  package var commands: String {
    let axes = panels.axes
    let drawn = panels.indices.map { index in
      let isLabelled = layout.isLabelled(index)
      return """
        \(layout.margins(index, keyRows: key.rows))
        set title \(panels[index].title.gnuplot)
        \(axes[index].x.commands("x", isLabelled: isLabelled.x))
        \(axes[index].y.commands("y", isLabelled: isLabelled.y))
        \(index == 0 ? colorBar : "unset colorbox")
        plot \(panels[index].series.flatMap { plots($0, in: panels[index], axes[index]) }.joined(separator: ", \\\n  "))
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
    return """
      set cblabel \(color.label.gnuplot)
      set cbrange [\(color.range.lowerBound):\(color.range.upperBound)]
      set palette defined (\(color.palette))
      unset grid
      \(layout.colorBar(keyRows: key.rows))
      """
  }

  /// Every column by its name.
  private func plots(_ series: Series, in panel: Panel, _ axes: FigureLayout.Axes) -> [String] {
    let rows =
      "of(\([panel.title, series.label].map { quoted($0.field) }.joined(separator: ", ")), "
      + "\(quoted(series.kind.name)), \(quoted(panel.x.name)))"
    let x = series.shift.map { panel.x.isLogarithmic ? "\($0)*\(rows)" : "\(rows) + \($0)" } ?? rows
    func using(_ columns: String...) -> String { "data using (\(([x] + columns).joined(separator: "):(")))" }
    func column(_ name: String) -> String { "column(\(quoted(name)))" }
    let y = column(panel.y.name)
    let (xEnds, yEnds) = (ends(panel.x), ends(panel.y))
    let color = "linecolor '\(series.style.color)'"
    switch series.kind.mark {
    case .line:
      return ["\(using(y)) with lines linewidth 2 \(color) dashtype \(series.style.dash)"]
    case .contour:
      return [
        "\(using(y)) with lines linewidth 4.5 linecolor '#ffffff'",
        "\(using(y)) with lines linewidth 2 \(color) dashtype \(series.style.dash)",
      ]
    case .dots:
      return ["\(using(y)) with points pointtype \(series.style.point) pointsize 0.4 \(color)"]
    case .boxes:
      return ["\(using(y, "\(column(xEnds.high)) - \(column(xEnds.low))")) with boxes \(color)"]
    case .cells:
      let box = [xEnds.low, xEnds.high, yEnds.low, yEnds.high].map(column).joined(separator: "):(")
      return ["\(using(y, box, column(self.color?.name ?? panel.y.name))) with boxxyerror linecolor palette"]
    case .points, .joinedPoints:
      let low = axes.y.axis.isLogarithmic && series.points.contains { ($0.yInterval?.lowerBound ?? 1) <= 0 }
      // An interval down to 0 has no end on a logarithmic axis.
      let lowEnd = low ? "\(column(yEnds.low)) > 0 ? \(column(yEnds.low)) : \(axes.y.low)" : column(yEnds.low)
      let look = "pointtype \(series.style.point) pointsize 0.8 \(color)"
      let joined = "\(using(y)) with lines linewidth 1 \(color) dashtype \(series.style.dash)"
      let bars = "\(using(y, lowEnd, column(yEnds.high))) with yerrorbars pointtype 0 linewidth 1.3 \(color)"
      return (series.kind.mark == .joinedPoints ? [joined] : [])
        + (series.points.contains { $0.yInterval != nil } ? [bars] : []) + ["\(using(y)) with points \(look)"]
    }
  }

  private func ends(_ axis: Axis) -> (low: String, high: String) { ("\(axis.name)_low", "\(axis.name)_high") }
}

/// A word of gnuplot's language.
private func quoted(_ text: String) -> String { "\"\(text)\"" }
