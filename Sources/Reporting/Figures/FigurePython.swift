// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension PanelFigure {
  /// A program for pandas and matplotlib that draws the table beside it as gnuplot does.
  package var pythonScript: String {
    get throws {
      """
      #!/usr/bin/env python3
      # \(title.plain)
      \(wrapped(caption.plain, width: 100).map { "# " + $0 }.joined(separator: "\n"))
      #
      # Needs pandas and matplotlib: python3 \(name).py [pdf] [svg] [png] reads \(name).csv, writes \(name)-matplotlib.pdf.
      \(String(decoding: PackageResources.figure_py, as: UTF8.self).replacing("\n\nMARKERS", with: "\n\nFIGURE = r'''\(try pythonDescription)'''\n\nMARKERS"))
      """
    }
  }

  /// What there is to draw, as a JSON document with a line for every series.
  private var pythonDescription: String {
    get throws {
      let head = try PythonFigure(self).json.dropLast()
      let drawn = try zip(panels.indices, panels.axes).map { index, axes in
        let panel = try PythonPanel(self, index, axes).json.dropLast()
        let series = try panels[index].series.map { try PythonSeries($0, self, index).json }
        return "\(panel),\"series\":[\n\(series.joined(separator: ",\n"))]}"
      }
      return "\(head),\n\"panels\":[\(drawn.joined(separator: ",\n"))]}"
    }
  }
}

extension Encodable {
  fileprivate var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension MarkedText {
  /// As matplotlib reads it.
  fileprivate var mathtext: String { source.replacing(/\\(sqrt|hat) (\w)/) { "\\\($0.1){\($0.2)}" } }
}

extension [MarkedText] {
  fileprivate var mathtext: String { map(\.mathtext).joined(separator: "\n") }
}

private struct PythonFigure: Encodable {
  let name: String
  /// In inches.
  let size: [Double]
  let font: Double
  let color: Color?
  let names: Names
  let key: [KeyPart]

  struct Color: Encodable {
    let column, label: String
    let range: [Double]
    let stops: [Stop]
    /// As matplotlib has it: left, bottom, width, height in shares of the figure.
    let bar: [Double]
  }

  struct Stop: Encodable {
    let place: Double
    let color: String

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(place)
      try list.encode(color)
    }
  }

  struct Names: Encodable {
    let x, y: String?
    let xPlace, yPlace: [Double]
  }

  struct KeyPart: Encodable {
    let entries: [PythonStyle]
    let columns: Int
    let height: Double
  }

  init(_ figure: PanelFigure) {
    let (key, layout, scale) = (figure.key, figure.layout, figure.format.scale)
    let (width, height) = (Double(figure.size.width), Double(figure.size.height))
    func share(_ place: (x: Double, y: Double)) -> [Double] { [place.x / width, place.y / height].map(\.short) }
    (name, font) = (figure.name, figure.format.fontSize)
    size = [width, height].map { ($0 * scale / 72).short }
    color = figure.color.map { scale in
      let (low, span) = (scale.range.lowerBound, scale.range.upperBound - scale.range.lowerBound)
      let bar = layout.colorBar(keyRows: key.rows)
      return Color(
        column: scale.name, label: scale.label.mathtext, range: [low, low + span],
        stops: scale.stops.map { Stop(place: ($0.place - low) / span, color: $0.color) },
        bar: share(bar.origin) + share(bar.size))
    }
    let (places, once) = (layout.namePlaces(y: figure.panels[0].y.label, keyRows: key.rows), layout.isNamedOnce)
    names = Names(
      x: once.x ? figure.panels[0].x.label.mathtext : nil,
      y: once.y ? figure.panels[0].y.label.lines(width: layout.room(0).y).mathtext : nil, xPlace: share(places.x),
      yPlace: share(places.y))
    self.key = key.places(height: height).map { part, middle in
      KeyPart(
        entries: part.entries.map { PythonStyle($0.label, $0.mark, $0.style) }, columns: part.columns,
        height: (middle / height).short)
    }
  }
}

private struct PythonStyle: Encodable {
  let label, mark, color: String
  let point, dash: Int

  init(_ label: MarkedText, _ mark: PanelFigure.Mark, _ style: SeriesStyle) {
    (self.label, self.mark, color) = (label.mathtext, "\(mark)", style.color)
    (point, dash) = (style.point, style.dash)
  }
}

private struct PythonPanel: Encodable {
  let title: String
  /// As matplotlib has it: left, bottom, width, height in shares of the figure.
  let frame: [Double]
  let x, y: PythonAxis

  init(_ figure: PanelFigure, _ index: Int, _ axes: FigureLayout.Axes) {
    let (layout, size) = (figure.layout, figure.size)
    let (frame, isLabelled) = (layout.frame(index), layout.isLabelled(index))
    title = figure.panels[index].title.lines(width: layout.room(index).title).mathtext
    let (width, height) = (Double(size.width), Double(size.height))
    let bottom = height - frame.top - frame.height
    self.frame = [frame.left / width, bottom / height, frame.width / width, frame.height / height].map(\.short)
    x = PythonAxis(axes.x, isLabelled.x, figure.axisName(\.x, index))
    y = PythonAxis(axes.y, isLabelled.y, figure.axisName(\.y, index))
  }
}

private struct PythonAxis: Encodable {
  let column, label: String
  let log, labelled: Bool
  let range: [Double]
  /// nil where matplotlib finds them.
  let ticks: [Tick]?
  let small: [Double]?
  let step: Double?

  struct Tick: Encodable {
    let place: Double
    let label: String

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(place)
      try list.encode(label)
    }
  }

  init(_ range: AxisRange, _ isLabelled: Bool, _ name: [MarkedText]) {
    (column, label, log, labelled) = (range.axis.name, name.mathtext, range.axis.isLogarithmic, isLabelled)
    self.range = [range.low, range.high]
    let listed = range.listedTicks
    ticks = listed?.compactMap { tick in tick.label.map { Tick(place: tick.place, label: $0.mathtext) } }
    small = listed?.filter { $0.label == nil }.map(\.place)
    step = if case .every(let step) = range.axis.ticks { step } else { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(column, forKey: .column)
    try container.encode(label, forKey: .label)
    try container.encode(log, forKey: .log)
    try container.encode(labelled, forKey: .labelled)
    try container.encode(range, forKey: .range)
    try container.encode(ticks, forKey: .ticks)
    try container.encode(small, forKey: .small)
    try container.encode(step, forKey: .step)
  }

  private enum Key: CodingKey { case column, label, log, labelled, range, ticks, small, step }
}

private struct PythonSeries: Encodable {
  let panel, series, kind, mark, color: String
  let point, dash: Int
  let shift: Double?

  init(_ series: PanelFigure.Series, _ figure: PanelFigure, _ index: Int) {
    (panel, self.series, kind) = (figure.panels[index].title.field, series.label.field, series.kind.name)
    (mark, color, point, dash) = ("\(series.kind.mark)", series.style.color, series.style.point, series.style.dash)
    shift = series.shift
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (key, text) in [(Key.panel, panel), (.series, series), (.kind, kind), (.mark, mark), (.color, color)] {
      try container.encode(text, forKey: key)
    }
    try container.encode(point, forKey: .point)
    try container.encode(dash, forKey: .dash)
    try container.encode(shift, forKey: .shift)
  }

  private enum Key: CodingKey { case panel, series, kind, mark, color, point, dash, shift }
}

extension Double {
  /// To four digits after the point: a tenth of a pixel.
  fileprivate var short: Double { (self * 1e4).rounded() / 1e4 }
}
