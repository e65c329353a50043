// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A figure: a table and a gnuplot script that draws it from that table alone.
package protocol Figure: Sendable {
  /// File name without extension.
  var name: String { get }
  var title: MarkedText { get }
  /// What is drawn, from how many trials, and what the bars are.
  var caption: MarkedText { get }
  /// The CSV beside the script.
  var table: ResultTable { get }
  /// In pixels of the SVG.
  var size: (width: Int, height: Int) { get }
  /// The gnuplot commands that draw it, whatever the terminal; `data` is the name of the table's file.
  var commands: String { get }
}

extension Figure {
  /// Draws `<name>.svg`, `.png`, `.pdf` and `.tex` from `<name>.csv` in the current folder.
  var script: String {
    """
    # \(title.plain)
    \(wrapped(caption.plain, width: 100).map { "# " + $0 }.joined(separator: "\n"))
    #
    # Rebuild with: gnuplot \(name).gp   (reads \(name).csv, writes \(name).svg, .png, .pdf and .tex)
    # The .tex is for \\input in a LaTeX document with \\usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
    # gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
    data = "\(name).csv"
    set encoding utf8
    set datafile separator comma
    set datafile columnheaders
    set border 3 linecolor "#404040"
    set tics nomirror
    set grid linecolor "#e4e4e4" linetype 1
    do for [format in "svg png pdf tex"] {
    tex = (format eq "tex")
    \(terminals)
    set output "\(name).".format
    \(commands)
    unset output
    }

    """
  }

  private var terminals: String {
    let (width, height) = size
    // 60 pixels of the SVG are a centimetre on paper.
    let paper = [width, height].map { (Double($0) / 60).fixed(1) + "cm" }.joined(separator: ",")
    return """
      if (format eq "svg") { set terminal svg size \(width),\(height) dynamic font "DejaVu Sans,15" background "white" }
      if (format eq "png") { set terminal pngcairo size \(2 * width),\(2 * height) fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
      if (format eq "pdf") { set terminal pdfcairo size \(paper) font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
      if (tex) { set terminal tikz size \(paper) font "\\\\small" linewidth 0.8 pointscale 0.8 }
      """
  }
}

/// `text` in lines of at most `width` characters.
func wrapped(_ text: String, width: Int) -> [String] {
  text.split(separator: " ").reduce(into: []) { lines, word in
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines.append(String(word))
    }
  }
}

/// How the curve of one rank among several looks: colours of viridis, which stay apart in grey and for the
/// colour-blind, and a point shape and dashes of its own.
struct CurveStyle {
  let color: String
  let point: Int
  let dash: Int

  init(rank: Int, of count: Int) {
    let place = count <= 1 ? 0 : rank * (Self.colors.count - 1) / (count - 1)
    color = Self.colors[place]
    point = Self.points[rank % Self.points.count]
    dash = rank % 5 + 1
  }

  /// viridis from dark to light, without its yellow end, which is too pale on white.
  private static let colors = [
    "#440154", "#46327e", "#365c8d", "#277f8e", "#1fa187", "#4ac16d", "#9fc51d", "#d9b81a",
  ]
  /// Filled and open circles, squares, triangles and diamonds of gnuplot.
  private static let points = [7, 5, 9, 13, 6, 4, 8, 12]
}
