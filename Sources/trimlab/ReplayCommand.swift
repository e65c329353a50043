// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Runs one stored trial again from its key, and compares.",
    discussion: """
      Timings differ always and are not compared. Everything else is the same on the same machine; on another CPU the \
      last bits of a number may differ. The exit code is 1 if anything differs.

      Example:
        trimlab replay results/quickstart --trial 17
      """)

  @Argument(help: "The run folder.", completion: .directory)
  var folder: String

  @Option(help: "The trial's id in the table `trial` and the view `trial_log` of trials.sqlite.")
  var trial: Int

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func run() async throws {
    let run = try StoredRun(URL(filePath: folder, directoryHint: .isDirectory))
    let replay = try replay(run)
    print(json ? try printedJSON(replay) : replay.text)
    if !replay.agrees { throw ExitCode(ExitStatus.refuted.rawValue) }
  }

  private func replay(_ run: StoredRun) throws -> Replay {
    let (store, study) = (try TrialStore(reading: run), run.study)
    guard let stored = try store.trial(trial) else { throw NoSuchTrial(folder: folder, trial: trial) }
    var workspace = TrialWorkspace()
    let again = study.experiment.trials(
      stored.cell, seed: study.seed, numbers: stored.number..<stored.number + 1, in: &workspace)[0]
    return Replay(
      key: "seed=\(study.seed) \(stored.cell) trial=\(stored.number)", stored: stored.fields,
      again: store.fields(of: again))
  }
}

struct NoSuchTrial: ExitCoded, CustomStringConvertible {
  let folder: String
  let trial: Int

  var exitStatus: ExitStatus { .badData }
  var description: String {
    "--trial \(trial): \(folder) has no such trial; list them with: sqlite3 \(folder)/trials.sqlite 'SELECT trial, trial_key FROM trial_log'"
  }
}

/// A trial as it is stored and as it came out again.
struct Replay: Encodable {
  struct Field: Encodable {
    let name, stored, replayed: String
    /// Absent where the two may differ.
    let agrees: Bool?
  }

  let key: String
  let fields: [Field]
  var agrees: Bool

  init(key: String, stored: [(name: String, value: StoredValue)], again: [(name: String, value: StoredValue)]) {
    self.key = key
    let names = stored.map(\.name) + again.map(\.name).filter { name in !stored.contains { $0.name == name } }
    fields = names.map { name in
      let (before, now) = (stored.first { $0.name == name }?.value, again.first { $0.name == name }?.value)
      return Field(
        name: name, stored: before?.description ?? "absent", replayed: now?.description ?? "absent",
        agrees: TrialStore.timings.contains(name) ? nil : before == now)
    }
    agrees = fields.allSatisfy { $0.agrees ?? true }
  }

  var text: String {
    let rows = [["", "stored", "replayed", ""]] + fields.map { [$0.name, $0.stored, $0.replayed, $0.remark] }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) } + [row[3]]
      return padded.joined(separator: "  ").trimmingCharacters(in: .whitespaces.union(.newlines)).isEmpty
        ? "" : "  " + padded.joined(separator: "  ")
    }
    return "\(key)\n\(lines.joined(separator: "\n"))\n\(agrees ? "The trial is the same." : "The trial differs.")"
  }
}

extension Replay.Field {
  fileprivate var remark: String { agrees.map { $0 ? "" : "differs" } ?? "may differ" }
}
