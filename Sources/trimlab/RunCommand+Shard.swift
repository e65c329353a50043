// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Foundation
import Reporting
import StudyModel
import StudyRunner
import StudyStore

extension Shard {
  /// - Throws: ArgumentParser's `ValidationError`.
  static func option(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError("'\(text)' is no shard; expected I/K with I from 1 to K, e.g. --shard 2/4")
    }
    return shard
  }
}

/// What `trimlab run --shard` says at the end: a part of a study has no report and no verdict.
struct ShardOutcome: Encodable {
  let study, folder, shard: String
  let trials, newTrials: Int
  let seconds: Double

  var text: String {
    let run =
      newTrials == 0
      ? "already finished, nothing to run" : "\(newTrials) of them new, in \(Duration.seconds(seconds).clock)"
    return """
      \(study), shard \(shard): \(trials) trials (\(run))
      Join the shards with: trimlab merge \(folder) … --output <folder>
      """
  }
}

extension RunCommand {
  func present(
    _ shard: Shard, of study: Study, _ store: TrialStore, _ progress: RunProgress?, _ folder: URL
  ) throws {
    let outcome = ShardOutcome(
      study: study.name, folder: folder.relativePath, shard: "\(shard)",
      trials: try store.count(), newTrials: progress?.finished ?? 0,
      seconds: progress.map { $0.elapsed / .seconds(1) } ?? 0)
    print(json ? try printedJSON(outcome) : outcome.text)
  }
}
