// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation
import Subprocess

extension PanelFigure {
  /// Draws `<name>.svg`, `.png`, `.pdf` and `.tex` from `<name>.csv` in the current folder.
  package var script: String {
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
    \(selection)
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
      if (tex) { set terminal tikz size \(paper) font "\\\\small" linewidth 0.8 }
      """
  }

  /// Writes the table and the script.
  ///
  /// - Throws: ``ReportError``.
  package func write(into folder: URL) throws {
    try Reporting.write(table.csv, to: folder.appending(path: "\(name).csv"))
    try Reporting.write(script, to: folder.appending(path: "\(name).gp"))
  }

  /// Has gnuplot run the script in `folder`.
  ///
  /// - Throws: ``ReportError``.
  func draw(in folder: URL) async throws {
    guard (try? await Executable.name("gnuplot").resolveExecutablePath(in: .inherit)) != nil else {
      throw ReportError.missingProgram("gnuplot", package: "gnuplot-nox")
    }
    let enterFolder = "cd '\(folder.path.replacing("'", with: "''"))'"
    let result = try await run(
      .name("gnuplot"), arguments: ["-e", enterFolder, "\(name).gp"], output: .discarded,
      error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw ReportError.failed(program: "gnuplot", message: result.standardError)
    }
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
