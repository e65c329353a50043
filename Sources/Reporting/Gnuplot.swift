// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Subprocess

extension Figure {
  /// Writes the table and the script into `folder` and has gnuplot draw them.
  ///
  /// - Throws: ``ReportError``; where gnuplot is missing, the table and the script are there all the same.
  func draw(into folder: URL) async throws {
    try write(data, to: folder.appending(path: "\(name).csv"))
    try write(script, to: folder.appending(path: "\(name).gp"))
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
