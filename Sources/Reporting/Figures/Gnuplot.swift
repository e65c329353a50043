// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Subprocess

extension Figure {
  /// Writes the table and the script.
  ///
  /// - Throws: ``ReportError``.
  func write(into folder: URL) throws {
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
