// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A figure on a page: gnuplot's drawing as part of the page, with what it takes to show values and to hide series.
struct PageFigure {
  let context: [String: Any]

  /// - Parameter drawings: the folder with the figures' SVG files; a figure without one is said to be missing.
  init(_ figure: PanelFigure, _ drawings: URL) throws {
    let drawing = try? String(contentsOf: drawings.appending(path: "\(figure.name).svg"), encoding: .utf8)
    let labels = figure.toggledLabels
    context = [
      "name": figure.name, "title": figure.title.html, "caption": figure.caption.html, "width": figure.size.width,
      "drawing": drawing.map { figure.onPage($0, labels) } ?? "", "isDrawn": drawing != nil,
      "values": try figure.values(labels), "hasToggles": labels.count > 1,
      "toggles": labels.enumerated().map { index, label in
        ["number": "\(index)", "label": label.html, "color": figure.color(of: label)]
      },
    ]
  }
}

extension PanelFigure {
  /// What a reader can hide: labels of series.
  fileprivate var toggledLabels: [MarkedText] {
    panels.flatMap(\.series).filter { !$0.label.source.isEmpty && $0.kind.mark != .cells }.grouped(by: \.label)
      .map { $0[0].label }
  }

  fileprivate func color(of label: MarkedText) -> String {
    panels.flatMap(\.series).first { $0.label == label }?.style.color ?? SeriesStyle.neutral.color
  }

  /// gnuplot's drawing as an element of a page that may hold several, each plot in a group of its series' class.
  fileprivate func onPage(_ drawing: String, _ labels: [MarkedText]) -> String {
    var classes = panels.flatMap { panel in
      panel.series.flatMap { series in
        Array(repeating: labels.firstIndex(of: series.label).map { "s\($0)" } ?? "", count: plotCount(series, panel))
      }
    }.makeIterator()
    let description = (title.plain + ". " + caption.plain).htmlEscaped
    let elements = drawing.replacing(/(?s)^.*?<svg\s+viewBox="([^"]*)"[^>]*>/) {
      "<svg viewBox=\"\($0.1)\" role=\"img\" aria-label=\"\(description)\">"
    }
    return elements.replacing(/(?s)<title>.*?<\/title>|<desc>.*?<\/desc>|<filter.*?<\/filter>/, with: "")
      .replacing(/<g id="gnuplot_plot_[^"]*" ?>/) { _ in
        classes.next().map { $0.isEmpty ? "<g>" : "<g class=\"\($0)\">" } ?? "<g>"
      }
      .replacing("<g id=\"gnuplot_canvas\">", with: "<g>")
      .replacing(/gp(Pt\d+|Dot)/) { "\(name)-\($0.1)" }
      .compactDrawing
  }

  /// The measured points in pixels, panel by panel, with what they stand for.
  fileprivate func values(_ labels: [MarkedText]) throws -> String {
    let places = zip(panels.indices, panels.axes).map { index, axes in
      let (panel, frame) = (panels[index], layout.frame(index))
      let marks = panel.series.filter { ![.line, .contour, .band].contains($0.kind.mark) }
      return PanelValues(
        x: panel.x.label.plain, y: panel.y.label.plain, title: panel.title.plain,
        series: marks.map { series in
          PanelValues.Series(
            label: series.label.plain, number: labels.firstIndex(of: series.label) ?? -1,
            points: series.points.compactMap { point in
              let x = series.shift.map { panel.x.isLogarithmic ? $0 * point.x : point.x + $0 } ?? point.x
              guard let across = axes.x.share(x), let up = axes.y.share(point.y) else { return nil }
              let place = [frame.left + across * frame.width, frame.top + (1 - up) * frame.height]
              let interval =
                series.kind.mark == .cells || series.kind.mark == .boxes ? nil : point.yInterval ?? point.xInterval
              return place.map { ($0 * 10).rounded() / 10 }
                + ([point.x, point.y]
                + (point.value.map { [$0] } ?? [interval?.lowerBound, interval?.upperBound].compactMap(\.self)))
                .map(\.brief).compactMap(Double.init)
            })
        }, value: color?.label.plain, isAcross: marks.contains { $0.kind.mark == .forest })
    }
    return try places.compactJSON
  }
}

/// What the page's script shows beside a pointer.
private struct PanelValues: Encodable {
  let x, y, title: String
  let series: [Series]
  /// What a colour says.
  let value: String?
  /// Whether intervals are of x.
  let isAcross: Bool

  struct Series: Encodable {
    let label: String
    /// Of its toggle; −1 where it has none.
    let number: Int
    /// x and y in pixels, x and y, and the ends of the interval or the value of the colour.
    let points: [[Double]]
  }
}

extension Encodable {
  /// On one line, safe inside a script element.
  fileprivate var compactJSON: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self).replacing("<", with: "\\u003c")
    }
  }
}

extension AxisRange {
  /// How far along the axis a value is, from 0 to 1; nil beyond its ends.
  func share(_ value: Double) -> Double? {
    func forth(_ value: Double) -> Double { axis.isLogarithmic ? log10(value) : value }
    let share = (forth(value) - forth(low)) / (forth(high) - forth(low))
    return (0...1).contains(share) ? share : nil
  }
}
