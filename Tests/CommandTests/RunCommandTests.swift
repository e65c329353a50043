// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import TestSupport
import Testing

let tinyStudy = """
  study: tiny
  claim: recovery-law
  seed: 1
  grid:
    dimension: [20, 30]
    sparsity: [2]
    samples: [6, 10, 14, 20]
  trials: {each: 40}

  """

@Suite struct RunCommandTests {
  private let folder: TemporaryFolder
  private let study: String
  private let output: String

  init() throws {
    folder = try TemporaryFolder()
    study = try folder.path("tiny.yaml", tinyStudy)
    output = try folder.path("run")
  }

  @Test func aStudyBecomesTablesFiguresAndAManifest() async throws {
    let outcome = try await trimlab("run", study, "--output", output, "--figures")
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("tiny: 320 trials (320 of them new"))
    #expect(outcome.output.contains("Results: \(output)"))
    #expect(outcome.output.split(separator: "\n").filter { !$0.contains(output) }.allSatisfy { $0.count <= 80 })
    let cells = try folder.read("run/cells.csv").split(separator: "\n")
    #expect(cells.count == 9)
    #expect(cells[1].hasPrefix("20,2,6,40,"))
    for file in ["trials.sqlite", "manifest.json"] + ["csv", "gp", "svg", "png"].map({ "figures/success_curve.\($0)" })
    {
      #expect(folder.exists("run/\(file)"), "\(file)")
    }
  }

  @Test func withJSONStandardOutputIsOneDocument() async throws {
    let outcome = try await trimlab("run", study, "--output", output, "--no-figures", "--json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["study"] as? String == "tiny")
    #expect(document["trials"] as? Int == 320 && document["new_trials"] as? Int == 320)
    let transitions = try #require(document["transitions"] as? [[String: Any]])
    #expect(transitions.map { $0["dimension"] as? Int } == [20, 30])
    #expect(transitions.allSatisfy { ($0["samples50_predicted"] as? Double ?? 0) > 0 })
    #expect(!folder.exists("run/figures"))
  }

  /// The exact law speaks of Gaussian inputs only: with others the study measures nothing of it, which is no number.
  @Test func whatWasNotMeasuredIsADashOrNull() async throws {
    let arguments = ["run", study, "--output", output, "--no-figures", "--set", "inputs.distribution=uniform"]
    let outcome = try await trimlab(arguments)
    #expect(outcome.code == 0 && outcome.output.contains("measured –, bound –, 0 of "), "\(outcome.output)")
    #expect(!outcome.output.contains("nan"))
    let document = try JSONSerialization.jsonObject(with: Data(try await trimlab(arguments + ["--json"]).output.utf8))
    let verdict = try #require((document as? [String: Any])?["verdict"] as? [String: Any])
    for key in ["measured", "bound", "slack", "p_value"] { #expect(verdict[key] is NSNull, "\(key)") }
  }

  @Test func theVerdictIsInTheTableAndTheDocument() async throws {
    let outcome = try await trimlab("run", study, "--output", output, "--no-figures")
    // 320 trials would miss a success rate that is off by six points.
    #expect(outcome.output.contains("Claim recovery-law (exact-law): INCONCLUSIVE"))
    #expect(outcome.output.contains("· needs about "))
    let document = try JSONSerialization.jsonObject(
      with: Data(try await trimlab("run", study, "--output", output, "--no-figures", "--json").output.utf8))
    let verdict = try #require((document as? [String: Any])?["verdict"] as? [String: Any])
    #expect(verdict["verdict"] as? String == "inconclusive" && verdict["trials"] as? Int == 320)
    #expect(try folder.read("run/verdicts.csv").contains("recovery-law,exact-law,inconclusive,320,320,0,"))
    let summary = try folder.read("run/summary.csv").split(separator: "\n")
    #expect(summary.count == 3 && summary[1].hasPrefix("20,2,gaussian,4,160,"))
  }

  /// With every success of a finished run taken for a failure, no law of recovery stands.
  @Test func aRefutedClaimIsExitCodeOne() async throws {
    _ = try await trimlab("run", study, "--output", output, "--no-figures")
    let database = try DatabaseQueue(path: output + "/trials.sqlite")
    try await database.write { try $0.execute(sql: "UPDATE trial SET verdict = 'failure'") }
    try database.close()
    let outcome = try await trimlab("run", study, "--output", output, "--no-figures")
    #expect(outcome.code == 1 && outcome.output.contains("Claim recovery-law (exact-law): REFUTED"))
    #expect(outcome.output.contains("already finished"))
  }

  @Test func aFinishedStudySaysSo() async throws {
    _ = try await trimlab("run", study, "--output", output, "--no-figures")
    let cells = try folder.read("run/cells.csv")
    let again = try await trimlab("run", study, "--output", output, "--no-figures")
    #expect(again.code == 0)
    #expect(again.output.contains("already finished"))
    #expect(try folder.read("run/cells.csv") == cells)
  }

  /// Topped up and grown, a study ends with the very cells of one that was so from the start.
  @Test func moreTrialsAndMoreCellsAddUp() async throws {
    let small = ["run", study, "--output", output, "--no-figures"]
    let large = small + ["--trials", "60", "--set", "grid.samples=[6, 8, 10, 14, 20]"]
    for arguments in [small, large] { #expect(try await trimlab(arguments).code == 0) }
    let fresh = try await trimlab(
      "run", study, "--output", try folder.path("fresh"), "--no-figures", "--trials", "60", "--set",
      "grid.samples=[6, 8, 10, 14, 20]")
    #expect(fresh.code == 0)
    #expect(try untimed(folder.read("run/cells.csv")) == untimed(folder.read("fresh/cells.csv")))
  }

  @Test func adaptiveTrialsDoNotDependOnWorkers() async throws {
    for workers in ["1", "2"] {
      let outcome = try await trimlab(
        "run", study, "--output", try folder.path(workers), "--workers", workers, "--no-figures", "--set",
        "trials={half-width: 0.06, at-most: 400}")
      #expect(outcome.code == 0)
    }
    #expect(try untimed(folder.read("1/cells.csv")) == untimed(folder.read("2/cells.csv")))
  }

  @Test func withoutGnuplotOnlyTheFiguresAreMissing() async throws {
    let outcome = try await trimlab(["run", study, "--output", output], path: "/nowhere")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("warning: no figures: gnuplot is not installed; install the package gnuplot-nox"))
    #expect(folder.exists("run/cells.csv") && folder.exists("run/figures/success_curve.gp"))
    let insisting = try await trimlab(["run", study, "--output", output, "--figures"], path: "/nowhere")
    #expect(insisting.code == 69)
    #expect(insisting.errors.contains("gnuplot-nox"))
  }

  @Test func theDefaultFolderIsNamedAfterTheStudy() async throws {
    let help = try await trimlab("run", "--help")
    #expect(help.code == 0)
    #expect(help.output.contains("results/<name of the study>"))
    #expect(help.output.contains("trimlab run Studies/quickstart.yaml"))
  }
}

/// `cells.csv` without its last column, the only one that may differ between runs.
func untimed(_ csv: String) -> [Substring] {
  csv.split(separator: "\n").map { $0.prefix(upTo: $0.lastIndex(of: ",") ?? $0.endIndex) }
}
