// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
public import Foundation
import StudyModel

/// The files of a run folder that are made from its trials.
public struct RunReport: Sendable {
  public let results: RecoveryResults
  public let manifest: Manifest

  public init(results: RecoveryResults, manifest: Manifest) {
    self.results = results
    self.manifest = manifest
  }

  /// Writes `cells.csv`, `summary.csv`, `verdicts.csv` and `manifest.json`.
  ///
  /// - Throws: ``ReportError``.
  public func writeTables(into folder: URL) throws {
    try write(results.cellsCSV, to: folder.appending(path: "cells.csv"))
    try write(results.summaryCSV, to: folder.appending(path: "summary.csv"))
    try write(results.verdictsCSV, to: folder.appending(path: "verdicts.csv"))
    try write(manifest.json, to: folder.appending(path: "manifest.json"))
  }

  /// Draws the figures into `figures/`.
  ///
  /// - Throws: ``ReportError``; where gnuplot is missing, the tables and scripts of the figures are there all the same.
  public func drawFigures(into folder: URL) async throws {
    let figures = folder.appending(path: "figures")
    do {
      try FileManager.default.createDirectory(at: figures, withIntermediateDirectories: true)
    } catch {
      throw ReportError.cannotWrite(path: figures.path, reason: error.localizedDescription)
    }
    try await SuccessCurveFigure(results).draw(into: figures)
    if results.study.claim == .theorem3, let figure = FailureCurveFigure(results) {
      try await figure.draw(into: figures)
    }
  }
}
