// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the panels of a figure stand, in pixels of the SVG, and which axes are labelled: a panel that has the same axis as its
/// neighbour to the left or below leaves the labels to it.
struct FigureLayout: Sendable {
  private let columns, rows: Int
  private let frame: (width: Double, height: Double)
  private let gap: (x: Double, y: Double)
  private let right: Double
  private let labelled: [(x: Bool, y: Bool)]
  private let top: Double

  /// A panel's axes with their ranges.
  typealias Axes = (x: AxisRange, y: AxisRange)

  /// What stands beside panels: ticks and name of an axis, a panel's title, a colour bar.
  private static let (labels, title, edge, bar) = ((x: 62.0, y: 88.0), 44.0, 24.0, 96.0)

  init(_ panels: [PanelFigure.Panel], columns: Int?, aspect: Double, hasColorBar: Bool) {
    let axes = panels.axes
    let columns = min(panels.count, columns ?? (panels.count == 4 ? 2 : 3))
    let labelled = axes.indices.map { index in
      let (left, below) = (index - 1, index + columns)
      return (
        x: below >= axes.count || axes[below].x != axes[index].x,
        y: index % columns == 0 || axes[left].y != axes[index].y
      )
    }
    self.labelled = labelled
    (self.columns, rows) = (columns, (panels.count + columns - 1) / columns)
    let total = [680.0, 1000, 1280][min(columns, 3) - 1]
    let titled = panels.contains { !$0.title.source.isEmpty }
    let inner = labelled.indices.contains { $0 % columns > 0 && labelled[$0].y }
    let upper = labelled.indices.contains { $0 + columns < panels.count && labelled[$0].x }
    gap = (inner ? Self.labels.y : Self.edge, (titled ? Self.title : Self.edge) + (upper ? Self.labels.x : 0))
    top = titled ? Self.title - 4 : Self.edge
    right = hasColorBar ? Self.bar + Self.edge : Self.edge
    let width = (total - Self.labels.y - right - gap.x * Double(columns - 1)) / Double(columns)
    frame = (width, width * aspect)
  }

  /// In pixels, with `keyRows` lines of the key below.
  func size(keyRows: Double) -> (width: Int, height: Int) {
    let width = Self.labels.y + Double(columns) * frame.width + Double(columns - 1) * gap.x + right
    let height = top + Double(rows) * frame.height + Double(rows - 1) * gap.y + Self.labels.x + keyHeight(keyRows)
    return (Int(width.rounded()), Int(height.rounded()))
  }

  private func keyHeight(_ rows: Double) -> Double { rows == 0 ? 0 : 24 * rows + 14 }

  func isLabelled(_ panel: Int) -> (x: Bool, y: Bool) { labelled[panel] }

  /// gnuplot's margins of a panel.
  func margins(_ panel: Int, keyRows: Double) -> String {
    let (width, height) = size(keyRows: keyRows)
    let left = Self.labels.y + Double(panel % columns) * (frame.width + gap.x)
    let upper = Double(height) - top - Double(panel / columns) * (frame.height + gap.y)
    return Self.margins(
      left / Double(width), (left + frame.width) / Double(width), (upper - frame.height) / Double(height),
      upper / Double(height))
  }

  /// Those of some rows of the key, counted from above.
  func keyMargins(_ rows: Range<Double>, of all: Double) -> String {
    let height = Double(size(keyRows: all).height)
    return Self.margins(
      0, 1, (24 * (all - rows.upperBound) + 6) / height, (24 * (all - rows.lowerBound) + 6) / height)
  }

  private static func margins(_ left: Double, _ right: Double, _ bottom: Double, _ top: Double) -> String {
    zip(["l", "r", "b", "t"], [left, right, bottom, top]).map { "set \($0)margin at screen \($1.fixed(4))" }
      .joined(separator: "; ")
  }

  /// gnuplot's place of the colour bar, as high as the panels.
  func colorBar(keyRows: Double) -> String {
    let (width, height) = size(keyRows: keyRows)
    let bottom = Self.labels.x + keyHeight(keyRows)
    let (x, y) = ((Double(width) - Self.bar) / Double(width), bottom / Double(height))
    let tall = (Double(height) - top - bottom) / Double(height)
    return
      "set colorbox user origin screen \(x.fixed(4)), \(y.fixed(4)) size screen \((16 / Double(width)).fixed(4)), \(tall.fixed(4))"
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
