// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct FigureTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func figures(dimension: [Int], sparsity: [Int], samples: [Int]) throws -> [String: PanelFigure] {
    let study = try study(dimension: dimension, sparsity: sparsity, samples: samples)
    let results = try results(study, in: folder.url) { cell in (min(36, cell.samples), 0, 40) }
    return Dictionary(uniqueKeysWithValues: results.figures.map { ($0.name, $0) })
  }

  @Test func aFigureWithoutDataIsLeftOut() throws {
    #expect(try figures(dimension: [20], sparsity: [2], samples: [10, 20]).keys.sorted() == ["success_curve"])
  }

  @Test func aGridWithAllThereIsHasAllFigures() throws {
    let names = try figures(dimension: [20, 40, 80], sparsity: [2, 4, 6], samples: [5, 10, 20, 30, 45]).keys.sorted()
    #expect(names == ["phase_diagram", "samples50_scaling", "success_curve", "transition_width"])
  }

  /// The law's success at N = s is ½ exactly at P = 2N − 1 (half the samples bind, and any N of them determine w*).
  @Test func theContoursAreTheLaws() throws {
    let figure = try #require(
      try figures(dimension: [12], sparsity: [4, 8, 12], samples: [5, 10, 20, 30])["phase_diagram"])
    let contour = rows(figure.table.csv).filter { $0["series"] == "50 %" && $0["sparsity"] == "12" }
    #expect(contour.count == 1)
    expectClose(try #require(contour[0]["undersampling"].flatMap(Double.init)), 23.0 / 12, absolute: 1e-9)
  }

  /// A cell's box holds its own P and s, and ends half-way to the neighbours: every s has the same P, which cover an area.
  @Test func boxesMeetHalfWay() throws {
    let figure = try #require(
      try figures(dimension: [100], sparsity: [10, 11, 40], samples: [20, 30, 50])["phase_diagram"])
    let boxes = rows(figure.table.csv).filter { $0["rate"] != "" }
    #expect(boxes.count == 9)
    let box = try #require(boxes.first { $0["sparsity"] == "11" && $0["undersampling"] == "0.3" })
    func value(_ column: String) throws -> Double { try #require(box[column].flatMap(Double.init)) }
    expectClose(try value("undersampling_low"), 0.25, absolute: 1e-12)
    expectClose(try value("undersampling_high"), 0.4, absolute: 1e-12)
    expectClose(try value("relative_sparsity_low"), 110.0.squareRoot() / 30, absolute: 1e-12)
    expectClose(try value("relative_sparsity_high"), 440.0.squareRoot() / 30, absolute: 1e-12)
  }

  /// Where every s has P of its own, nothing is known between the stripes: a box ends a fifth up, not half-way to the neighbour.
  @Test func stripesStayStripes() throws {
    let study = try study(
      """
      study: tiny
      claim: recovery-law
      seed: 1
      grid:
        dimension: [100]
        sparsity: [10, 20, 40]
        samples: {relative-to: predicted, from: 0.8, to: 1.2, count: 3}
      trials: {each: 20}
      """)
    let results = try results(study, in: folder.url) { _ in (20, 0, 40) }
    let figure = try #require(results.figures.first { $0.name == "phase_diagram" })
    for box in rows(figure.table.csv).filter({ $0["rate"] != "" }) {
      func value(_ column: String) throws -> Double { try #require(box[column].flatMap(Double.init)) }
      expectClose(try value("relative_sparsity_high") / value("relative_sparsity"), 1.2, relative: 1e-12)
    }
  }

  @Test func theScalesOfTheSamplesAreThoseOfTheirNames() throws {
    let figure = try #require(
      try figures(dimension: [20, 40], sparsity: [2, 4], samples: [5, 10, 20, 30, 45])["samples50_scaling"])
    let measured = rows(figure.table.csv).filter { $0["kind"] == "measured" }
    var seen = 0
    for row in measured where row["sparsity_log_ratio"] != "" && row["samples50"] != "" {
      func value(_ column: String) throws -> Double { try #require(row[column].flatMap(Double.init)) }
      let (n, s) = try (value("dimension"), value("sparsity"))
      expectClose(try value("sparsity_log_ratio"), s * log(n / s), absolute: 1e-9)
      #expect(try value("samples50_low") < value("samples50") && value("samples50") < value("samples50_high"))
      seen += 1
    }
    #expect(seen == 4 && measured.count == 16)
  }

  /// Captions say how many trials there are and what the bars are; the scripts say it too.
  @Test func captionsAndScriptsStateTrialsAndIntervals() async throws {
    let study = try study(dimension: [20, 40, 80], sparsity: [2, 4, 6], samples: [5, 10, 20, 30, 45])
    let report = try await report(study, in: folder.url)
    try await report.drawFigures(into: folder.url)
    for figure in report.results.figures {
      #expect(figure.caption.plain.contains("1,800 trials") && figure.caption.plain.contains("intervals"))
      let script = try String(contentsOf: folder.url.appending(path: "figures/\(figure.name).gp"), encoding: .utf8)
      #expect(script.hasPrefix("# \(figure.title.plain)\n# ") && script.contains("1,800"))
      for format in ["svg", "png", "pdf", "tex"] {
        let drawing = try Data(contentsOf: folder.url.appending(path: "figures/\(figure.name).\(format)"))
        #expect(drawing.count > 1000, "\(figure.name).\(format)")
      }
    }
  }
}
