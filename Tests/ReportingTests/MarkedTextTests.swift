// SPDX-License-Identifier: GPL-3.0-or-later
import Reporting
import Testing

@Suite struct MarkedTextTests {
  private let text: MarkedText = "a_b: 5 % of $P_{50} / 2\\delta$ < $s \\ln(N/s)$ & $N^{-1}$"

  @Test func inLaTeXFormulasStayAndTextIsEscaped() {
    #expect(text.latex == "a\\_b: 5~\\% of $P_{50} / 2\\delta$ $<$ $s \\ln(N/s)$ \\& $N^{-1}$")
  }

  @Test func inHTMLVariablesAreItalicAndTextIsEscaped() {
    #expect(
      text.html == "a_b: 5&nbsp;% of <i>P</i><sub>50</sub> / 2<i>δ</i> &lt; <i>s</i> ln(<i>N</i>/<i>s</i>) &amp; "
        + "<i>N</i><sup>−1</sup>")
  }

  @Test func inGnuplotMarkupInTextIsHarmless() {
    #expect(
      text.enhanced
        == "a\\_b: 5 % of {/:Italic P}_{50} / 2{/:Italic δ} < {/:Italic s} ln({/:Italic N}/{/:Italic s}) \\& "
        + "{/:Italic N}^{−1}")
    #expect(MarkedText("it's").gnuplot == "(tex ? 'it''s' : 'it''s')")
  }

  @Test func inPlainTextIndicesAreSmallDigits() {
    #expect(text.plain == "a_b: 5 % of P₅₀ / 2δ < s ln(N/s) & N^−1")
  }

  @Test func normsHatsAndBareScriptsAreSpelt() {
    let text: MarkedText = "$\\|\\hat u\\|_1 / \\|w\\|_1$, $\\hat u_j \\sqrt N / \\omega$"
    #expect(text.plain == "‖û‖₁ / ‖w‖₁, ûj √ N / ω")
    #expect(text.latex == text.source)
  }

  @Test func everyHTMLSpecialIsEscaped() {
    #expect("<a b=\"c\">&'".htmlEscaped == "&lt;a b=&quot;c&quot;&gt;&amp;&#39;")
  }
}
