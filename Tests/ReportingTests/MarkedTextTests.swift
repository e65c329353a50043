// SPDX-License-Identifier: GPL-3.0-or-later
import Reporting
import Testing

@Suite struct MarkedTextTests {
  private let text: MarkedText = "a_b: 5 % of $P_{50} / 2\\delta$ < $s \\ln(N/s)$ & $N^{-1}$"

  @Test func inLaTeXFormulasStayAndTextIsEscaped() {
    #expect(text.latex == "a\\_b: 5~\\% of $P_{50} / 2\\delta$ $<$ $s \\ln(N/s)$ \\& $N^{-1}$")
  }

  @Test func inHTMLFormulasAreMathMLAndTextIsEscaped() {
    let bound: MarkedText = "a_b: 5 % < $P_{50}$ & $N^{-1}$"
    #expect(
      bound.html == "a_b: 5&nbsp;% &lt; <math><msub><mi>P</mi><mrow><mn>50</mn></mrow></msub></math> &amp; "
        + "<math><msup><mi>N</mi><mrow><mo>−</mo><mn>1</mn></mrow></msup></math>")
    let norm: MarkedText = "$\\|\\hat u\\|_1 / \\sqrt N \\le 2\\, s \\ln(N/s)$"
    #expect(
      norm.html
        == "<math><mo>‖</mo><mover accent=\"true\"><mi>u</mi><mo>^</mo></mover><msub><mo>‖</mo><mn>1</mn></msub><mo>/</mo>"
        + "<msqrt><mi>N</mi></msqrt><mo>≤</mo><mn>2</mn><mspace width=\"0.17em\"></mspace><mi>s</mi><mi>ln</mi><mo>(</mo>"
        + "<mi>N</mi><mo>/</mo><mi>s</mi><mo>)</mo></math>")
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
