// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Foundation
import StudyModel
import StudyStore

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins run folders of one study, and reports as `run` does.",
    discussion: """
      The folders must hold the same study: its shards, or runs of it on several machines. A trial that several folders \
      have must be the same in all. Merging again adds what is new and nothing twice.

      Where trials are missing still, nothing is reported and the exit code is 75; merge again when they are there, or \
      let `trimlab run` run them into the merged folder.

      Example:
        trimlab run Studies/quickstart.yaml --shard 1/2 --output results/part-1
        trimlab run Studies/quickstart.yaml --shard 2/2 --output results/part-2
        trimlab merge results/part-1 results/part-2 --output results/quickstart
      """)

  @Argument(help: "The run folders to join.", completion: .directory)
  var folders: [String]

  @Option(help: "The folder that all trials go to.", completion: .directory)
  var output: String

  @Flag(inversion: .prefixedNo, help: "Draw figures with gnuplot. (default: if gnuplot is installed)")
  var figures: Bool?

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func validate() throws {
    let target = URL(filePath: output, directoryHint: .isDirectory).resolvingSymlinksInPath()
    if let same = folders.first(where: {
      URL(filePath: $0, directoryHint: .isDirectory).resolvingSymlinksInPath() == target
    }) {
      throw ValidationError("--output \(output): it is the folder \(same) that is merged; choose another")
    }
  }

  func run() async throws {
    let runs = try folders.map { try StoredRun(URL(filePath: $0, directoryHint: .isDirectory)) }
    let study = runs[0].study
    for run in runs.dropFirst() { try run.requireSameStudy(as: runs[0]) }
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    let store = try TrialStore(folder: folder, study: study)
    for run in runs { _ = try store.merge(run) }
    try store.reloadCells()
    guard try StudyTrials(study, nil).isFinished(in: store) else { throw incomplete(runs) }
    try await FinishedStudy(study, store, nil, workers: 1, figures: figures, json: json).report(in: folder)
  }

  private func incomplete(_ runs: [StoredRun]) -> Interrupted {
    let shards = runs.compactMap(\.shard)
    let count = shards.map(\.count).max() ?? 1
    let missing = Set(1...count).subtracting(shards.filter { $0.count == count }.map(\.number)).sorted()
    let reason =
      count > 1 && !missing.isEmpty && shards.count == runs.count
      ? "missing \(missing.count == 1 ? "shard" : "shards") \(missing.map { "\($0)/\(count)" }.joined(separator: ", "))"
      : "not every trial of the study is in these folders"
    return Interrupted(
      description: "\(output) is not complete: \(reason); what is there is merged, merge again with the rest")
  }
}

extension StoredRun {
  /// - Throws: ``StoreError/otherStudy(path:than:changes:)``.
  fileprivate func requireSameStudy(as first: StoredRun) throws {
    let changes = study.changes(from: first.study)
    guard changes.isEmpty else {
      throw StoreError.otherStudy(path: folder.path, than: first.folder.path, changes: changes)
    }
  }
}
