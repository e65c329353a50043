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
    # The .tex is for \\input in a LaTeX document with \\usepackage{gnuplot-lua-tikz}, \(paper.text) wide; that package comes with gnuplot,
    # or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. \(name).py draws the same with matplotlib.
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
    # Marks of the SVG are larger than those of the others.
    marks = (format eq "svg") ? 0.65 : 1
    \(terminals)
    set output "\(name).".format
    \(commands)
    unset output
    }

    """
  }

  /// The figure's size on paper.
  private var paper: (text: String, size: String) {
    let sides = [size.width, size.height].map { (Double($0) * format.scale / 72 * 2.54).fixed(2) + "cm" }
    return (sides[0], sides.joined(separator: ","))
  }

  private var terminals: String {
    let (width, height) = size
    let (points, skip) = (format.fontSize, (1.2 * format.fontSize).general(3))
    // 60 pixels of the SVG are a centimetre on paper where letters have 8.5 points; cairo's points are 4/3 of a printer's.
    let stroke = (0.8 * points / 8).general(3)
    return """
      if (format eq "svg") { set terminal svg size \(width),\(height) dynamic font "DejaVu Sans,15" background "white" }
      if (format eq "png") { set terminal pngcairo size \(2 * width),\(2 * height) fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
      if (format eq "pdf") { set terminal pdfcairo size \(paper.size) font "DejaVu Sans,\(points.brief)" fontscale 0.75 linewidth \(stroke) pointscale 0.5 }
      if (tex) { set terminal tikz size \(paper.size) font "\\\\fontsize{\(points.brief)}{\(skip)}\\\\selectfont" linewidth \(stroke) }
      """
  }

  /// Writes the table and the scripts.
  ///
  /// - Throws: ``ReportError``.
  package func write(into folder: URL) throws {
    try Reporting.write(table.csv, to: folder.appending(path: "\(name).csv"))
    try Reporting.write(script, to: folder.appending(path: "\(name).gp"))
    try Reporting.write(pythonScript, to: folder.appending(path: "\(name).py"))
  }

  /// Has gnuplot run the script in `folder`, and takes from the drawings when they were made: the same data make the same bytes.
  ///
  /// - Throws: ``ReportError``.
  package func draw(in folder: URL) async throws {
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
    for (format, clean) in Self.withoutTime {
      let file = folder.appending(path: "\(name).\(format)")
      guard let drawing = try? Data(contentsOf: file) else { continue }
      try Reporting.write(clean(drawing), to: file)
    }
  }

  /// What of a drawing's bytes stays.
  private static var withoutTime: [(format: String, clean: (Data) -> Data)] {
    func text(_ change: @escaping (String) -> String) -> (Data) -> Data {
      { Data(change(String(decoding: $0, as: UTF8.self)).utf8) }
    }
    return [
      ("tex", text { $0.replacing(/%% \w{3} \w{3} +\d+ [\d:]+ \d{4}\n/, with: "") }),
      // Fonts that a reader's machine may not have have others after them.
      (
        "svg",
        text {
          $0.compactDrawing.replacing(
            "font-family=\"DejaVu Sans\"", with: "font-family=\"DejaVu Sans, Verdana, sans-serif\"")
        }
      ),
      ("pdf", withoutDate),
    ]
  }

  /// Of as many bytes, because a PDF file counts them.
  private static func withoutDate(_ drawing: Data) -> Data {
    var drawing = drawing
    if let date = drawing.range(of: Data("/CreationDate (D:".utf8)) {
      let digits = date.upperBound..<min(date.upperBound + 14, drawing.endIndex)
      drawing.replaceSubrange(digits, with: Data("19700101000000".utf8))
    }
    return drawing
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
