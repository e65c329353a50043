// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Subprocess
import TestSupport
import Testing

/// Studies with a program of the user's, with files, and what is made of several runs.
@Suite struct OwnMethodCommandTests {
  private let folder: TemporaryFolder

  /// Answers 0 at once; at trial 7 of a folder with a file `hang` it waits, and leaves its process number.
  private static let script = """
    import json, os, struct, sys, time
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        t = json.loads(line)
        N, P, M = t["dimension"], t["samples"], t["neurons"]
        source.read(8 * P * (N + M))
        if t["trial"] == 7 and os.path.exists("hang"):
            open("process", "w").write(str(os.getpid()))
            time.sleep(600)
        if os.path.exists("fail"):
            print("no such luck", file=sys.stderr)
            sys.exit(4)
        sink.write(b'{"status": "ok", "iterations": 1}\\n' + bytes(8 * N * M))
        sink.flush()
    """

  private static let study = """
    study: own
    claim: survey
    seed: 1
    method: [auto, {command: [python3, zero.py], timeout: 100}]
    grid: {dimension: [10], sparsity: [1, 2], samples: [5, 10, 20]}
    trials: {each: 20}
    """

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.path("zero.py", Self.script)
    _ = try folder.path("own.yaml", Self.study)
  }

  private func run(_ options: String...) async throws -> Outcome {
    try await trimlab(
      ["run", try folder.path("own.yaml"), "--output", try folder.path("run"), "--no-figures"] + options)
  }

  @Test func aSurveyShowsOwnMethodsBesideTheCertificate() async throws {
    let outcome = try await run()
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("A survey: no statement is judged."))
    #expect(outcome.output.split(separator: "\n").filter { !$0.contains("Results") }.allSatisfy { $0.count <= 80 })
    let rows = try folder.read("run/cells.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func column(_ name: String) throws -> Int { try #require(rows[0].firstIndex(of: Substring(name))) }
    let (method, rate, certified) = try (column("method"), column("rate"), column("certified_rate"))
    let own = rows.dropFirst().filter { $0[method] == "zero" }
    let auto = rows.dropFirst().filter { $0[method] == "auto" }
    #expect(own.count == 6 && auto.count == 6 && own.allSatisfy { $0[rate] == "0.0" })
    // On the same draws: the certificate's rate of the one is the success rate of the other.
    #expect(own.map { $0[certified] } == auto.map { $0[rate] })
    let manifest = try folder.read("run/manifest.json")
    #expect(manifest.contains("\"files\" : {\n      \"zero.py\" : \""))
    let document = try JSONSerialization.jsonObject(with: Data(try await run("--json").output.utf8)) as? [String: Any]
    #expect(document?["verdict"] is NSNull && (document?["verdicts"] as? [Any])?.isEmpty == true)
  }

  @Test func aChangedProgramDoesNotGoOn() async throws {
    #expect(try await run().code == 0)
    _ = try folder.path("zero.py", Self.script + "\n# changed\n")
    let outcome = try await run("--trials", "30")
    #expect(outcome.code == 65 && outcome.errors.contains("files.zero.py: SHA-256 "), "\(outcome.errors)")
    #expect(try await trimlab("report", try folder.path("run")).code == 0, "what is stored can be shown all the same")
  }

  @Test func threeFailuresEndTheRunAndKeepWhatWasFound() async throws {
    _ = try folder.path("fail", "")
    let outcome = try await run("--workers", "1")
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("3 trials in a row failed") && outcome.errors.contains("no such luck"))
    let status = try await trimlab("status", try folder.path("run"), "--json").output
    let document = try JSONSerialization.jsonObject(with: Data(status.utf8)) as? [String: Any]
    #expect(document?["failed"] as? Int == 3)
  }

  @Test func aProgramThatIsNotThereIsSaidBeforeAnythingIsWritten() async throws {
    let outcome = try await run("--set", "method={command: [no-such-program]}")
    #expect(outcome.code == 69 && outcome.errors.contains("the method 'no-such-program' cannot be used"))
    #expect(!folder.exists("run"))
  }

  /// Neither kill -9 nor a second Ctrl-C leaves a child behind, though it waits for nothing that it could be told by.
  @Test(arguments: [Signal.kill])
  func noChildOutlivesTheRun(_ signal: Signal) async throws {
    _ = try folder.path("hang", "")
    let (folder, arguments) = (folder, ["run", try folder.path("own.yaml"), "--output", try folder.path("run")])
    _ = try await trimlab(arguments, sending: signal) { (try? folder.read("process"))?.isEmpty == false }
    let process = try #require(pid_t(try folder.read("process")))
    try await wait { kill(process, 0) != 0 || isZombie(process) }
  }

  @Test func runsAreLaidOverEachOther() async throws {
    #expect(try await run().code == 0)
    let (one, target) = (try folder.path("run"), try folder.path("compared"))
    let outcome = try await trimlab("compare", one, "--output", target)
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("zero") && outcome.output.contains("auto"))
    let pairs = try folder.read("compared/pairs.csv")
    #expect(pairs.contains("10,1,auto,zero,") && pairs.contains("McNemar"))
    #expect(folder.exists("compared/comparison.html") && folder.exists("compared/figures/success_compared.svg"))
    let into = try await trimlab("compare", one, "--output", one)
    #expect(into.code == 64 && into.errors.contains("it is a run folder"))
  }

  @Test func runsThatHaveNothingInCommonSayWhy() async throws {
    #expect(try await run("--set", "method=auto").code == 0)
    let other = try folder.path("other")
    let study = try folder.path("own.yaml")
    #expect(
      try await trimlab(
        "run", study, "--output", other, "--no-figures", "--set", "method=auto", "--set", "grid.dimension=[12]"
      ).code == 0)
    let outcome = try await trimlab("compare", try folder.path("run"), other, "--output", try folder.path("compared"))
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.contains("no (N, s) has two curves") && outcome.errors.contains("(12, 1)"), "\(outcome.errors)")
  }

  @Test func aDryRunWritesNothingAndSaysWhatItWouldTake() async throws {
    let outcome = try await run("--dry-run", "--set", "method=auto")
    #expect(outcome.code == 0 && outcome.output.hasPrefix("own: 6 cells, 120 trials\n"), "\(outcome.output)")
    #expect(outcome.output.contains("by a pilot of a second") && outcome.output.contains("MB of memory"))
    #expect(!folder.exists("run"))
  }

  /// Wilson's half-width at rate ½ is z/2/√(n + z²): ±0.1 takes n = (z/0.2)² − z² = 92.2 trials at least.
  @Test func aPlanSaysHowManyTrials() async throws {
    let study = try folder.path("plan.yaml", tinyStudy)
    let outcome = try await trimlab("plan", study, "--half-width", "0.1", "--json")
    try #require(outcome.code == 0, "\(outcome.errors)")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let goals = try #require(document?["goals"] as? [[String: Any]])
    let each = try #require(goals[0]["trials_each"] as? Int)
    #expect((85...93).contains(each), "\(each)")
    #expect(try await trimlab("plan", study).code == 64)
    #expect(try await trimlab("plan", study, "--detect", "1.5").code == 64)
  }
}

/// Whether the process is over but nobody has waited for it, as in a container without an init.
private func isZombie(_ process: pid_t) -> Bool {
  let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
  return status.split(separator: ")").last?.hasPrefix(" Z") ?? true
}
