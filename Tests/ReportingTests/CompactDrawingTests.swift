// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Reporting
import Testing

@Suite struct CompactDrawingTests {
  /// What each replacement is meant to do, by regular expressions, one after the other.
  private func bySteps(_ drawing: String) -> String {
    drawing.replacing(/\s+/, with: " ").replacing("> <", with: "><").replacing(/rgb\( *(\d+), *(\d+), *(\d+)\)/) {
      "rgb(\($0.1),\($0.2),\($0.3))"
    }
    .replacing(" stroke-linecap=\"butt\" stroke-linejoin=\"miter\"", with: "")
    .replacing(/\s(d|points|x|y|transform|width|height)=['"][^'"]*['"]/) { attribute in
      // No `\b`: between a digit and the comma of the next place Unicode has no word boundary.
      attribute.0.replacing(/(\.\d*?)0+(?!\d)/) { $0.1 == "." ? "" : "\($0.1)" }
    }
    .replacing(/<g [^>]*><\/g>/, with: "")
  }

  @Test(arguments: [
    "<svg  width=\"840.50\"\n height='20.00'>\n <g id=\"a\">\n</g>  <path d='M1.0,2.50 L.0,0.505 10.10.0'/></svg>",
    "<g fill=\"none\" stroke-linecap=\"butt\" stroke-linejoin=\"miter\"><g x=\"1.0\"></g></g><g></g>",
    "<g stroke='rgb( 64,  64, 64)'><text y=\"3.\">rate .50, x=\"1.0\" P\u{2009}=\u{a0}10.0 ≥ ½</text></g>",
    "rgb(1, 2) rgb(1,2,3 ) rgb( 1,22,333) rg r < > <g <g a> </g> x=\"1.0", "", " ", "<g b>\t<g c></g></g> . 1.0 '",
  ])
  func isWhatItsStepsLeave(_ drawing: String) { #expect(drawing.compactDrawing == bySteps(drawing)) }

  /// Two thousand strings of the pieces that matter, in any order.
  @Test func isWhatItsStepsLeaveOfAnyString() {
    let pieces = [
      "<g ", "<g>", ">", "</g>", " ", "\n", "rgb(", "1, ", " 2,", "30)", " x=", " d=", "\"", "'", "1.50", ".0", "0.",
      "é", "\u{2009}",
      " stroke-linecap=\"butt\" stroke-linejoin=\"miter\"",
    ]
    var state: UInt32 = 1
    for _ in 0..<2000 {
      let drawing = (0..<20).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return pieces[Int(state >> 16) % pieces.count]
      }.joined()
      #expect(drawing.compactDrawing == bySteps(drawing), "\(drawing)")
    }
  }
}
