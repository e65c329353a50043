// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
package import Foundation
import StudyModel

/// What of a report is written.
package enum ReportPart: String, Sendable, CaseIterable {
  /// The tables, `datapackage.json` and `manifest.json`.
  case csv
  /// `table.tex`, `macros.tex`, `references.bib`, `protocol.md` and `protocol.tex`.
  case tex
  case figures
  /// `report.html`.
  case html
}

/// The files of a run folder that are made from its trials.
package struct RunReport<Results: StudyResults>: Sendable {
  package let results: Results
  package let manifest: Manifest
  /// Computed once, for the drawings and for the page.
  private let figures: [PanelFigure]

  /// - Parameter hasFigures: whether figures are part of the report at all.
  package init(results: Results, manifest: Manifest, hasFigures: Bool = true) {
    self.results = results
    self.manifest = manifest
    figures = hasFigures ? results.figures.map { $0.drawnForStudy(results.study.figures) } : []
  }

  /// Writes the parts into `folder`, made if there is none.
  ///
  /// The page shows figures: where it is asked for, they are drawn too.
  /// - Returns: why there are no figures, where gnuplot is missing and `needsFigures` is false.
  /// - Throws: ``ReportError``; where gnuplot is missing and `needsFigures`, after everything else has been written.
  package func write(
    _ parts: Set<ReportPart>, into folder: URL, needsFigures: Bool
  ) async throws -> ReportError? {
    try makeFolder(folder)
    if parts.contains(.csv) { try writeTables(into: folder) }
    if parts.contains(.tex) {
      try writePaper(into: folder)
      try StudyProtocol(done: results, manifest).write(into: folder)
    }
    var missing: ReportError?
    if parts.contains(.figures) {
      do {
        try await drawFigures(into: folder)
      } catch let error as ReportError where error.isMissingProgram {
        missing = error
      }
    }
    if parts.contains(.csv) { try writeDescription(into: folder) }
    if parts.contains(.html) { try await writePage(into: folder, drawn: parts.contains(.figures)) }
    if let missing, needsFigures { throw missing }
    return missing
  }

  /// Writes `cells.csv`, `summary.csv`, `verdicts.csv` and `manifest.json`.
  ///
  /// - Throws: ``ReportError``.
  package func writeTables(into folder: URL) throws {
    for table in results.allTables { try Reporting.write(table.csv, to: folder.appending(path: "\(table.name).csv")) }
    try Reporting.write(manifest.json, to: folder.appending(path: "manifest.json"))
  }

  /// Writes `datapackage.json`, of the tables and of the figures and database that are in `folder`.
  ///
  /// - Throws: ``ReportError``.
  package func writeDescription(into folder: URL) throws {
    func isThere(_ path: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }
    let package = DataPackage(
      results, figures: figures.filter { isThere("figures/\($0.name).csv") },
      hasDatabase: isThere(DataPackage.database))
    try Reporting.write(package.json, to: folder.appending(path: "datapackage.json"))
  }

  /// Writes `table.tex`, `macros.tex` and `references.bib`.
  ///
  /// - Throws: ``ReportError``.
  package func writePaper(into folder: URL) throws {
    let name = results.study.name
    try Reporting.write(results.highlights.latex(label: name), to: folder.appending(path: "table.tex"))
    let definitions = results.macros.map { $0.definition(study: name) }
    try Reporting.write(
      "% Numbers of the study \(name), for \\input in a preamble.\n\(definitions.joined(separator: "\n"))\n",
      to: folder.appending(path: "macros.tex"))
    try Reporting.write(Bibliography(results.study, manifest).bibtex, to: folder.appending(path: "references.bib"))
  }

  /// Draws the figures into `figures/`, as many at a time as there are processors.
  ///
  /// - Throws: ``ReportError``; where gnuplot is missing, the tables and scripts of the figures are there all the same.
  package func drawFigures(into folder: URL) async throws {
    let drawings = folder.appending(path: "figures")
    try makeFolder(drawings)
    for figure in figures { try figure.write(into: drawings) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      var waiting = figures.makeIterator()
      func startNext() {
        if let figure = waiting.next() { group.addTask { try await figure.draw(in: drawings) } }
      }
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { startNext() }
      while try await group.next() != nil { startNext() }
    }
  }

  /// Writes `report.html`, with the figures in `figures/` or drawn for it alone.
  ///
  /// - Throws: ``ReportError``. Where gnuplot is missing, the page says so in the figures' place.
  private func writePage(into folder: URL, drawn: Bool) async throws {
    let drawings =
      drawn ? folder : FileManager.default.temporaryDirectory.appending(path: "trimlab-\(UUID().uuidString)")
    defer { if !drawn { try? FileManager.default.removeItem(at: drawings) } }
    if !drawn {
      do {
        try await drawFigures(into: drawings)
      } catch let error as ReportError where error.isMissingProgram {}
    }
    let page = try ReportPage(
      results, manifest, figures, drawings: drawings.appending(path: "figures"), Interpretation(in: folder)
    ).html
    try Reporting.write(page, to: folder.appending(path: "report.html"))
  }

  private func makeFolder(_ folder: URL) throws(ReportError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
  }
}
