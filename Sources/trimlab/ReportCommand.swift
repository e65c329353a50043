// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Claims
import Experiments
import Foundation
import Reporting
import StudyModel
import StudyStore

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the tables, figures and page of a run folder again, without new trials.",
    discussion: """
      The parts are csv (tables, datapackage.json, manifest.json), tex (table.tex, macros.tex), figures (SVG, PNG, PDF and \
      TikZ, each beside its gnuplot script and CSV), html (report.html) and all.

      With --threshold a trial counts as recovered if the relative error of its solution is at most T. Trials that a \
      certificate decided have no solution, and what it proved stands. Run a study with method: program to have an error for \
      every trial. The exit code is 1 if the claim is refuted.

      Example:
        trimlab report results/quickstart
        trimlab report results/quickstart --format tex,figures --output paper/quickstart
        trimlab report results/quickstart --threshold 1e-3
        trimlab report --index Reports
      """)

  @Argument(help: "The run folder.", completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "What to write: csv, tex, figures, html or all; several with commas. (default: all)", valueName: "parts"))
  var format: [String] = []

  @Option(help: ArgumentHelp("Count relative errors up to T as recovered.", valueName: "T"))
  var threshold: Double?

  @Option(
    help: "Where to write. (default: the run folder; with --threshold, threshold-<T> in it)", completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("Write an index.html of the reports in the folders of DIR, and nothing else.", valueName: "DIR"),
    completion: .directory)
  var index: String?

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func validate() throws {
    guard (folder == nil) != (index == nil) else {
      throw ValidationError("expected a run folder, e.g. trimlab report results/quickstart, or --index DIR")
    }
    if index != nil && !(format.isEmpty && threshold == nil && output == nil) {
      throw ValidationError("--index takes no --format, --threshold or --output")
    }
    if let threshold, !(threshold >= 0 && threshold.isFinite) {
      throw ValidationError("--threshold \(threshold): expected a relative error of at least 0, e.g. 1e-3")
    }
    _ = try parts()
  }

  /// nil where none is named: all that can be made.
  private func parts() throws -> Set<ReportPart>? {
    let names = format.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard !names.isEmpty else { return nil }
    return try names.reduce(into: []) { parts, name in
      if name == "all" {
        parts.formUnion(ReportPart.allCases)
      } else if let part = ReportPart(rawValue: name) {
        parts.insert(part)
      } else {
        let known = ReportPart.allCases.map(\.rawValue) + ["all"]
        throw ValidationError("--format \(name): expected \(known.joined(separator: ", "))")
      }
    }
  }

  func run() async throws {
    if let index { return try writeIndex(of: index) }
    let folder = URL(filePath: folder ?? "", directoryHint: .isDirectory)
    let run = try StoredRun(folder)
    let store = try TrialStore(reading: run)
    let trials = try store.trials(of: run.study.grid)
    guard let threshold else { return try await report(run.study.results(trials), nil, store, run) }
    guard run.study.experiment is RecoveryExperiment else {
      throw ValidationError("--threshold: the study \(run.study.name) is not of recovery; leave it out")
    }
    let rejudgement = Rejudgement(threshold: threshold, trials)
    let results = RecoveryResults(
      study: run.study, trials: trials, .relativeError(threshold), remarks: [rejudgement.remark])
    try await report(results, rejudgement, store, run)
  }

  private func report(
    _ results: some StudyResults, _ rejudgement: Rejudgement?, _ store: TrialStore, _ run: StoredRun
  ) async throws {
    let report = RunReport(results: results, manifest: try await manifest(run, try store.sessions(), results))
    let folder = run.folder
    let target =
      output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? threshold.map {
        folder.appending(path: "threshold-\($0)")
      } ?? folder
    let parts = try parts()
    let missing = try await report.write(
      parts ?? Set(ReportPart.allCases), into: target, needsFigures: parts?.contains(.figures) ?? false)
    if let missing { Terminal.complain("warning: no figures: \(missing)") }
    let outcome = ReportOutcome(results, rejudgement, folder: target)
    print(json ? try outcome.json : outcome.text)
    try results.requireUnrefuted()
  }

  /// The manifest that the run wrote; made here and now where it was cut off before it could.
  private func manifest(
    _ run: StoredRun, _ sessions: SessionSummary, _ results: some StudyResults
  ) async throws -> Manifest {
    do {
      if let manifest = try Manifest.read(from: run.folder) { return manifest }
    } catch {
      Terminal.complain("warning: \(run.folder.relativePath)/manifest.json cannot be read and is made anew: \(error)")
    }
    Terminal.complain("warning: the manifest's machine and versions are those of this report; the run left none")
    return await Manifest(
      study: run.study, versions: libraryVersions(), workers: 1, trials: results.trials, sessions: sessions)
  }

  private func writeIndex(of path: String) throws {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let index = try ReportIndex(of: folder)
    try index.write(into: folder)
    print(
      json
        ? try printedJSON(["index": [folder.relativePath + "/index.html"], "studies": index.studies])
        : "\(folder.relativePath)/index.html lists \(index.studies.joined(separator: ", "))")
  }
}

extension Rejudgement {
  /// What a reader of the report must know.
  var remark: String {
    "recovered here means a relative error of at most \(threshold): \(byError) trials judged by their error "
      + "(\(changed) changed sides), \(certified) certified recoveries have error 0, \(certifiedFailures) certified failures stand, "
      + "\(undecided) were undecided or failed before"
  }
}
