// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import FoundationXML
import Reporting
import StudyModel
import TestSupport
import Testing

@Suite struct ReportPageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func page(_ study: Study) async throws -> String {
    let report = try await report(study, in: folder.url)
    _ = try await report.write([.html], into: folder.url, needsFigures: false)
    return try String(contentsOf: folder.url.appending(path: "report.html"), encoding: .utf8)
  }

  @Test func thePageNeedsNothingElse() async throws {
    let page = try await page(try study(dimension: [20], sparsity: [2, 4], samples: [10, 20, 30]))
    // The names of XML are no addresses.
    let addresses = page.replacing("http://www.w3.org", with: "")
    #expect(!addresses.contains("http:") && !addresses.contains("https:") && !page.contains("src=\"/"))
    #expect(page.contains("<svg viewBox=") && !page.contains("Not drawn") && !page.contains("gnuplot_plot_"))
    #expect(page.components(separatedBy: "<h1>").count == 2)
    let order = [
      "id=\"verdict\"", "id=\"answer\"", "id=\"transitions\"", "id=\"cells\"", "id=\"study\"", "id=\"manifest\"",
      "id=\"reproduce\"",
    ]
    let places = order.compactMap { page.range(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
  }

  /// What a study file says is text, not markup.
  @Test func theStudysTextIsEscaped() async throws {
    let plain = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    let text = "# <script>alert('&')</script>\n" + plain.source.text
    let page = try await page(try Study(StudyFile(name: "a<b>.yaml", text: text)))
    #expect(!page.contains("<script>alert") && page.contains("# &lt;script&gt;alert("))
    #expect(!page.contains("a<b>.yaml") && page.contains("a&lt;b&gt;.yaml"))
  }

  @Test func everyCellIsInThePage() async throws {
    let page = try await page(try study(dimension: [20, 40], sparsity: [2, 4], samples: [10, 20, 30]))
    let start = try #require(page.range(of: "id=\"cell-data\" type=\"application/json\">")).upperBound
    let json = page[start...].prefix { $0 != "<" }
    let cells = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[Any]])
    #expect(cells.count == 12 && cells.allSatisfy { $0.count == 33 })
    #expect(cells.map { $0[2] as? Int } == [10, 20, 30, 10, 20, 30, 10, 20, 30, 10, 20, 30])
  }

  /// The exact law speaks of Gaussian inputs only: with others it measures nothing, which is no number.
  @Test func whatAClaimDidNotMeasureIsADash() async throws {
    let plain = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    let uniform = try study(plain.source.text + "\ninputs: {distribution: uniform}")
    let report = try await report(uniform, in: folder.url)
    #expect(report.results.finding?.measured.isNaN == true)
    _ = try await report.write([.csv, .tex, .html], into: folder.url, needsFigures: false)
    let verdict = try #require(rows(report.results.verdictsTable.csv.replacing(/"[^"]*"/, with: "")).first)
    #expect(verdict["measured"] == "" && verdict["bound"] == "" && verdict["slack"] == "")
    for file in ["report.html", "macros.tex", "verdicts.csv"] {
      let text = try folder.read(file)
      #expect(text.firstMatch(of: /(?i)\b-?nan\b(?!notitle)/) == nil, "\(file)")
    }
  }

  /// Labels of a drawing stay as gnuplot wrote them, though places in it are shortened: "0.50" in a legend has its zero.
  @Test func labelsOfDrawingsAreWhole() async throws {
    let page = try await page(try study(dimension: [20, 40, 80], sparsity: [2, 4], samples: [10, 20, 30, 45]))
    let widths = page.matches(of: /= (-?[\d.]+) ± ([\d.]+)/)
    #expect(!widths.isEmpty && page.contains("N</tspan>"))
    #expect(widths.allSatisfy { $0.0.wholeMatch(of: /= -?\d+\.\d\d ± \d+\.\d\d/) != nil })
    #expect(page.firstMatch(of: /d='[^']*\.\d*0[ ,][^']*'/) == nil, "a place with a last zero")
  }

  /// What stands in the folder's README.md is on the page, under its own title, and in the index.
  @Test func theInterpretationIsOnThePageAndInTheIndex() async throws {
    try """
    # What a < b means

    It holds, see `cells.csv`
    and **this**.

    - one
      and a half
    - two

    | N | value |
    |---|---|
    | 20 | 1 |
    """.write(to: folder.url.appending(path: "README.md"), atomically: true, encoding: .utf8)
    let page = try await page(try study(dimension: [20], sparsity: [2], samples: [10, 20]))
    #expect(page.contains("<h1>What a &lt; b means</h1>"))
    #expect(page.contains("<p>It holds, see <code>cells.csv</code> and <b>this</b>.</p>"))
    #expect(page.contains("<li>one and a half</li>") && page.contains("<td>20</td><td>1</td>"))
    let report = try await report(try study(dimension: [20], sparsity: [2], samples: [10]), in: folder.url)
    let inner = folder.url.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "README.md"), to: inner.appending(path: "README.md"))
    _ = try await report.write([.csv, .html], into: inner, needsFigures: false)
    let index = try ReportIndex(of: folder.url)
    try index.write(into: folder.url)
    let html = try folder.read("index.html")
    #expect(html.contains(">What a &lt; b means</a>") && html.contains("It holds, see cells.csv and this."))
  }

  @Test func theIndexListsTheReports() async throws {
    for name in ["b", "a & c"] {
      let report = try await report(
        try study(dimension: [20], sparsity: [2], samples: [10]), in: folder.url.appending(path: name))
      _ = try await report.write([.csv, .html], into: folder.url.appending(path: name), needsFigures: false)
    }
    try FileManager.default.createDirectory(at: folder.url.appending(path: "none"), withIntermediateDirectories: true)
    let index = try ReportIndex(of: folder.url)
    #expect(index.studies == ["a & c", "b"])
    try index.write(into: folder.url)
    let html = try String(contentsOf: folder.url.appending(path: "index.html"), encoding: .utf8)
    #expect(html.contains("<a href=\"a%20&amp;%20c/report.html\">a &amp; c</a>") && !html.contains("none/report.html"))
    #expect(throws: ReportError.noReports(path: folder.url.appending(path: "none").path)) {
      try ReportIndex(of: folder.url.appending(path: "none"))
    }
  }
}
