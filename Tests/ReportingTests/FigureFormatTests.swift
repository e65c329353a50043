// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import StudyModel
import TestSupport
import Testing

@Suite struct FigureFormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func curve() throws -> PanelFigure {
    let study = try study(dimension: [20, 40, 80], sparsity: [2, 4], samples: [10, 20, 30, 45])
    let results = try results(study, in: folder.url) { cell in (min(36, cell.samples), 0, 40) }
    return try #require(results.figures.first { $0.name == "success_curve" })
  }

  /// Widths in centimetres: 5.5 in, siamart's 5.125 in, IEEEtran's column of 252 TeX points, 14 cm of a slide.
  @Test(arguments: zip(FigureSettings.Preset.allCases, [13.97, 13.0175, 8.857, 13.97]))
  func noFigureIsWiderThanItsText(_ preset: FigureSettings.Preset, _ most: Double) throws {
    let drawn = try #require(try curve().drawn(for: FigureSettings(preset: preset)))
    let size = try #require(drawn.script.firstMatch(of: /set terminal tikz size ([\d.]+)cm/))
    let width = try #require(Double(size.1))
    #expect(width <= most && width > 0.98 * most)
  }

  @Test func panelsAndSeriesAreChosenByName() throws {
    let settings = FigureSettings(panels: [FigureSelection("N=20,80")], series: [FigureSelection("s = 4")])
    let curve = try curve()
    let drawn = try #require(curve.drawn(for: settings))
    #expect(drawn.panels.map(\.title.plain) == ["N = 20", "N = 80"])
    #expect(Set(drawn.panels.flatMap(\.series).map(\.label.plain)) == ["s = 4"])
    #expect(curve.drawn(for: FigureSettings(panels: [FigureSelection("N=2")])) == nil, "N = 2 is not N = 20")
    #expect(FigureSelection("uniform").matches("N = 20, uniform inputs"))
  }

  @Test(arguments: [
    ("neurips", FigureSettings()),
    ("{preset: ieee, width: 8.25cm}", FigureSettings(preset: .ieee, width: 8.25 * 72 / 2.54)),
    (
      "{columns: 2, font: 9, panels: 'N=20,40'}",
      FigureSettings(columns: 2, fontSize: 9, panels: [FigureSelection("N=20,40")])
    ),
  ])
  func studiesSayWhatTheirFiguresAreFor(_ text: String, _ expected: FigureSettings) throws {
    let plain = try study(dimension: [20], sparsity: [2], samples: [10])
    #expect(plain.figures == FigureSettings())
    #expect(try study(plain.source.text + "\nfigures: \(text)\n").figures == expected)
  }

  @Test(arguments: [
    ("nature", "neurips, siam, ieee, slides"), ("{width: 3 cubits}", "8.25cm"), ("{width: 1mm}", "3.81"),
    ("{font: 5}", "7 to 24"),
    ("{columns: 9}", "1 to 3"), ("{panel: x}", "panels"),
  ])
  func whatIsWrongIsSaid(_ text: String, _ remedy: String) throws {
    let plain = try study(dimension: [20], sparsity: [2], samples: [10])
    #expect {
      _ = try study(plain.source.text + "\nfigures: \(text)\n")
    } throws: { "\($0)".contains(remedy) }
  }

  /// Nothing in a drawing says when it was made: the same data make the same bytes.
  @Test(.enabled(if: isInstalled("gnuplot"), "gnuplot is not installed"))
  func drawingsHaveNoDate() async throws {
    let figure = try curve()
    try figure.write(into: folder.url)
    try await figure.draw(in: folder.url)
    func drawing(_ format: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.url.appending(path: "\(figure.name).\(format)")), as: UTF8.self)
    }
    #expect(try drawing("pdf").contains("/CreationDate (D:19700101000000"))
    let year = "\(Calendar(identifier: .gregorian).component(.year, from: Date()))"
    for format in ["svg", "tex"] { #expect(!(try drawing(format)).contains(year), "\(format)") }
  }
}
