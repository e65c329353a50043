// SPDX-License-Identifier: GPL-3.0-or-later

/// The one key of a figure, below its panels: what kinds of marks there are, then what the colours are.
struct FigureKey {
  private let parts: [Part]
  /// What it is high, in rows, with a gap between its parts.
  var rows: Double { parts.map { Double($0.rows) }.reduce(0, +) + Self.gap * Double(max(parts.count - 1, 0)) }
  private static let gap = 0.3

  private struct Part {
    let entries: [(label: MarkedText, look: String)]
    let columns, rows: Int

    /// 15 pixels of a sans-serif font are some 8 wide; a sample takes 60 with its space.
    init(_ entries: [(label: MarkedText, look: String)], width: Double) {
      let widest = entries.map { $0.label.plain.count }.max() ?? 0
      self.entries = entries
      columns = max(1, min(entries.count, Int(width / (8.2 * Double(widest) + 64))))
      rows = (entries.count + columns - 1) / columns
    }
  }

  init(_ figure: PanelFigure) {
    let series = figure.panels.flatMap(\.series).filter { $0.kind.mark != .cells }
    let kinds = series.grouped(by: \.kind.legend).filter { !$0[0].kind.legend.source.isEmpty }.map { kind in
      var style = kind.first { $0.label.source.isEmpty }?.style ?? .neutral
      style.point = kind[0].kind.shape ?? style.point
      return (kind[0].kind.legend, Self.look([kind[0].kind.mark], style, hasBars: kind.hasBars))
    }
    let labels = series.filter { !$0.label.source.isEmpty }.grouped(by: \.label).map { label in
      (label[0].label, Self.look(label.map(\.kind.mark), label[0].style, hasBars: false))
    }
    let width = Double(figure.layout.size(keyRows: 0).width)
    parts = [kinds, labels].filter { !$0.isEmpty }.map { Part($0, width: width) }
  }

  /// How gnuplot draws the sample of series with these marks.
  private static func look(_ marks: [PanelFigure.Mark], _ style: SeriesStyle, hasBars: Bool) -> String {
    let color = "linecolor '\(style.color)'"
    if marks.contains(.boxes) { return "with boxes \(color)" }
    let isLine = marks.contains { [.line, .contour, .joinedPoints].contains($0) }
    let isPoint = marks.contains { [.points, .joinedPoints, .dots].contains($0) }
    let point = "pointtype \(style.point) pointsize \(marks == [.dots] ? 0.4 : 0.8)"
    if hasBars { return "with yerrorbars \(point) linewidth 1.3 \(color)" }
    let line = "linewidth \(marks.contains(.joinedPoints) ? 1 : 2) dashtype \(style.dash)"
    return isLine && isPoint
      ? "with linespoints \(point) \(line) \(color)"
      : isLine ? "with lines \(line) \(color)" : "with points \(point) \(color)"
  }

  /// Drawn as panels without axes; each between two heights of the figure.
  ///
  /// - Parameter margins: gnuplot's margins of the rows from one to another, counted from above.
  func commands(margins: (Range<Double>) -> String) -> String {
    guard rows > 0 else { return "" }
    var first = 0.0
    let drawn = parts.map { part in
      let samples = part.entries.map { "keyentry \($0.look) title \($0.label.gnuplot)" }
      defer { first += Double(part.rows) + Self.gap }
      return """
        \(margins(first..<first + Double(part.rows)))
        set key center center horizontal maxcols \(part.columns) Left reverse samplen 4 spacing 1.2
        plot [0:1] [0:1] NaN notitle, \
          \(samples.joined(separator: ", \\\n  "))
        """
    }
    return """
      unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
      \(drawn.joined(separator: "\n"))
      unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
      """
  }
}

extension PanelFigure {
  var key: FigureKey { FigureKey(self) }

  /// In pixels of the SVG.
  package var size: (width: Int, height: Int) { layout.size(keyRows: key.rows) }
}

extension [PanelFigure.Series] {
  fileprivate var hasBars: Bool {
    allSatisfy { [.points, .joinedPoints].contains($0.kind.mark) }
      && contains { $0.points.contains { $0.yInterval != nil } }
  }
}
