// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Foundation
import StudyModel
import StudyStore

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says how far the study in a run folder is, also while it runs.",
    discussion: """
      Example:
        trimlab status results/phase-transition
      """)

  @Argument(help: "The run folder.", completion: .directory)
  var folder: String

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func run() async throws {
    let run = try StoredRun(URL(filePath: folder, directoryHint: .isDirectory))
    let status = try StudyStatus(run, StudyTrials(run.study, run.shard), TrialStore(reading: run))
    print(json ? try printedJSON(status) : status.text)
  }
}
