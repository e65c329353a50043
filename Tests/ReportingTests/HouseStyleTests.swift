// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import TestSupport
import Testing

/// What all figures have in common.
@Suite struct HouseStyleTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func figures() throws -> [PanelFigure] { try ReportingTests.figures(of: tinyGrids.prefix(1), in: folder.url) }

  /// Scripts name columns, and only such as the table has.
  @Test func scriptsNameTheTablesColumns() throws {
    for figure in try figures() {
      let named =
        figure.script.matches(of: /column\("(.*?)"\)/).map { String($0.1) }
        + figure.script.matches(of: /of\("[^"]*", "[^"]*", "[^"]*", "([^"]*)"\)/).map { String($0.1) }
        + figure.script.matches(of: /strcol\("(.*?)"\)/).map { String($0.1) }
      #expect(
        !named.isEmpty && Set(named).subtracting(figure.table.columns.map(\.name)).isEmpty,
        "\(figure.name): \(Set(named))")
      #expect(figure.script.firstMatch(of: /using [^\n]*\$\d/) == nil, "\(figure.name) has a column by number")
    }
  }

  /// gnuplot ends a field at a comma, quoted or not.
  @Test func noFieldHasAComma() throws {
    for figure in try figures() {
      let words = figure.table.rows.flatMap { $0.compactMap { $0 as? String } }
      #expect(!words.contains { $0.contains(",") || $0.contains("\"") }, "\(figure.name)")
    }
  }

  /// The key stands below the panels: the highest of its rows ends where their labels begin.
  @Test func theKeyIsBelowThePanels() throws {
    for figure in try figures() {
      let bottoms = figure.commands.matches(of: /bmargin at screen ([\d.]+); set tmargin at screen ([\d.]+)/)
        .compactMap { match in Double(match.1).flatMap { low in Double(match.2).map { (low, $0) } } }
      let panels = bottoms.prefix(figure.panels.count)
      let key = bottoms.dropFirst(figure.panels.count)
      let least = try #require(panels.map(\.0).min())
      let labels = 26 / Double(figure.size.height)
      #expect(!key.isEmpty && key.allSatisfy { $0.1 < least - labels + 1e-4 }, "\(figure.name)")
    }
  }

  /// The same label has one colour in all panels, and no other label has it with the same shape.
  @Test func aLabelHasOneStyle() throws {
    for figure in try figures() {
      var looks: [String: Set<String>] = [:]
      for match in figure.commands.matches(of: /of\("[^"]*", "([^"]+)", "[^"]*", .*(linecolor '[^']*')/) {
        looks[String(match.1), default: []].insert(String(match.2))
      }
      #expect(
        looks.values.allSatisfy { $0.subtracting(["linecolor '#ffffff'"]).count == 1 }, "\(figure.name): \(looks)")
    }
  }

  /// Colours of series with an order keep it in grey.
  @Test func ranksAreTellableInGrey() throws {
    let study = try study(dimension: [100], sparsity: [2, 4, 6, 8, 10, 12, 14, 16], samples: [20, 40, 60])
    let results = try results(study, in: folder.url) { cell in (min(36, cell.samples), 0, 40) }
    let figure = try #require(results.figures.first { $0.name == "success_curve" })
    let key = try #require(figure.commands.components(separatedBy: "NaN notitle").last)
    let greys = key.matches(of: /linecolor '#(\w\w)(\w\w)(\w\w)'/).map { match in
      zip([match.1, match.2, match.3], [0.2126, 0.7152, 0.0722])
        .map { pow(Double(Int($0, radix: 16) ?? 0) / 255, 2.2) * $1 }.reduce(0, +)
    }
    #expect(greys.count == 8 && zip(greys, greys.dropFirst()).allSatisfy { $0 < $1 })
  }
}
