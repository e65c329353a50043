// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A short table as people read it: in a paper, on the page, on a terminal.
package struct DisplayTable: Sendable {
  package let caption: MarkedText
  package let headings: [MarkedText]
  /// One text a heading.
  package let rows: [[String]]

  /// `table.tex`: a `table` environment that needs the package booktabs and nothing else.
  package func latex(label: String) -> String {
    let body = rows.map { "  " + $0.map(\.latexEscaped).joined(separator: " & ") + " \\\\" }
    return """
      % Needs \\usepackage{booktabs}.
      \\begin{table}
        \\centering
        \\caption{\(caption.latex)}
        \\label{tab:\(label)}
        \\begin{tabular}{\(alignment)}
        \\toprule
        \(headings.map(\.latex).joined(separator: " & ")) \\\\
        \\midrule
      \(body.joined(separator: "\n"))
        \\bottomrule
        \\end{tabular}
      \\end{table}

      """
  }

  /// As a terminal shows it, numbers to the right.
  package var text: String { textParts([rows])[0] }

  /// The same in parts, the columns of which stand below each other; the headings begin the first.
  package func textParts(_ parts: [[[String]]]) -> [String] {
    let titles = headings.map(\.plain)
    let widths = titles.indices.map { column in ([titles] + parts.joined()).map { $0[column].count }.max() ?? 0 }
    let numeric = headings.indices.map(isNumeric)
    func line(_ fields: [String]) -> String {
      let padded = fields.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - fields[column].count)
        return numeric[column] ? space + fields[column] : fields[column] + space
      }
      return padded.joined(separator: "  ") + "\n"
    }
    return parts.enumerated().map { (($0 == 0 ? [titles] : []) + $1).map(line).joined() }
  }

  private var alignment: String {
    headings.indices.map { column in isNumeric(column) ? "r" : "l" }.joined()
  }

  /// Numbers stand to the right, words to the left.
  package func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { row in row[column].first.map { $0.isNumber || "–−".contains($0) } ?? true }
  }
}

extension Double {
  /// With this many digits after the point, whatever the user's language.
  package func fixed(_ digits: Int) -> String {
    formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en_US_POSIX")))
  }
}

extension Int {
  /// 36,800.
  package var grouped: String { formatted(.number.grouping(.automatic).locale(Locale(identifier: "en_US"))) }
}
