// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import Reporting
import TestSupport
import Testing

/// What gnuplot draws is read back from gnuplot itself, which writes the points of its plots as a table.
@Suite(.enabled(if: isInstalled("gnuplot"), "gnuplot is not installed"))
struct FigureReadBackTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func figuresOfRecoveryDrawTheirSource() throws {
    let text = """
      study: tiny
      claim: theorem-3
      seed: 1
      grid: {dimension: [20, 40, 80], sparsity: [2, 4, 6], samples: [5, 10, 20, 30, 45, 200]}
      trials: {each: 20}
      """
    let results = try results(study(text), in: folder.url) { cell in (min(cell.samples, 40), 0, 40) }
    #expect(results.figures.count == 4)
    for figure in results.figures { try expectDrawn(figure) }
  }

  @Test(arguments: tinyGrids)
  func figuresOfMeasurementsDrawTheirSource(_ tiny: TinyGrid) throws {
    let results = try measuredResults(tiny)
    #expect(results.figures.map(\.name) == tiny.figures)
    for figure in results.figures { try expectDrawn(figure) }
  }

  @Test func figuresOfSchemesDrawTheirSource() throws {
    let results = try schemeResults()
    #expect(results.figures.map(\.name) == ["layer_error", "slack", "kept_fraction", "scheme_difference"])
    for figure in results.figures { try expectDrawn(figure) }
  }

  /// Each plot of a series has exactly its points in their order, and each series has a plot.
  private func expectDrawn(_ figure: PanelFigure) throws {
    let plots = try drawnPoints(figure)
    let names = figure.panels.flatMap { panel in
      panel.series.map { "\(panel.title.source); \($0.label.source); \($0.kind.name)" }
    }
    #expect(Set(names).count == names.count, "\(figure.name) has two series of one name")
    for panel in figure.panels {
      for series in panel.series {
        let place = "\(figure.name): \(panel.title.plain), \(series.label.plain), \(series.kind.name)"
        let own = plots.filter { $0.isOf(panel, series) }
        #expect(!own.isEmpty, "\(place) is not drawn")
        let expected = series.points.filter { isOnScale($0, panel) }.map { point in
          [moved(point.x, series, panel), point.y]
        }
        for plot in own where !plot.columns.contains("ylow") || plot.columns.contains("color") {
          #expect(plot.points.map { Array($0.prefix(2)) } == expected, "\(place)")
        }
        let barred = series.points.filter { isOnScale($0, panel) && $0.yInterval != nil }
        for plot in own where plot.columns.contains("ylow") && !plot.columns.contains("color") {
          #expect(
            plot.points.map { [$0[0], $0[1], $0[3]] }
              == barred.map {
                [moved($0.x, series, panel), $0.y, $0.yInterval?.upperBound ?? .nan]
              }, "\(place), bars")
        }
      }
    }
    let series = figure.panels.map { panel in panel.series.map { (panel, $0) } }.joined()
    #expect(plots.allSatisfy { plot in series.contains { plot.isOf($0, $1) } }, "\(figure.name) draws more")
  }

  private func moved(_ x: Double, _ series: PanelFigure.Series, _ panel: PanelFigure.Panel) -> Double {
    series.shift.map { panel.x.isLogarithmic ? $0 * x : x + $0 } ?? x
  }

  private func isOnScale(_ point: PanelFigure.Point, _ panel: PanelFigure.Panel) -> Bool {
    (!panel.x.isLogarithmic || point.x > 0) && (!panel.y.isLogarithmic || point.y > 0)
  }

  /// What gnuplot draws where its output is a table instead of a picture, with all digits.
  private func drawnPoints(_ figure: PanelFigure) throws -> [DrawnPlot] {
    try figure.write(into: folder.url)
    let script = figure.script.replacing("\"svg png pdf tex\"", with: "\"table\"")
      .replacing(/set output .*/, with: "set table '\(figure.name).txt'").replacing("unset output", with: "unset table")
      .replacing(/set format (?<axis>[xy]) .*/) { "set format \($0.axis) \"%.17g\"" }
    try script.write(to: folder.url.appending(path: "table.gp"), atomically: true, encoding: .utf8)
    let gnuplot = Process()
    gnuplot.executableURL = URL(filePath: "/usr/bin/env")
    gnuplot.arguments = ["gnuplot", "-e", "set terminal dumb", "table.gp"]
    gnuplot.currentDirectoryURL = folder.url
    gnuplot.standardOutput = FileHandle.nullDevice
    gnuplot.standardError = FileHandle.nullDevice
    try gnuplot.run()
    gnuplot.waitUntilExit()
    #expect(gnuplot.terminationStatus == 0, "\(figure.name)")
    let text = try String(contentsOf: folder.url.appending(path: "\(figure.name).txt"), encoding: .utf8)
    return text.components(separatedBy: "\n# Curve ").compactMap(DrawnPlot.init)
  }
}

/// The points of one plot of gnuplot's.
private struct DrawnPlot {
  /// What the script selects rows by.
  let selected: [String]
  let columns: [String]
  let points: [[Double]]

  /// nil for what selects no rows: samples of the key.
  init?(_ text: String) {
    guard let call = text.firstMatch(of: /of\("(.*?)", "(.*?)", "(.*?)", "/) else { return nil }
    selected = [call.1, call.2, call.3].map(String.init)
    let lines = text.split(separator: "\n")
    columns = lines.first { $0.hasPrefix("# x") }?.split(separator: " ").dropFirst().map(String.init) ?? []
    // "u" are rows of other series; "o" lie beyond the axes.
    points = lines.filter { !$0.hasPrefix("#") && ($0.hasSuffix("i") || $0.hasSuffix("o")) }.map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
  }

  func isOf(_ panel: PanelFigure.Panel, _ series: PanelFigure.Series) -> Bool {
    func field(_ text: MarkedText) -> String { text.plain.replacing(", ", with: " · ") }
    return selected == [field(panel.title), field(series.label), series.kind.name]
  }
}
