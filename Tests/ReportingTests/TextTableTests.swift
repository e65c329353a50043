// SPDX-License-Identifier: GPL-3.0-or-later
import Reporting
import Testing

@Suite struct TextTableTests {
  private let rows = [["a", "count"], ["long name", "7"], ["b", ""]]

  @Test func columnsAreAsWideAsTheirWidestText() {
    #expect(TextTable(rows, sides: [.left, .right]).lines == ["a          count", "long name      7", "b"])
    #expect(TextTable(rows).lines == ["        a  count", "long name      7", "        b"])
  }

  @Test func columnsCanBeWider() {
    #expect(TextTable([["a", "b"]], side: .left, leastWidths: [4]).lines == ["a     b"])
    #expect(TextTable([["a", "b"]], leastWidths: [2, 3]).lines == [" a    b"])
  }

  /// Letters with marks and symbols are one place each.
  @Test func widthsAreOfCharacters() {
    #expect(TextTable([["2δ"], ["P50"], ["ε̂"]]).lines == [" 2δ", "P50", "  ε̂"])
  }

  @Test func noRowsAreNoLines() {
    #expect(TextTable([]).lines.isEmpty)
  }

  @Test(arguments: [(Double.nan, "–"), (-.nan, "–"), (.infinity, "∞"), (-.infinity, "−∞"), (0.25, "0.25")])
  func aNumberThatDoesNotExistIsADash(_ number: Double, _ text: String) {
    #expect(number.general(4) == text && (number.isFinite || number.fixed(2) == text))
    #expect(Double?.none.general(4) == "–" && Double?.some(number).general(4) == text)
  }
}
