// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Foundation
import Reporting
import StudyModel
import StudyStore

/// How `trimlab report --figure` draws one figure.
struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw this figure alone, e.g. success_curve, into figures-<preset> of the run folder or into --output.",
      valueName: "name"))
  var figure: String?

  @Option(
    help: ArgumentHelp(
      "What --figure is for: neurips, siam, ieee or slides. (default: the study's)", valueName: "preset"))
  var preset: String?

  @Option(help: ArgumentHelp("Width of the text, e.g. 8.25cm, 3.5in or 252pt.", valueName: "length"))
  var width: String?

  @Option(help: ArgumentHelp("Panels side by side, at most.", valueName: "1-3"))
  var columns: Int?

  @Option(help: ArgumentHelp("Size of the letters in points.", valueName: "7-24"))
  var font: Double?

  @Option(help: ArgumentHelp("Draw these panels alone: N=200,400, or a word of their titles.", valueName: "which"))
  var panels: [String] = []

  @Option(help: ArgumentHelp("Draw these series alone, by their names in the key: s=5,10.", valueName: "which"))
  var series: [String] = []

  func validate() throws {
    let isSet = preset != nil || width != nil || columns != nil || font != nil || !panels.isEmpty || !series.isEmpty
    if figure == nil && isSet {
      throw ValidationError("--preset, --width, --columns, --font, --panels and --series are of --figure NAME")
    }
    _ = try settings(FigureSettings())
  }

  /// Those of the study where none are given here.
  func settings(_ study: FigureSettings) throws -> FigureSettings {
    var settings = study
    if let preset {
      guard let known = FigureSettings.Preset(rawValue: preset) else {
        let names = FigureSettings.Preset.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--preset \(preset): expected one of \(names)")
      }
      settings = FigureSettings(preset: known, panels: study.panels, series: study.series)
    }
    if let width {
      guard let length = FigureSettings.length(width) else {
        throw ValidationError("--width \(width): expected a length like 8.25cm, 3.5in or 252pt")
      }
      settings.width = length
    }
    settings.columns = columns ?? settings.columns
    settings.fontSize = font ?? settings.fontSize
    if !panels.isEmpty { settings.panels = panels.map(FigureSelection.init) }
    if !series.isEmpty { settings.series = series.map(FigureSelection.init) }
    if let problem = settings.problem { throw ValidationError(problem) }
    return settings
  }

  /// Draws the figure `name` of a run.
  ///
  /// - Returns: the folder with its files.
  func draw(_ name: String, of results: some StudyResults, in folder: URL) async throws -> URL {
    let figures = results.figures
    guard let figure = figures.first(where: { $0.name == name }) else {
      let names = figures.map(\.name).joined(separator: ", ")
      throw ValidationError(
        "--figure \(name): expected \(names.isEmpty ? "nothing, the study has no figures" : "one of \(names)")")
    }
    guard let drawn = figure.drawn(for: try settings(results.study.figures)) else {
      let titles = figure.panels.map { "'\($0.title.plain)'" }.joined(separator: ", ")
      let labels = Set(figure.panels.flatMap(\.series).map(\.label.plain)).filter { !$0.isEmpty }.sorted()
      throw ValidationError(
        "--panels or --series: nothing of \(name) is left; its panels are \(titles), its series "
          + labels.map { "'\($0)'" }.joined(separator: ", "))
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ReportError.cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    try drawn.write(into: folder)
    try await drawn.draw(in: folder)
    return folder
  }
}
