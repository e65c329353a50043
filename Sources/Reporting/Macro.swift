// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A number, or a word, that a paper quotes, as a LaTeX command.
package struct Macro: Sendable, Hashable {
  /// Words that together are the command's name; digits in them are spelled out, as a name has letters only.
  package let words: [String]
  /// In LaTeX, for text and for formulas.
  package let value: String
  /// A comment beside the definition.
  package let meaning: String

  package init(_ words: String..., value: String, meaning: String) {
    (self.words, self.value, self.meaning) = (words, value, meaning)
  }

  package init(_ words: [String], count: Int, meaning: String) {
    (self.words, self.value, self.meaning) = (words, count.latex, meaning)
  }

  /// nil where there is no such number: a paper that quotes it then does not compile.
  package init?(_ words: [String], number: Double?, digits: Int = 4, meaning: String) {
    guard let number, number.isFinite else { return nil }
    (self.words, self.value, self.meaning) = (words, number.latex(digits: digits), meaning)
  }

  /// `\QuickstartTrials` for `Trials` of the study `quickstart`.
  package func name(study: String) -> String { ([study] + words).map(\.asCommandName).joined() }

  package func definition(study: String) -> String {
    "\\newcommand{\\\(name(study: study))}{\(value)} % \(meaning.latexComment)"
  }
}

extension String {
  private static let digitNames = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]

  /// Letters only, each word with a capital: `theorem-3` is `TheoremThree`, `0.05` is `ZeroPointZeroFive`.
  fileprivate var asCommandName: String {
    var (name, startsWord) = ("", true)
    for character in self {
      if character.isASCII && character.isLetter {
        name += startsWord ? character.uppercased() : "\(character)"
        startsWord = false
      } else {
        name += character == "." ? "Point" : character.wholeNumberValue.map { Self.digitNames[$0] } ?? ""
        startsWord = true
      }
    }
    return name
  }

  fileprivate var latexComment: String { replacing("\n", with: " ") }
}

extension Int {
  /// With thin spaces from five digits on: 36\,800.
  var latex: String {
    guard abs(self) >= 10_000 else { return "\(self)" }
    return grouped.replacing(",", with: "\\,")
  }
}

extension Double {
  /// Rounded to `digits` significant ones; below 10⁻³ and from 10⁶ on as a multiple of a power of ten.
  package func latex(digits: Int) -> String {
    guard self != 0 else { return "0" }
    var exponent = Int(log10(abs(self)).rounded(.down))
    if let rounded = Double(String(format: "%.\(digits - 1)e", self)) {
      exponent = Int(log10(abs(rounded)).rounded(.down))
    }
    guard (-3..<6).contains(exponent) else {
      let mantissa = (self / pow(10, Double(exponent))).fixed(digits - 1)
      return "\\ensuremath{\(mantissa)\\times10^{\(exponent)}}"
    }
    let text = fixed(max(0, digits - 1 - exponent))
    return text.hasPrefix("-") ? "\\ensuremath{\(text)}" : text
  }
}
