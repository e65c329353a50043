// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Foundation
import Reporting
import StudyModel

struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Runs a study on a Slurm cluster.",
    discussion: """
      Writes three batch scripts into the run folder and submits them: an array with a task for each shard, then the merge of the \
      shards, then the report. The folder must be on a disk that the nodes share. The study file is copied into it, so that \
      editing the original does not change what the tasks run.

      A task that is preempted or reaches its time limit stores what it has and goes on when Slurm starts it again. If a task \
      fails for good, the same command submits the study again; what is stored is not run twice.

      Example:
        trimlab submit Studies/phase-transition.yaml --shards 8 --workers 4 --output /scratch/phase \\
          --sbatch-option=--time=1:00:00 --sbatch-option=--partition=short
      """)

  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: "Tasks that the study is split into.")
  var shards: Int

  @Option(help: "Cores of each task.")
  var workers = 1

  @Option(help: "The run folder, on a shared disk. (default: results/<name of the study>)", completion: .directory)
  var output: String?

  @Option(help: "Trials in each cell, instead of what the study file says.")
  var trials: Int?

  @Option(name: .customLong("set"), help: ArgumentHelp("Change a setting of the study file.", valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("sbatch-option"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An option for sbatch, e.g. --sbatch-option=--time=1:00:00.", valueName: "option"))
  var sbatchOptions: [String] = []

  @Flag(help: "Write the scripts and submit nothing.")
  var dryRun = false

  @Flag(help: "Print a JSON document instead of text.")
  var json = false

  func validate() throws {
    guard shards >= 1 else { throw ValidationError("--shards \(shards): expected at least 1") }
    guard workers >= 1 else { throw ValidationError("--workers \(workers): expected at least 1") }
    if let trials, trials < 1 { throw ValidationError("--trials \(trials): expected at least 1") }
    if let wrong = sbatchOptions.first(where: { !$0.hasPrefix("-") || $0.contains(where: \.isNewline) }) {
      throw ValidationError("--sbatch-option \(wrong): expected an option of sbatch, such as --time=1:00:00")
    }
    if let array = sbatchOptions.first(where: { $0.hasPrefix("--array") || $0.hasPrefix("-a") }) {
      throw ValidationError("--sbatch-option \(array): the array has a task for each shard; use --shards")
    }
  }

  func run() async throws {
    let study = try Study(StudyFile(reading: self.study, overrides: overrides, trials: trials))
    if !dryRun { try await Slurm.requireInstalled() }
    let folder = URL(filePath: output ?? "results/\(study.name)", directoryHint: .isDirectory).absoluteURL
    let copy = folder.appending(path: "study.yaml")
    let changes = overrides.flatMap { ["--set", $0] } + (trials.map { ["--trials", "\($0)"] } ?? [])
    // Paths begin in the folder of the study file, which therefore stays where it is.
    let file = study.files.isEmpty && study.programs.isEmpty ? copy : URL(filePath: self.study).absoluteURL
    let jobs = SlurmJobs(
      study: study.name, runArguments: [file.path] + changes, shards: shards, workers: workers, folder: folder,
      trimlab: Slurm.trimlab, options: sbatchOptions)
    try write(study.source.text, to: copy, jobs)
    let ids = dryRun ? [] : try await Slurm.submit(jobs.scripts.map { folder.appending(path: $0.name) })
    let submission = Submission(folder: folder.path, scripts: jobs.scripts.map(\.name), jobs: ids)
    print(json ? try printedJSON(submission) : submission.text)
  }

  /// Writes the study as it is now, and the scripts.
  ///
  /// - Throws: ``StudyCopyDiffers`` where the folder has a copy of another text; `ReportError.cannotWrite`.
  private func write(_ text: String, to copy: URL, _ jobs: SlurmJobs) throws {
    if let before = try? String(contentsOf: copy, encoding: .utf8), before != text {
      throw StudyCopyDiffers(path: copy.path, study: study)
    }
    do {
      try FileManager.default.createDirectory(at: jobs.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: copy, options: .atomic)
      for script in jobs.scripts {
        try Data(script.text.utf8).write(to: jobs.folder.appending(path: script.name), options: .atomic)
      }
    } catch {
      throw ReportError.cannotWrite(path: jobs.folder.path, reason: error.localizedDescription)
    }
  }
}

/// What `trimlab submit` says at the end.
private struct Submission: Encodable {
  let folder: String
  let scripts: [String]
  /// Slurm's job numbers of the scripts; none where nothing was submitted.
  let jobs: [String]

  var text: String {
    let rows = scripts.enumerated().map { index, script in
      "  " + (jobs.isEmpty ? "\(folder)/\(script)" : "\(script): job \(jobs[index])")
    }
    return """
      \(jobs.isEmpty ? "Written, not submitted:" : "Submitted:")
      \(rows.joined(separator: "\n"))
      Results: \(folder)
      """
  }
}

/// A folder that another text of the study was submitted to.
struct StudyCopyDiffers: ExitCoded, CustomStringConvertible {
  let path: String
  let study: String

  var exitStatus: ExitStatus { .badData }
  var description: String {
    "\(path) differs from \(study), which has changed since it was submitted; submit it with another --output"
  }
}
