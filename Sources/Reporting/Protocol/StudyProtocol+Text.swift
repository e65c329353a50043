// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

extension StudyProtocol {
  /// For reading and for preregistrations that take Markdown.
  package var markdown: String {
    let parts = sections.map { section in
      "## \(section.title)\n\n" + section.items.map { "- **\($0.label)**: \($0.text.markdownEscaped)\n" }.joined()
    }
    return "# \(title)\n\n" + parts.joined(separator: "\n")
  }

  /// For `\input`, in ASCII: sections with an environment `description` each.
  package var latex: String {
    let parts = sections.map { section in
      let items = section.items.map { "  \\item[\($0.label.asciiLatex)] \($0.text.asciiLatex)\n" }.joined()
      return "\\subsection*{\(section.title.asciiLatex)}\n\\begin{description}\n\(items)\\end{description}\n"
    }
    return "% \(title)\n" + parts.joined()
  }

  /// Writes `protocol.md` and `protocol.tex`.
  ///
  /// - Throws: ``ReportError``.
  package func write(into folder: URL) throws(ReportError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    try Reporting.write(markdown, to: folder.appending(path: "protocol.md"))
    try Reporting.write(latex, to: folder.appending(path: "protocol.tex"))
  }
}

extension String {
  fileprivate var markdownEscaped: String {
    replacing("\\", with: "\\\\").replacing("*", with: "\\*").replacing("_", with: "\\_").replacing("<", with: "&lt;")
  }

  /// LaTeX in which no character is left that an 8-bit engine has no glyph for.
  package var asciiLatex: String {
    latexEscaped.map { character in
      if character.isASCII { return "\(character)" }
      if let command = Self.commands[character] { return "\\ensuremath{\(command)}" }
      // A letter with an accent over it, as û, is told as TeX has it.
      let scalars = "\(character)".decomposedStringWithCanonicalMapping.unicodeScalars.map { $0 }
      if scalars.count == 2, let accent = Self.accents[scalars[1].value] {
        return "\\ensuremath{\(accent){\(scalars[0])}}"
      }
      return "?"
    }.joined()
  }

  private static let accents: [UInt32: String] = [0x302: "\\hat", 0x304: "\\bar", 0x303: "\\tilde", 0x308: "\\ddot"]

  private static let commands: [Character: String] = [
    "Γ": "\\Gamma", "Ω": "\\Omega", "Φ": "\\Phi", "Λ": "\\Lambda", "Π": "\\Pi", "β": "\\beta", "ζ": "\\zeta",
    "η": "\\eta",
    "θ": "\\theta", "ν": "\\nu", "ξ": "\\xi", "π": "\\pi", "τ": "\\tau", "φ": "\\varphi", "χ": "\\chi", "ψ": "\\psi",
    "ω": "\\omega", "∈": "\\in", "∉": "\\notin", "∩": "\\cap", "∪": "\\cup", "∂": "\\partial", "≠": "\\ne",
    "≈": "\\approx", "≪": "\\ll", "≫": "\\gg", "∼": "\\sim", "∝": "\\propto", "∅": "\\emptyset", "⟨": "\\langle",
    "⟩": "\\rangle", "ᵀ": "^{T}", "ᶜ": "^{c}", "⁻": "^{-}", "¹": "^{1}", "³": "^{3}", "⁴": "^{4}", "⁵": "^{5}",
    "⁶": "^{6}",
    "⁷": "^{7}", "⁸": "^{8}", "⁹": "^{9}", "⁰": "^{0}", "ⁿ": "^{n}", "⁺": "^{+}", "₁": "_{1}", "₂": "_{2}", "₃": "_{3}",
    "₄": "_{4}", "₆": "_{6}", "₇": "_{7}", "₈": "_{8}", "ᵢ": "_{i}", "ⱼ": "_{j}", "ₘ": "_{m}", "ₙ": "_{n}", "ₖ": "_{k}",
    "₊": "_{+}", "₋": "_{-}", "ℝ": "\\mathbb{R}", "∑": "\\sum", "∏": "\\prod", "¼": "\\frac14", "¾": "\\frac34",
    "⅓": "\\frac13", "’": "'", "“": "``", "”": "''", "—": "---", "\u{a0}": "~", "′": "'", "⌈": "\\lceil",
    "⌉": "\\rceil",
    "⌊": "\\lfloor", "⌋": "\\rfloor", "†": "\\dagger", "↔": "\\leftrightarrow", "⇒": "\\Rightarrow", "−": "-",
    "ᵣ": "_{r}",
    "ₗ": "_{\\ell}", "ₚ": "_{p}", "ₛ": "_{s}", "ₓ": "_{x}", "½": "\\frac12", "∞": "\\infty", "²": "^{2}", "ᵏ": "^{k}",
    "ᵃ": "^{a}", "ᵇ": "^{b}",
  ]
}
