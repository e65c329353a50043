// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import Reporting
import Statistics
import StudyModel
import StudyRunner
import StudyStore

/// How far a study is, in all and for each group of cells.
struct StudyStatus: Encodable {
  /// A success curve, or the networks of one shape.
  struct Group {
    let place: StatusPlace
    var cells = 0
    var counts = TrialCounts()
    var left = RemainingTrials()
  }

  let study, folder: String
  let shard: String?
  let running: Bool
  /// Trials stored, and to come: for certain with a fixed number of trials, until the next decision otherwise.
  let done, left, undecided, failed: Int
  let sessions: Int
  let seconds: Double
  let trialsPerSecond: Double?
  /// At the pace of the runs so far; absent before the first trials, 0 at the end.
  let secondsLeft: Double?
  let curves: [Group]

  init(_ run: StoredRun, _ trials: StudyTrials, _ store: TrialStore) throws {
    let pace = try store.sessions()
    let counts = try store.counts()
    curves = try trials.groups(store, counts)
    (study, folder, shard, running) = (run.study.name, run.folder.relativePath, run.shard?.description, run.isInUse)
    done = curves.reduce(0) { $0 + $1.counts.trials }
    left = curves.reduce(0) { $0 + $1.left.trials }
    undecided = curves.reduce(0) { $0 + $1.counts.undecided }
    failed = curves.reduce(0) { $0 + $1.counts.failed }
    (sessions, seconds) = (pace.sessions, pace.seconds)
    trialsPerSecond = pace.seconds > 0 ? Double(pace.trials) / pace.seconds : nil
    let doneCost = counts.map { Double($0.value.trials) * trials.runner.cost(of: $0.key) }.sorted().reduce(0, +)
    let share = done > 0 ? Double(pace.trials) / Double(done) : 0
    let leftCost = curves.map(\.left.cost).reduce(0, +)
    secondsLeft = leftCost == 0 ? 0 : doneCost > 0 && share > 0 ? pace.seconds * leftCost / (doneCost * share) : nil
  }
}

extension StudyTrials {
  /// The groups that the study, or this shard of it, has cells of.
  fileprivate func groups(_ store: TrialStore, _ counts: [Cell: TrialCounts]) throws -> [StudyStatus.Group] {
    let mine = Set(cells.map(place) + curves.map { place(of: $0.start) })
    var groups = Dictionary(uniqueKeysWithValues: mine.map { ($0, StudyStatus.Group(place: $0)) })
    for (cell, counts) in counts { groups[place(of: cell)]?.add(counts) }
    let history = try store.histories()
    for cell in cells {
      groups[place(of: cell)]?.left += runner.remaining(in: cell, history[cell] ?? CellHistory())
    }
    let outcomes = curves.isEmpty ? [:] : try store.outcomes()
    for curve in curves {
      groups[place(of: curve.start)]?.left = runner.remaining(in: curve, outcomes)
    }
    return groups.values.sorted { $0.place < $1.place }
  }

  private func place(of cell: Cell) -> StatusPlace {
    StatusPlace(
      fields: study.experiment.grouping.compactMap { parameter in
        cell[name: parameter.name].map { .init(name: parameter.name, value: $0) }
      })
  }
}

/// A group of cells, by what they have in common, in the order in which it is shown and sorted.
struct StatusPlace: Hashable, Comparable {
  struct Field: Hashable {
    let name: String
    let value: ParameterLiteral
  }

  let fields: [Field]

  static func < (a: Self, b: Self) -> Bool { a.fields.lexicographicallyPrecedes(b.fields, by: precedes) }

  private static func precedes(_ a: Field, _ b: Field) -> Bool {
    switch (a.value, b.value) {
    case (.integer(let a), .integer(let b)): a < b
    case (.number(let a), .number(let b)): a < b
    default: "\(a.value)" < "\(b.value)"
    }
  }
}

extension StudyStatus.Group: Encodable {
  fileprivate mutating func add(_ more: TrialCounts) {
    cells += 1
    counts.trials += more.trials
    counts.undecided += more.undecided
    counts.failed += more.failed
  }

  /// Of an adaptive study: stages that are finished, and what the search does now.
  fileprivate var stage: Int? { left.decision?.stage }
  fileprivate var phase: String? { left.decision?.decision.phase.rawValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DocumentKey.self)
    for field in place.fields {
      let key = DocumentKey(field.name)
      switch field.value {
      case .integer(let number): try container.encode(number, forKey: key)
      case .number(let number): try container.encode(number, forKey: key)
      case .word(let text): try container.encode(text, forKey: key)
      }
    }
    let numbers = [
      ("cells", cells), ("done", counts.trials), ("left", left.trials), ("undecided", counts.undecided),
      ("failed", counts.failed),
    ]
    for (key, number) in numbers { try container.encode(number, forKey: DocumentKey(key)) }
    try container.encodeIfPresent(stage, forKey: DocumentKey("stage"))
    try container.encodeIfPresent(phase, forKey: DocumentKey("phase"))
  }
}

/// A key of a JSON document that is known only when it is written.
struct DocumentKey: CodingKey {
  let stringValue: String

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }

  var intValue: Int? { nil }
}

extension StudyStatus {
  var text: String {
    let percent = done + left == 0 ? 100 : done * 100 / (done + left)
    let state = running ? "running" : left == 0 ? "finished" : "stopped"
    let name = shard.map { "\(study), shard \($0)" } ?? study
    let eta = left == 0 ? "" : secondsLeft.map { ", about \(Duration.seconds($0).clock) left" } ?? ""
    let pace = trialsPerSecond.map { ", \(Int($0.rounded())) trials/s" } ?? ""
    return """
      \(name): \(state), \(done) of \(done + left) trials (\(percent)%)\(eta)
      \(sessions) \(sessions == 1 ? "run" : "runs"), \(Duration.seconds(seconds).clock)\(pace); \(undecided) undecided, \(failed) failed

      \(table)
      """
  }

  private var table: String {
    let adaptive = curves.contains { $0.phase != nil }
    let places = curves.first?.place.fields.map(\.name) ?? []
    let header = places + ["cells", "done", "left", "undecided", "failed"] + (adaptive ? ["stage", "phase"] : [])
    let rows = curves.map { curve in
      curve.place.fields.map { "\($0.value)" } + [
        "\(curve.cells)", "\(curve.counts.trials)", "\(curve.left.trials)", "\(curve.counts.undecided)",
        "\(curve.counts.failed)",
      ] + (adaptive ? [curve.stage.map { "\($0)" } ?? "", curve.phase ?? ""] : [])
    }
    return TextTable([header] + rows).lines.joined(separator: "\n")
  }
}
