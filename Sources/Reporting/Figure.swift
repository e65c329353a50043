// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A figure: a table and a gnuplot script that draws it from that table alone.
protocol Figure {
  /// File name without extension.
  var name: String { get }
  /// The CSV beside the script.
  var data: String { get }
  /// Draws `<name>.svg` and `<name>.png` from `<name>.csv` in the current folder.
  var script: String { get }
}

extension Figure {
  /// The start of a script that draws once for each file format; the script closes the brace.
  func header(width: Int, height: Int) -> String {
    """
    # Rebuild with: gnuplot \(name).gp   (reads \(name).csv, writes \(name).svg and \(name).png)
    data = "\(name).csv"
    set encoding utf8
    set datafile separator comma
    set datafile columnheaders
    set border 3 linecolor "#404040"
    set tics nomirror
    set grid linecolor "#e4e4e4" linetype 1
    do for [format in "svg png"] {
    if (format eq "svg") { set terminal svg size \(width),\(height) dynamic font "DejaVu Sans,15" background "white" }
    if (format eq "png") { set terminal pngcairo size \(2 * width),\(2 * height) fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
    set output "\(name).".format
    """
  }
}

/// How the curve of one rank among several looks: colours of viridis, which stay apart in grey and for the
/// colour-blind, and a point shape of its own.
struct CurveStyle {
  let color: String
  let point: Int

  init(rank: Int, of count: Int) {
    let place = count <= 1 ? 0 : rank * (Self.colors.count - 1) / (count - 1)
    color = Self.colors[place]
    point = Self.points[rank % Self.points.count]
  }

  /// viridis from dark to light, without its yellow end, which is too pale on white.
  private static let colors = [
    "#440154", "#46327e", "#365c8d", "#277f8e", "#1fa187", "#4ac16d", "#9fc51d", "#d9b81a",
  ]
  /// Filled and open circles, squares, triangles and diamonds of gnuplot.
  private static let points = [7, 5, 9, 13, 6, 4, 8, 12]
}
