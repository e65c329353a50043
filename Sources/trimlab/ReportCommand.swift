// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
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
      The parts are csv (tables, datapackage.json, manifest.json), tex (table.tex, macros.tex, references.bib, protocol.md, \
      protocol.tex), figures (SVG, PNG, PDF and TikZ, each beside its CSV and its scripts for gnuplot and matplotlib), html \
      (report.html, with the README.md of the folder if there is one) and all.

      The protocol says what a study sets out to do, in the order of ADEMP: from a study file before the run, for a preregistration; \
      from a run folder with what was done.

      With --threshold a trial counts as recovered if the relative error of its solution is at most T. Trials that a \
      certificate decided have no solution, and what it proved stands. Run a study with method: program to have an error for \
      every trial. The exit code is 1 if the claim is refuted.

      Example:
        trimlab report results/quickstart
        trimlab report results/quickstart --format tex,figures --output paper/quickstart
        trimlab report results/quickstart --threshold 1e-3
        trimlab report results/quickstart --figure success_curve --preset ieee --panels N=200
        trimlab report --protocol Studies/quickstart.yaml
        trimlab report --index Reports
      """)

  @Argument(help: "The run folder; with --protocol, a study file will do.", completion: .directory)
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

  @Flag(help: "Write protocol.md and protocol.tex, and nothing else.")
  var `protocol` = false

  @OptionGroup(title: "One figure")
  var figureOptions: FigureOptions

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func validate() throws {
    guard (folder == nil) != (index == nil) else {
      throw ValidationError("expected a run folder, e.g. trimlab report results/quickstart, or --index DIR")
    }
    if index != nil && !(format.isEmpty && threshold == nil && output == nil) {
      throw ValidationError("--index takes no --format, --threshold or --output")
    }
    if figureOptions.figure != nil && !(format.isEmpty && index == nil && !`protocol`) {
      throw ValidationError("--figure takes no --format, --index or --protocol")
    }
    if `protocol` && !(format.isEmpty && threshold == nil && index == nil) {
      throw ValidationError("--protocol takes no --format, --threshold or --index")
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
    if `protocol`, let folder, Self.isStudyFile(folder) { return try writePlan(of: folder) }
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
    let folder = run.folder
    if let name = figureOptions.figure { return try await drawFigure(name, results, in: folder) }
    let manifest = try await manifest(run, try store.sessions(), results)
    if `protocol` {
      return try write(StudyProtocol(done: results, manifest), into: output.map { URL(filePath: $0) } ?? folder)
    }
    let report = RunReport(results: results, manifest: manifest)
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

  private func drawFigure(_ name: String, _ results: some StudyResults, in folder: URL) async throws {
    let preset = try figureOptions.settings(results.study.figures).preset.rawValue
    let target =
      output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? folder.appending(path: "figures-\(preset)")
    let drawn = try await figureOptions.draw(name, of: results, in: target)
    let files = ["csv", "gp", "py", "svg", "png", "pdf", "tex"].map { "\(drawn.relativePath)/\(name).\($0)" }
    print(json ? try printedJSON(["files": files]) : files.joined(separator: "\n"))
  }

  private static func isStudyFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// Of a study that has not run.
  private func writePlan(of path: String) throws {
    let study = try Study(StudyFile(reading: path, overrides: [], trials: nil))
    let folder = URL(filePath: output ?? ".", directoryHint: .isDirectory)
    try write(StudyProtocol(planned: study), into: folder, name: "\(study.name)-protocol")
  }

  private func write(_ plan: StudyProtocol, into folder: URL, name: String = "protocol") throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ReportError.cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    try plan.write(into: folder, name: name)
    let files = ["md", "tex"].map { "\(folder.relativePath)/\(name).\($0)" }
    print(json ? try printedJSON(["files": files]) : files.joined(separator: "\n"))
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
