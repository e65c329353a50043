// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Text with formulas between dollar signs, as `samples $P_{50}$`, for LaTeX, gnuplot, HTML and plain text.
///
/// A formula holds letters, digits, signs, `\delta`, `\ln`, `\cdot`, `\|`, `\hat u`, and `_{…}` or `^{…}`, or `_1` of one character.
package struct MarkedText: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package let source: String

  package init(_ source: String) { self.source = source }
  package init(stringLiteral source: String) { self.source = source }

  /// The source split at the dollar signs: text and formulas by turns.
  private func map(text: (String) -> String, formula: (String) -> String) -> String {
    source.split(separator: "$", omittingEmptySubsequences: false).enumerated().map { index, part in
      index.isMultiple(of: 2) ? text(String(part)) : formula(String(part))
    }.joined()
  }

  package var latex: String { map(text: \.latexEscaped) { "$\($0)$" }.replacing(" \\%", with: "~\\%") }

  package var plain: String { map(text: { $0 }) { $0.rendered(.plain) } }

  /// Formulas in MathML.
  package var html: String { map(text: { $0.htmlEscaped.replacing(" %", with: "&nbsp;%") }) { MathML($0).html } }

  /// In gnuplot's enhanced text.
  package var enhanced: String {
    map(text: { text in text.flatMap { "\\_^{}@&~".contains($0) ? "\\\($0)" : "\($0)" }.map(String.init).joined() }) {
      $0.rendered(.enhanced)
    }
  }

  /// An expression of gnuplot: LaTeX for the script's tikz terminal, enhanced text for the others.
  package var gnuplot: String {
    "(tex ? '\(latex.replacing("'", with: "''"))' : '\(enhanced.replacing("'", with: "''"))')"
  }
}

extension [MarkedText] {
  /// The lines as one text of gnuplot's.
  var gnuplot: String { isEmpty ? "''" : map(\.gnuplot).joined(separator: ".\"\\n\".") }
}

extension MarkedText {
  /// What commands of formulas stand for.
  static let symbols = [
    "delta": "δ", "ln": "ln", "cdot": "·", "alpha": "α", "epsilon": "ε", "gamma": "γ", "ell": "ℓ",
    "kappa": "κ", "lambda": "λ", "mu": "μ", "rho": "ρ", "sigma": "σ", "xi": "ξ", "Delta": "Δ", "times": "×", "le": "≤",
    "ge": "≥", "omega": "ω", "sqrt": "√",
  ]
}

/// How a formula is written.
private struct FormulaStyle {
  let letter: @Sendable (Character) -> String
  let lowered: @Sendable (String) -> String
  let raised: @Sendable (String) -> String

  static let plain = FormulaStyle(letter: { "\($0)" }, lowered: { $0.digits("₀₁₂₃₄₅₆₇₈₉") }, raised: { "^\($0)" })
  static let enhanced = FormulaStyle(
    letter: { "{/:Italic \($0)}" }, lowered: { "_{\($0)}" }, raised: { "^{\($0)}" })
}

extension String {
  fileprivate func rendered(_ style: FormulaStyle) -> String {
    var (rest, result) = (Substring(self), "")
    while let first = rest.popFirst() {
      switch first {
      case "\\" where rest.first == "|":
        rest.removeFirst()
        result += "‖"
      case "\\" where rest.hasPrefix("hat "):
        rest.removeFirst(4)
        let letter = rest.popFirst().map { "\($0)\u{302}".precomposedStringWithCanonicalMapping } ?? ""
        result += letter.map(style.letter).joined()
      case "\\":
        let command = rest.prefix { $0.isLetter }
        rest.removeFirst(max(command.count, 1))
        // A thin space is the one command without letters.
        let space = command == "ln" && rest.first != "(" ? " " : ""
        result += command.isEmpty ? " " : Self.commands[String(command)].map(style.spelled) ?? String(command)
        result += space
      case "_", "^":
        let isBraced = rest.first == "{"
        let script = isBraced ? rest.dropFirst().prefix { $0 != "}" } : rest.prefix(1)
        rest.removeFirst(min(rest.count, script.count + (isBraced ? 2 : 0)))
        let inner = String(script).rendered(style)
        result += first == "_" ? style.lowered(inner) : style.raised(inner)
      case let letter where letter.isLetter: result += style.letter(letter)
      case "-": result += "−"
      default: result.append(first)
      }
    }
    return result
  }

  private static var commands: [String: String] { MarkedText.symbols }

  fileprivate func digits(_ forms: String) -> String {
    map { $0.wholeNumberValue.map { "\(Array(forms)[$0])" } ?? "\($0)" }.joined()
  }

  /// Text with LaTeX's special characters and this suite's symbols spelled out.
  package var latexEscaped: String {
    map { Self.latexSpelling[$0] ?? "\($0)" }.joined()
  }

  private static let latexSpelling: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
    "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "–": "--", "−": "$-$", "±": "$\\pm$", "×": "$\\times$",
    "δ": "$\\delta$", "≤": "$\\le$", "≥": "$\\ge$", "∞": "$\\infty$", "·": "$\\cdot$", "…": "\\dots{}",
    "₀": "$_0$", "₅": "$_5$", "₉": "$_9$", "<": "$<$", ">": "$>$", "α": "$\\alpha$",
    "ε": "$\\epsilon$", "κ": "$\\kappa$", "λ": "$\\lambda$", "μ": "$\\mu$", "ρ": "$\\rho$", "σ": "$\\sigma$",
    "Δ": "$\\Delta$",
    "Σ": "$\\Sigma$", "‖": "$\\|$", "√": "$\\surd$", "²": "$^2$", "γ": "$\\gamma$", "ℓ": "$\\ell$", "½": "$\\frac12$",
    "→": "$\\to$",
  ]

  package var htmlEscaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}

extension FormulaStyle {
  /// Greek letters are letters; names of functions are not.
  fileprivate func spelled(_ symbol: String) -> String {
    symbol.count == 1 && symbol.first?.isLetter == true ? letter(Character(symbol)) : symbol
  }
}
