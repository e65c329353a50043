// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import Statistics
import StudyModel
import StudyRunner
import StudyStore

/// How far a study is, in all and for each (N, s) and inputs.
struct StudyStatus: Encodable {
  struct Curve: Encodable {
    let dimension, sparsity: Int
    let inputs: String
    let cells: Int
    var done, left, undecided, failed: Int
    /// Of an adaptive study: stages that are finished, and what the search does now.
    var stage: Int?
    var phase: String?
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
  let curves: [Curve]

  init(_ run: StoredRun, _ trials: StudyTrials, _ store: StudyStore) throws {
    let pace = try store.sessions()
    let left = try trials.remaining(in: store)
    let summaries = try store.summaries(of: trials.design)
    curves = Self.curves(summaries, left, trials.mine)
    (study, folder, shard, running) = (run.study.name, run.folder.relativePath, run.shard?.description, run.isInUse)
    done = curves.reduce(0) { $0 + $1.done }
    self.left = curves.reduce(0) { $0 + $1.left }
    undecided = curves.reduce(0) { $0 + $1.undecided }
    failed = curves.reduce(0) { $0 + $1.failed }
    (sessions, seconds) = (pace.sessions, pace.seconds)
    trialsPerSecond = pace.seconds > 0 ? Double(pace.trials) / pace.seconds : nil
    let doneCost = summaries.map { Double($0.trials) * trials.runner.cost(of: $0.cell) }.reduce(0, +)
    let share = done > 0 ? Double(pace.trials) / Double(done) : 0
    let leftCost = left.values.map(\.cost).reduce(0, +)
    secondsLeft = leftCost == 0 ? 0 : doneCost > 0 && share > 0 ? pace.seconds * leftCost / (doneCost * share) : nil
  }

  private static func curves(
    _ summaries: [CellSummary], _ left: [PlantedEnsemble: RemainingTrials], _ mine: Set<PlantedEnsemble>
  ) -> [Curve] {
    let cells = Dictionary(grouping: summaries) { $0.cell.curve }
    return mine.sorted { ($0.dimension, $0.sparsity, $0.inputs.name) < ($1.dimension, $1.sparsity, $1.inputs.name) }
      .map { curve in
        let (cells, left) = (cells[curve] ?? [], left[curve])
        return Curve(
          dimension: curve.dimension, sparsity: curve.sparsity, inputs: curve.inputs.name,
          cells: cells.count { $0.trials > 0 }, done: cells.reduce(0) { $0 + $1.trials }, left: left?.trials ?? 0,
          undecided: cells.reduce(0) { $0 + $1.undecided }, failed: cells.reduce(0) { $0 + $1.failed },
          stage: left?.decision?.stage, phase: left?.decision?.decision.phase.rawValue)
      }
  }
}

extension PlantedEnsemble {
  /// What the cells of a success curve have in common.
  var curve: PlantedEnsemble {
    var curve = self
    curve.samples = 0
    return curve
  }
}

extension StudyTrials {
  /// The curves that the study, or this shard of it, has cells of.
  var mine: Set<PlantedEnsemble> { Set(cells.map(\.curve) + curves.map { $0.cell(0).curve }) }

  /// What is still to be run of each curve.
  func remaining(in store: StudyStore) throws -> [PlantedEnsemble: RemainingTrials] {
    let history = try store.histories()
    var remaining: [PlantedEnsemble: RemainingTrials] = [:]
    for cell in cells {
      remaining[cell.curve, default: RemainingTrials()] += runner.remaining(in: cell, history[cell] ?? CellHistory())
    }
    let outcomes = curves.isEmpty ? [:] : try store.outcomes()
    for curve in curves { remaining[curve.cell(0).curve] = runner.remaining(in: curve, outcomes) }
    return remaining
  }
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
    let header =
      ["inputs", "N", "s", "cells", "done", "left", "undecided", "failed"] + (adaptive ? ["stage", "phase"] : [])
    let rows = curves.map { curve in
      [
        curve.inputs, "\(curve.dimension)", "\(curve.sparsity)", "\(curve.cells)", "\(curve.done)", "\(curve.left)",
        "\(curve.undecided)", "\(curve.failed)",
      ] + (adaptive ? [curve.stage.map { "\($0)" } ?? "", curve.phase ?? ""] : [])
    }
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    return ([header] + rows).map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
