// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Claims
import Foundation
import StudyModel
import StudyRunner
import StudyStore

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a study, or what is left of it.",
    discussion: """
      Every trial is stored as it finishes: an interrupted study goes on where it stopped when the same command is given \
      again. The result is the same for any number of workers.

      A finished study judges its claim by its cells; the exit code is 1 if the claim is refuted. A study of `claim: survey` has none.

      Example:
        trimlab run Studies/quickstart.yaml
        trimlab run Studies/phase-transition.yaml --dry-run
        trimlab run Studies/phase-transition.yaml --set grid.dimension=[100,200] --output results/small
      """)

  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: "The run folder. (default: results/<name of the study>)", completion: .directory)
  var output: String?

  @Option(help: "Trials run at the same time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Trials in each cell, instead of what the study file says; more than are stored tops the study up.")
  var trials: Int?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a setting of the study file, e.g. --set grid.samples=[50,60].", valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    help: ArgumentHelp(
      "Run one of K parts of the study, of about equal cost, into a folder of its own; `trimlab merge` joins them.",
      valueName: "i/k"), transform: Shard.option)
  var shard: Shard?

  @Flag(help: "Say what the study would take and tell, after a pilot of a second, and run nothing.")
  var dryRun = false

  @Flag(inversion: .prefixedNo, help: "Draw figures with gnuplot. (default: if gnuplot is installed)")
  var figures: Bool?

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func validate() throws {
    guard workers >= 1 else { throw ValidationError("--workers \(workers): expected at least 1") }
    if let trials, trials < 1 { throw ValidationError("--trials \(trials): expected at least 1") }
  }

  func run() async throws {
    let stop = StopSignal()
    try await interruptible(stop) { try await run(stop) }
  }

  private func run(_ stop: StopSignal) async throws {
    let study = try await Study(reading: study, overrides: overrides, trials: trials)
    if dryRun {
      let forecast = StudyForecast(study, workers: workers)
      return print(json ? try printedJSON(forecast) : forecast.text)
    }
    let part = shard.map { "\(study.name)-\($0.number)-of-\($0.count)" }
    let folder = URL(filePath: output ?? "results/\(part ?? study.name)", directoryHint: .isDirectory)
    let trials = StudyTrials(study, shard, workers: workers)
    try trials.requireMemory()
    let store = try TrialStore(folder: folder, study: study, shard: shard)
    let progress = try await trials.run(into: store, stop: stop)
    if let shard { return try present(shard, of: study, store, progress, folder) }
    try await FinishedStudy(study, store, progress, workers: workers, figures: figures, json: json).report(in: folder)
  }
}
