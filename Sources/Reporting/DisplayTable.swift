// SPDX-License-Identifier: GPL-3.0-or-later

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
  package var text: String {
    let sides = headings.indices.map { isNumeric($0) ? TextTable.Side.right : .left }
    return TextTable([headings.map(\.plain)] + rows, sides: sides).lines.map { $0 + "\n" }.joined()
  }

  private var alignment: String {
    headings.indices.map { column in isNumeric(column) ? "r" : "l" }.joined()
  }

  /// Numbers stand to the right, words to the left.
  package func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { row in row[column].first.map { $0.isNumber || "–−∞".contains($0) } ?? true }
  }
}
