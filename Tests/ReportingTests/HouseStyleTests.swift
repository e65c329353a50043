// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import Statistics
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

  /// The last label of a panel's axis and the first of its neighbour's have room beside each other.
  @Test func labelsOfNeighboursDoNotTouch() throws {
    for figure in try figures() {
      let panels = figure.commands.matches(
        of:
          /set lmargin at screen ([\d.]+); set rmargin at screen ([\d.]+);[^\n]*tmargin at screen ([\d.]+)\n(?s).*?set xrange \[(.*?):(.*?)\]\nset xtics nomirror \((.*?)\)\n/
      )
      for (left, right) in zip(panels, panels.dropFirst()) where left.3 == right.3 {
        let width = Double(figure.size.width)
        let ends = try [left, right].map { panel -> [(place: Double, half: Double)] in
          let isLogarithmic = panel.0.contains("\nset logscale x")
          func place(_ text: some StringProtocol) throws -> Double {
            let value = try #require(Double(String(text)))
            return isLogarithmic ? log10(value) : value
          }
          let (low, high) = try (place(panel.4), place(panel.5))
          let (from, to) = try (#require(Double(panel.1)), #require(Double(panel.2)))
          // Braces and marks of gnuplot's text are not drawn.
          return try panel.6.matches(of: /: '([^']+)'\) ([-\d.e]+)/).map { tick in
            let letters = Double(tick.1.count { !"{}_^".contains($0) })
            let share = try (place(tick.2) - low) / (high - low)
            return (place: (from + share * (to - from)) * width, half: 0.547 * 15 * letters / 2)
          }
        }
        guard let last = ends[0].last, let first = ends[1].first else { continue }
        #expect(last.place + last.half < first.place - first.half, "\(figure.name): \(last), \(first)")
      }
    }
  }

  /// Points and intervals of two series at one place stand beside each other, in the order of the key.
  @Test func noIntervalHidesAnother() throws {
    for figure in try ReportingTests.figures(of: tinyGrids, in: folder.url) {
      for panel in figure.panels {
        let series = panel.series.filter {
          [.points, .joinedPoints].contains($0.kind.mark) && !$0.label.source.isEmpty
        }
        let places = series.flatMap { series in Set(series.points.map(\.x)).map { (x: $0, series.label) } }
        let shared = Dictionary(grouping: places, by: \.x).filter { Set($0.value.map(\.1)).count > 1 }
        guard 2 * shared.count > Set(places.map(\.x)).count, shared.count > 1 else { continue }
        let shifts = Set(series.map { "\($0.label.source) \($0.shift ?? 0)" })
        #expect(
          shifts.count == Set(series.map(\.label)).count && Set(series.map(\.shift)).count == shifts.count,
          "\(figure.name): \(shifts)")
      }
    }
  }

  /// Of several dimensions the key names shares of N, which all panels have, and no look twice.
  @Test func oneKeyServesAllDimensions() throws {
    let study = try study(
      """
      study: tiny
      claim: survey
      seed: 1
      inputs: [{distribution: gaussian}, {distribution: relu-outputs, layers: 1}]
      grid: {dimension: [20, 40], sparsity: {fractions: [0.1, 0.2]}, samples: [5, 10, 20, 30, 50]}
      trials: {each: 40}
      """)
    let results = try results(study, in: folder.url) { cell in (min(36, cell.samples), 0, 40) }
    let figure = try #require(results.figures.first { $0.name == "conditions" })
    let labels = figure.panels.map { panel in panel.series.map(\.label.plain).filter { !$0.isEmpty } }
    #expect(labels == Array(repeating: ["s/N = 0.1", "s/N = 0.2"], count: 2))
    #expect(Set(figure.labelLooks.map { "\($0.color) \($0.shape)" }).count == figure.labelLooks.count)
    #expect(figure.commands.contains("outputs of 1 ReLU layer"))
  }

  /// Few trials a cell have the fit's band, which holds at each rate the profile-likelihood interval of its place, and no bars.
  @Test func fewTrialsHaveABand() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [5, 10, 20, 30, 45])
    for trials in [40, 50] {
      let store = folder.url.appending(path: "\(trials)")
      let results = try results(study, in: store) { cell in (min(36, cell.samples), 0, trials) }
      let figure = try #require(results.figures.first { $0.name == "success_curve" })
      let series = figure.panels[0].series
      let band = series.first { $0.kind.mark == .band }
      #expect((band != nil) == (trials < 50))
      #expect(
        series.allSatisfy {
          ($0.points.contains { $0.yInterval != nil }) == ($0.kind.name == "measured" && trials >= 50)
        })
      guard let band else { continue }
      let counts = [5, 10, 20, 30, 45].map { samples in
        TransitionPoint(
          covariate: Double(samples), count: Proportion(successes: min(36, samples), trials: trials))
      }
      let interval = TransitionFit(counts, link: .probit).profileInterval(of: 0.5)
      let ends = band.points.filter { $0.y == 0.5 }.map(\.x)
      #expect(ends.count == 2 && band.points.first?.y == band.points.last?.y)
      expectClose(ends[1] / ends[0], interval.upperBound / interval.lowerBound, relative: 1e-9)
    }
  }

  /// A word before a number does not take its order: "samples 20" and "samples 80" get darker and lighter.
  @Test func numbersAfterAWordAreRanks() throws {
    let tiny = TinyGrid(
      claim: "certificate-correlations", grid: "{dimension: [30, 40], sparsity: [1, 2, 3, 4], samples: [20, 40, 80]}",
      figures: [])
    let figure = try #require(try measuredResults(tiny).figures.first)
    #expect(figure.labelLooks.map(\.color) == ["#440154", "#277f8e", "#d9b81a"], "\(figure.labelLooks)")
  }

  /// Nothing runs along an axis of one place.
  @Test func aCurveOfOnePlaceIsNone() throws {
    let tiny = TinyGrid(claim: "magnitude-kept-fraction", grid: "{width: [10, 20], quality: [1]}", figures: [])
    #expect(try measuredResults(tiny).figures.isEmpty)
  }
}
