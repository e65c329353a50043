// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct StatusAndReplayTests {
  private let folder: TemporaryFolder
  private let output: String

  init() async throws {
    folder = try TemporaryFolder()
    output = try folder.path("run")
    let study = try folder.path("tiny.yaml", tinyStudy)
    _ = try await trimlab("run", study, "--output", output, "--no-figures")
  }

  private func change(_ sql: String) async throws {
    let database = try DatabaseQueue(path: output + "/trials.sqlite")
    try await database.write { try $0.execute(sql: sql) }
    try database.close()
  }

  private func status(_ folder: String) async throws -> [String: Any] {
    let outcome = try await trimlab("status", folder, "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func statusOfAFinishedStudy() async throws {
    let outcome = try await trimlab("status", output)
    #expect(outcome.code == 0 && outcome.output.contains("tiny: finished, 320 of 320 trials (100%)"))
    let status = try await status(output)
    #expect(status["done"] as? Int == 320 && status["left"] as? Int == 0 && status["running"] as? Bool == false)
    #expect(status["seconds_left"] as? Double == 0 && status["sessions"] as? Int == 1)
  }

  @Test func statusOfAStudyThatLacksTrials() async throws {
    try await change(
      """
      DELETE FROM trial WHERE id % 4 = 0; UPDATE trial SET verdict = 'undecided' WHERE id = 1;
      UPDATE trial SET verdict = 'failed', failure = 'no memory' WHERE id IN (2, 3, 5);
      UPDATE session SET trials = 120, seconds = 12;
      """)
    let status = try await status(output)
    #expect(status["done"] as? Int == 240 && status["left"] as? Int == 80)
    #expect(status["undecided"] as? Int == 1 && status["failed"] as? Int == 3)
    #expect(status["trials_per_second"] as? Double == 10)
    // A third of what is done is left, at about the same mean cost; the time of half of it is known.
    let left = try #require(status["seconds_left"] as? Double)
    #expect(left > 6 && left < 10)
    let curves = try #require(status["curves"] as? [[String: Any]])
    #expect(curves.compactMap { $0["dimension"] as? Int } == [20, 30])
    #expect(curves.compactMap { $0["left"] as? Int }.reduce(0, +) == 80)
  }

  @Test func aCellWithoutTrialsIsNotCounted() async throws {
    try await change("DELETE FROM trial WHERE cell_id = 1")
    let curves = try #require(try await status(output)["curves"] as? [[String: Any]])
    #expect(curves.compactMap { $0["cells"] as? Int } == [3, 4])
    #expect(curves.compactMap { $0["left"] as? Int } == [40, 0])
  }

  @Test func statusOfASearchSaysItsStage() async throws {
    let (study, output) = (try folder.path("search.yaml", searchStudy), try folder.path("search"))
    _ = try await trimlab("run", study, "--output", output, "--no-figures")
    let curves = try #require(try await status(output)["curves"] as? [[String: Any]])
    #expect(curves.compactMap { $0["phase"] as? String } == ["reached", "reached"])
  }

  @Test func aReplayedTrialIsTheSame() async throws {
    let outcome = try await trimlab("replay", output, "--trial", "17")
    #expect(outcome.code == 0 && outcome.output.contains("The trial is the same."), "\(outcome.output)")
    #expect(outcome.output.contains("seed=1 dimension=") && outcome.output.contains("margin"))
  }

  @Test func aTrialThatDiffersIsSaidToDiffer() async throws {
    try await change("UPDATE trial SET active_samples = 1000 WHERE id = 17")
    let outcome = try await trimlab("replay", output, "--trial", "17", "--json")
    #expect(outcome.code == 1)
    let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let fields = try #require(document["fields"] as? [[String: Any]])
    #expect(fields.filter { $0["agrees"] as? Bool == false }.compactMap { $0["name"] as? String } == ["active_samples"])
  }

  /// A cell whose name and parameters differ, one that lacks a parameter or has a value that is none, and one of another study.
  @Test(arguments: [
    "sparsity = 3", "name = replace(name, 'sparsity=2', 'sparsity=x')",
    "dimension = NULL, name = replace(name, 'dimension=20 ', '')",
    "inputs = 'nonsense', name = replace(name, 'gaussian', 'nonsense')",
    "sparsity = 21, name = replace(name, 'sparsity=2', 'sparsity=21')",
  ])
  func aCellThatCannotBeIsRefused(_ fault: String) async throws {
    try await change("UPDATE cell SET \(fault) WHERE id = 1")
    for command in [["status", output], ["replay", output, "--trial", "1"], ["report", output, "--format", "csv"]] {
      let outcome = try await trimlab(command)
      #expect(outcome.code == 65 && outcome.output.isEmpty, "\(command[0]): \(outcome)")
      #expect(outcome.errors.contains("cannot read \(output)/trials.sqlite: a cell "), "\(outcome.errors)")
    }
  }

  @Test func mistakesAreNamed() async throws {
    let missing = try await trimlab("replay", output, "--trial", "99999")
    #expect(missing.code == 65 && missing.errors.contains("--trial 99999"))
    for command in [["status"], ["replay", "--trial", "1"]] {
      let outcome = try await trimlab([command[0], try folder.path("nowhere")] + command.dropFirst())
      #expect(outcome.code == 66 && outcome.errors.contains("holds no trials.sqlite"), "\(outcome.errors)")
    }
  }
}
