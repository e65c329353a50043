// SPDX-License-Identifier: GPL-3.0-or-later

/// The one key of a figure, below its panels: what kinds of marks there are, then what the colours are.
struct FigureKey {
  private let parts: [Part]
  /// What it is high, in rows, with a gap between its parts.
  var rows: Double { parts.map { Double($0.rows) }.reduce(0, +) + Self.gap * Double(max(parts.count - 1, 0)) }
  private static let gap = 0.3

  /// A sample: what is drawn in it.
  struct Entry {
    let label: MarkedText
    let mark: PanelFigure.Mark
    let style: SeriesStyle
    let hasBars: Bool
  }

  struct Part {
    let entries: [Entry]
    let columns: Int
    fileprivate let rows: Int

    /// gnuplot gives a sample and the space about its label 90 pixels, and makes fewer columns where they do not fit.
    fileprivate init(_ entries: [Entry], width: Double) {
      let widest = entries.map { $0.label.plain.count }.max() ?? 0
      self.entries = entries
      columns = max(1, min(entries.count, Int(width / (FigureLayout.letter * Double(widest) + 92))))
      rows = (entries.count + columns - 1) / columns
    }
  }

  init(_ figure: PanelFigure) {
    let series = figure.panels.flatMap(\.series).filter { $0.kind.mark != .cells }
    let kinds = series.grouped(by: \.kind.legend).filter { !$0[0].kind.legend.source.isEmpty }.map { kind in
      var style = kind.first { $0.label.source.isEmpty }?.style ?? .neutral
      style.point = kind[0].kind.shape ?? style.point
      style.dash = kind[0].kind.dash ?? style.dash
      return Entry(label: kind[0].kind.legend, mark: kind[0].kind.mark, style: style, hasBars: kind.hasBars)
    }
    let labels = series.filter { !$0.label.source.isEmpty }.grouped(by: \.label).map { label in
      Entry(label: label[0].label, mark: .together(label.map(\.kind.mark)), style: label[0].style, hasBars: false)
    }
    let width = Double(figure.layout.size(keyRows: 0).width)
    parts = [kinds, labels].filter { !$0.isEmpty }.map { Part($0, width: width) }
  }

  /// The parts with the rows that they take, counted from above.
  private var placed: [(part: Part, rows: Range<Double>)] {
    var first = 0.0
    return parts.map { part in
      defer { first += Double(part.rows) + Self.gap }
      return (part, first..<first + Double(part.rows))
    }
  }

  /// The parts with how high their middles are above the lower edge, in pixels.
  func places(height: Double) -> [(part: Part, middle: Double)] {
    placed.map { ($0.part, FigureLayout.keyMiddle($0.rows, of: rows)) }
  }

  /// Drawn as panels without axes; each between two heights of the figure.
  ///
  /// - Parameter margins: gnuplot's margins of the rows from one to another, counted from above.
  func commands(margins: (Range<Double>) -> String) -> String {
    guard rows > 0 else { return "" }
    let drawn = placed.map { part, rows in
      let samples = part.entries.map { "keyentry \($0.look) title \($0.label.gnuplot)" }
      return """
        \(margins(rows))
        set key center center horizontal maxcols \(part.columns) Left reverse samplen 4 spacing 1.2
        plot [0:1] [0:1] NaN notitle, \
          \(samples.joined(separator: ", \\\n  "))
        """
    }
    return """
      unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
      \(drawn.joined(separator: "\n"))
      unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
      """
  }
}

extension FigureKey.Entry {
  /// How gnuplot draws the sample.
  fileprivate var look: String {
    let color = "linecolor '\(style.color)'"
    let point = "pointtype \(style.point) pointsize 0.8*marks"
    let line = "linewidth \(mark == .joinedPoints ? 1 : 2) dashtype \(style.dash)"
    switch mark {
    case .boxes: return "with boxes \(color)"
    case .band: return "with filledcurves fillstyle transparent solid 0.2 noborder \(color)"
    case .forest: return "with xerrorbars \(point) linewidth 1.3 \(color)"
    case _ where hasBars: return "with yerrorbars \(point) linewidth 1.3 \(color)"
    case .joinedPoints: return "with linespoints \(point) \(line) \(color)"
    case .line, .contour: return "with lines \(line) \(color)"
    case .points, .dots, .cells: return "with points \(point) \(color)"
    }
  }
}

extension PanelFigure.Mark {
  /// One sample for several marks of one label: a line with a point where there are both.
  fileprivate static func together(_ marks: [Self]) -> Self {
    let isLine = marks.contains { [.line, .contour, .joinedPoints].contains($0) }
    let isPoint = marks.contains { [.points, .joinedPoints, .dots, .forest].contains($0) }
    return isLine && isPoint ? .joinedPoints : Set(marks).count > 1 && isPoint ? .points : marks[0]
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

extension PanelFigure {
  /// What tells the labels of the key from each other; the shape is 0 of a line, the dash 0 of points.
  package var labelLooks: [(label: String, color: String, shape: Int, dash: Int)] {
    key.places(height: 1).flatMap(\.part.entries).filter { entry in
      panels.flatMap(\.series).contains { $0.label == entry.label }
    }.map { entry in
      let isLine = [.line, .contour].contains(entry.mark)
      let isPoint = [.points, .dots, .forest].contains(entry.mark)
      return (entry.label.plain, entry.style.color, isLine ? 0 : entry.style.point, isPoint ? 0 : entry.style.dash)
    }
  }
}
