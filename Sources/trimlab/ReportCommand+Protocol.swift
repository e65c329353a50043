// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Reporting
import StudyModel
import StudyStore

extension ReportCommand {
  /// Of a study file into the folder at hand, of a run folder into that folder, if no other is asked for.
  func writeProtocol(of path: String) async throws {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let (document, place) =
      isThere && isFolder.boolValue ? (try await protocolOfRun(path), path) : (try protocolOfStudy(path), ".")
    let target = URL(filePath: output ?? place, directoryHint: .isDirectory)
    try document.write(into: target)
    let files = ["protocol.md", "protocol.tex"].map { target.appending(path: $0).relativePath }
    print(json ? try printedJSON(["protocol": files]) : files.joined(separator: "\n"))
  }

  private func protocolOfStudy(_ path: String) throws -> StudyProtocol {
    StudyProtocol(try Study(StudyFile(reading: path, overrides: [], trials: nil)))
  }

  private func protocolOfRun(_ path: String) async throws -> StudyProtocol {
    let run = try StoredRun(URL(filePath: path, directoryHint: .isDirectory))
    let store = try TrialStore(reading: run)
    return try await protocolOf(run.study.results(try store.trials(of: run.study.grid)), store, run)
  }

  private func protocolOf(_ results: some StudyResults, _ store: TrialStore, _ run: StoredRun) async throws
    -> StudyProtocol
  {
    StudyProtocol(results, try await manifest(run, try store.sessions(), results))
  }
}
