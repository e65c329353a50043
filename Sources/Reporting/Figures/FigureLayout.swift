// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the panels of a figure stand, in pixels of the SVG, and which axes are labelled: a panel that has the same axis as its
/// neighbour to the left or below leaves the ticks' labels to it, and an axis that all panels have is named once.
struct FigureLayout: Sendable {
  let columns: Int
  private let rows: Int
  private let frame: (width: Double, height: Double)
  private let gap: (x: Double, y: Double)
  /// Beside all panels: to the left, to the right, above and below.
  private let edges: (left: Double, right: Double, top: Double, bottom: Double)
  private let labelled: [(x: Bool, y: Bool)]
  /// Whether one name stands for the axes of all panels.
  let isNamedOnce: (x: Bool, y: Bool)

  /// A panel's axes with their ranges.
  typealias Axes = (x: AxisRange, y: AxisRange)

  /// Ticks and name of an axis, a line of text, the space without either, a colour bar with its labels.
  private static let (ticks, line, edge, bar) = ((x: 26.0, y: 52.0), 20.0, 22.0, 92.0)
  /// A single panel is no wider than 31 letters are high, and none of several narrower than ten.
  private static let (widest, narrowest) = (31 * FigureFormat.em, 10 * FigureFormat.em)
  /// The rows of panels are no taller than 5.5 inches, in points: with the key and its titles a page of `article` holds them.
  private static let tallest = 396.0
  /// How wide a letter of DejaVu Sans is on average: those of papers are narrower.
  static let letter = 0.547 * FigureFormat.em

  init(_ panels: [PanelFigure.Panel], columns wanted: Int?, aspect: Double, hasColorBar: Bool, _ format: FigureFormat) {
    let all = format.width / format.scale
    let right = hasColorBar ? Self.bar + Self.edge : Self.edge
    let wish = min(panels.count, format.columns, wanted ?? (panels.count == 4 ? 2 : 3))
    let candidates = (1...max(wish, 1)).reversed().map {
      FigureLayout(panels, $0, aspect, right, $0 == 1 ? min(all, Self.widest) : all, format)
    }
    self = candidates.first { $0.frame.width >= Self.narrowest } ?? candidates[candidates.count - 1]
  }

  private init(
    _ panels: [PanelFigure.Panel], _ columns: Int, _ aspect: Double, _ right: Double, _ total: Double,
    _ format: FigureFormat
  ) {
    let axes = panels.axes
    let labelled = axes.indices.map { index in
      let (left, below) = (index - 1, index + columns)
      return (
        x: below >= axes.count || axes[below].x != axes[index].x,
        y: index % columns == 0 || axes[left].y != axes[index].y
      )
    }
    (self.labelled, self.columns, rows) = (labelled, columns, (panels.count + columns - 1) / columns)
    let isNamedOnce = (x: Set(panels.map(\.x)).count == 1, y: Set(panels.map(\.y)).count == 1)
    self.isNamedOnce = isNamedOnce
    let inner = labelled.indices.contains { $0 % columns > 0 && labelled[$0].y }
    let upper = labelled.indices.contains { $0 + columns < panels.count && labelled[$0].x }
    let ticks = max(Self.ticks.y, panels.map(\.y.widestName).max() ?? 0)
    let left = ticks + (panels.allSatisfy { $0.y.label.source.isEmpty } ? 8 : 1.5 * Self.line)
    let about = (total - left - right) / Double(columns) - 2 * Self.edge
    let apart =
      zip(axes, axes.dropFirst()).enumerated().filter { ($0.offset + 1) % columns > 0 }
      .map { Self.room(between: $0.element.0.x, and: $0.element.1.x, width: about) }.max() ?? 0
    let between = max(inner ? (isNamedOnce.y ? ticks + 8 : left) : Self.edge, apart)
    let width = (total - left - right - between * Double(columns - 1)) / Double(columns)
    let titleLines = panels.map { $0.title.lines(width: width + 0.8 * between).count }.max() ?? 0
    let title = titleLines == 0 ? Self.edge : Double(titleLines) * Self.line + 24
    let below = Self.ticks.x + 1.6 * Self.line
    gap = (between, title + (upper ? (isNamedOnce.x ? Self.ticks.x : below) : 0))
    edges = (left, right, title, below)
    // Room on the page for the key and a caption.
    let room = (Self.tallest / format.scale - Double(rows - 1) * gap.y) / Double(rows)
    frame = (width, max(min(width * aspect, room), 0.3 * width))
  }

  /// How far apart two panels of this width must stand for the last label of the one's axis not to touch the first of the other's.
  private static func room(between left: AxisRange, and right: AxisRange, width: Double) -> Double {
    guard let last = left.labelEnds?.last, let first = right.labelEnds?.first else { return 0 }
    let labels = Double(last.label.plain.count + first.label.plain.count) * letter / 2
    return labels + 8 - (1 - last.share + first.share) * width
  }

  /// In pixels, with `keyRows` lines of the key below.
  func size(keyRows: Double) -> (width: Int, height: Int) {
    let width = edges.left + Double(columns) * frame.width + Double(columns - 1) * gap.x + edges.right
    let height =
      edges.top + Double(rows) * frame.height + Double(rows - 1) * gap.y + edges.bottom + keyHeight(keyRows)
    // A tenth of a millimetre more than the text is an overfull box.
    return (Int((width + 1e-6).rounded(.down)), Int(height.rounded()))
  }

  private func keyHeight(_ rows: Double) -> Double { rows == 0 ? 0 : 24 * rows + 14 }

  func isLabelled(_ panel: Int) -> (x: Bool, y: Bool) { labelled[panel] }

  /// The frame of a panel in pixels, counted from the left and from above.
  func frame(_ panel: Int) -> (left: Double, top: Double, width: Double, height: Double) {
    (
      edges.left + Double(panel % columns) * (frame.width + gap.x),
      edges.top + Double(panel / columns) * (frame.height + gap.y), frame.width, frame.height
    )
  }

  /// How long the names of a panel's axes may be, in pixels.
  func room(_ panel: Int) -> (title: Double, x: Double, y: Double) {
    (
      frame.width + 0.8 * gap.x, isNamedOnce.x ? edges.left + whole.width : frame.width + 0.8 * gap.x,
      isNamedOnce.y ? whole.height + 40 : frame.height + 40
    )
  }

  /// From the first panel to the last.
  private var whole: (width: Double, height: Double) {
    (
      Double(columns) * frame.width + Double(columns - 1) * gap.x,
      Double(rows) * frame.height + Double(rows - 1) * gap.y
    )
  }

  /// gnuplot's margins of a panel.
  func margins(_ panel: Int, keyRows: Double) -> String {
    let (width, height) = size(keyRows: keyRows)
    let frame = frame(panel)
    let upper = Double(height) - frame.top
    return Self.margins(
      frame.left / Double(width), (frame.left + frame.width) / Double(width), (upper - frame.height) / Double(height),
      upper / Double(height))
  }

  /// How high above the lower edge the middle of some rows of the key is, counted from above.
  static func keyMiddle(_ rows: Range<Double>, of all: Double) -> Double {
    24 * (all - (rows.lowerBound + rows.upperBound) / 2) + 6
  }

  /// gnuplot's margins of some rows of the key, counted from above.
  func keyMargins(_ rows: Range<Double>, of all: Double) -> String {
    let height = Double(size(keyRows: all).height)
    return Self.margins(
      0, 1, (24 * (all - rows.upperBound) + 6) / height, (24 * (all - rows.lowerBound) + 6) / height)
  }

  private static func margins(_ left: Double, _ right: Double, _ bottom: Double, _ top: Double) -> String {
    zip(["l", "r", "b", "t"], [left, right, bottom, top]).map { "set \($0)margin at screen \($1.fixed(4))" }
      .joined(separator: "; ")
  }

  /// A place or a size, counted in pixels from the left and from below.
  typealias Place = (x: Double, y: Double)

  /// As gnuplot has it.
  func screen(_ place: Place, _ keyRows: Double) -> String {
    let (width, height) = size(keyRows: keyRows)
    return "screen \((place.x / Double(width)).fixed(4)), \((place.y / Double(height)).fixed(4))"
  }

  /// The middles of the names of the axes of all panels.
  func namePlaces(y: MarkedText, keyRows: Double) -> (x: Place, y: Place) {
    let height = Double(size(keyRows: keyRows).height)
    let isOneLine = y.lines(width: room(0).y).count < 2
    return (
      (edges.left + whole.width / 2, keyHeight(keyRows) + 14),
      (isOneLine ? 14 : 22, height - edges.top - whole.height / 2)
    )
  }

  /// The colour bar, as high as the panels.
  func colorBar(keyRows: Double) -> (origin: Place, size: Place) {
    let size = size(keyRows: keyRows)
    return (
      (Double(size.width) - Self.bar, edges.bottom + keyHeight(keyRows)), (16, whole.height)
    )
  }
}

extension AxisRange {
  /// The outermost ticks with a label, and how far along the axis they are; nil where the program that draws finds them.
  fileprivate var labelEnds: (first: (label: MarkedText, share: Double), last: (label: MarkedText, share: Double))? {
    let labels = (listedTicks ?? []).compactMap { tick in
      tick.label.flatMap { label in share(tick.place).map { (label: label, share: $0) } }
    }
    return labels.first.flatMap { first in labels.last.map { (first: first, last: $0) } }
  }
}

extension Axis {
  /// Of the names at its ticks, in pixels.
  fileprivate var widestName: Double {
    guard case .named(let names) = ticks else { return 0 }
    return FigureLayout.letter * Double(names.map(\.label.plain.count).max() ?? 0) + 14
  }
}

extension MarkedText {
  /// In lines of at most so many pixels of DejaVu Sans, broken between words; none of an empty text.
  func lines(width: Double) -> [MarkedText] {
    let most = Int(width / FigureLayout.letter)
    return source.words.reduce(into: [MarkedText]()) { lines, word in
      let longer = lines.last.map { MarkedText("\($0.source) \(word)") }
      if let longer, longer.plain.count <= most {
        lines[lines.count - 1] = longer
      } else {
        lines.append(MarkedText(word))
      }
    }
  }
}

extension String {
  /// Split at the spaces outside of formulas.
  fileprivate var words: [String] {
    var isFormula = false
    return split { character in
      if character == "$" { isFormula.toggle() }
      return character == " " && !isFormula
    }.map(String.init)
  }
}

extension [PanelFigure.Panel] {
  /// The axes of each, shared ones with one range for all panels that have them.
  var axes: [FigureLayout.Axes] {
    map { panel in
      (
        range(panel.x, panel, \.x) {
          [$0.x] + [$0.xInterval?.lowerBound, $0.xInterval?.upperBound].compactMap(\.self)
        },
        range(panel.y, panel, \.y) { [$0.y] + [$0.yInterval?.lowerBound, $0.yInterval?.upperBound].compactMap(\.self) }
      )
    }
  }

  /// Lines of a theory end with the measurements: they decide only where there is nothing else.
  private func range(
    _ axis: Axis, _ panel: PanelFigure.Panel, _ side: (PanelFigure.Panel) -> Axis,
    _ values: (PanelFigure.Point) -> [Double]
  ) -> AxisRange {
    let series = (axis.isShared ? filter { side($0) == axis } : [panel]).flatMap(\.series)
    let measured = series.filter { !($0.kind.name.hasPrefix("theory")) }
    return AxisRange(axis, holding: (measured.isEmpty ? series : measured).flatMap(\.points).flatMap(values))
  }
}
