// SPDX-License-Identifier: GPL-3.0-or-later

/// A formula of ``MarkedText`` in MathML Core, which browsers typeset without a script.
///
/// Source: W3C, MathML Core.
struct MathML {
  let html: String

  init(_ formula: String) {
    var rest = Substring(formula)
    html = "<math>\(Self.row(&rest))</math>"
  }

  private static func row(_ rest: inout Substring) -> String {
    var terms: [String] = []
    while let first = rest.first {
      if first == "_" || first == "^" {
        terms.append(scripted(terms.popLast() ?? "<mrow></mrow>", &rest))
      } else {
        terms.append(term(&rest))
      }
    }
    return terms.joined()
  }

  /// A base with what is lowered and raised beside it.
  private static func scripted(_ base: String, _ rest: inout Substring) -> String {
    var scripts: [Character: String] = [:]
    while let mark = rest.first, mark == "_" || mark == "^", scripts[mark] == nil {
      rest.removeFirst()
      scripts[mark] = argument(&rest)
    }
    switch (scripts["_"], scripts["^"]) {
    case (let low?, let high?): return "<msubsup>\(base)\(low)\(high)</msubsup>"
    case (let low?, nil): return "<msub>\(base)\(low)</msub>"
    default: return "<msup>\(base)\(scripts["^"] ?? "")</msup>"
    }
  }

  /// What stands in braces, or one sign.
  private static func argument(_ rest: inout Substring) -> String {
    guard rest.first == "{" else { return term(&rest) }
    var inner = rest.dropFirst().prefix { $0 != "}" }
    rest.removeFirst(min(rest.count, inner.count + 2))
    return "<mrow>\(row(&inner))</mrow>"
  }

  private static func term(_ rest: inout Substring) -> String {
    guard let first = rest.first else { return "" }
    if first == "\\" { return command(&rest) }
    if first.isNumber {
      let number = rest.prefix { $0.isNumber || $0 == "." }
      rest.removeFirst(number.count)
      return "<mn>\(number)</mn>"
    }
    rest.removeFirst()
    switch first {
    case " ": return ""
    case "-": return "<mo>−</mo>"
    case let letter where letter.isLetter: return "<mi>\(letter)</mi>"
    default: return "<mo>\(String(first).htmlEscaped)</mo>"
    }
  }

  private static func command(_ rest: inout Substring) -> String {
    rest.removeFirst()
    let name = String(rest.prefix { $0.isLetter })
    rest.removeFirst(max(name.count, 1))
    while !name.isEmpty, rest.first == " " { rest.removeFirst() }
    switch name {
    case "": return sign(before: rest)
    case "hat": return "<mover accent=\"true\">\(argument(&rest))<mo>^</mo></mover>"
    case "sqrt": return "<msqrt>\(argument(&rest))</msqrt>"
    default:
      let symbol = MarkedText.symbols[name] ?? name
      let isOperator = ["cdot", "times", "le", "ge"].contains(name)
      return isOperator ? "<mo>\(symbol)</mo>" : "<mi>\(symbol)</mi>"
    }
  }

  /// A command of one sign that is no letter: `\|` is a norm's bar, and all others are spaces.
  private static func sign(before rest: Substring) -> String {
    rest.base[rest.base.index(before: rest.startIndex)] == "|" ? "<mo>‖</mo>" : "<mspace width=\"0.17em\"></mspace>"
  }
}
