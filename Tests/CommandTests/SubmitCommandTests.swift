// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

/// `Tests/Slurm/test.sh` runs the scripts on a real Slurm; here they run without one.
@Suite struct SubmitCommandTests {
  private let folder: TemporaryFolder
  private let study: String
  private let output: String

  init() async throws {
    folder = try TemporaryFolder()
    study = try folder.path("tiny.yaml", tinyStudy)
    output = try folder.path("a 100% run")
    // Numbers its jobs, and refuses those of a user who asks for the partition "none".
    try await program(
      "sbatch",
      """
      echo "$@" >> \(folder.url.path)/calls
      if [[ "$*" == *merge* ]] && grep -q partition=none "${@: -1}"; then echo "no such partition" >&2; exit 1; fi
      echo "$(wc -l < \(folder.url.path)/calls);cluster"
      """)
    try await program("scancel", "echo \"scancel $@\" >> \(folder.url.path)/calls")
  }

  /// Puts a program of that name into the folder that ``submit`` finds first.
  private func program(_ name: String, _ body: String) async throws {
    let file = try folder.path(name, "#!/bin/bash\n" + body + "\n")
    try #require(try await shell("chmod +x \(file)").code == 0)
  }

  private func submit(_ more: String..., study: String? = nil) async throws -> Outcome {
    try await trimlab(
      ["submit", study ?? self.study, "--output", output] + more, path: "\(folder.url.path):/usr/bin:/bin")
  }

  private func script(_ name: String) throws -> [String] {
    try folder.read("a 100% run/\(name).sbatch").split(separator: "\n").map(String.init)
  }

  @Test func eachJobWaitsForTheOneBefore() async throws {
    let outcome = try await submit("--shards", "3", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["jobs"] as? [String] == ["1", "2", "3"])
    let calls = try folder.read("calls").split(separator: "\n")
    #expect(
      calls == [
        "--parsable \(output)/array.sbatch",
        "--parsable --dependency=afterok:1 --kill-on-invalid-dep=yes \(output)/merge.sbatch",
        "--parsable --dependency=afterok:2 --kill-on-invalid-dep=yes \(output)/report.sbatch",
      ])
    #expect(try folder.read("a 100% run/study.yaml") == tinyStudy)
  }

  /// As Slurm would run them, but one after the other and with nobody to ask for a requeue.
  @Test func theScriptsRunTheStudy() async throws {
    #expect(try await submit("--shards", "2", "--trials", "30", "--set", "seed=2", "--dry-run").code == 0)
    #expect(!folder.exists("calls"))
    for task in 1...2 {
      let variables = "SLURM_ARRAY_JOB_ID=1 SLURM_ARRAY_TASK_ID=\(task)"
      let run = try await shell("cd / && \(variables) bash '\(output)/array.sbatch'")
      #expect(run.code == 0 && run.output.contains("shard \(task)/2"), "\(run)")
    }
    for name in ["merge", "report"] {
      let run = try await shell("cd / && bash '\(output)/\(name).sbatch'")
      #expect(run.code == 0 && run.output.contains("240 "), "\(run)")
    }
    let local = try folder.path("local")
    #expect(
      try await trimlab("run", study, "--output", local, "--trials", "30", "--set", "seed=2", "--no-figures").code == 0)
    #expect(try untimed(folder.read("a 100% run/cells.csv")) == untimed(folder.read("local/cells.csv")))
    #expect(folder.exists("a 100% run/report.html"))
  }

  /// Paths in a study begin in its folder, also where its tasks run elsewhere.
  @Test func aStudyWithFilesFindsThem() async throws {
    let rows = (0..<40).map { i in
      (0..<6).map { "\(sin(Double(7 * i * i + 3 * $0 * $0 + i * $0)))" }.joined(separator: ",")
    }
    _ = try folder.path("X.csv", rows.joined(separator: "\n") + "\n")
    let own = try folder.path(
      "own.yaml",
      """
      study: own
      claim: survey
      seed: 1
      inputs: {file: X.csv}
      grid: {dimension: [6], sparsity: [1], samples: [10, 20]}
      trials: {each: 20}
      """)
    #expect(try await submit("--shards", "2", "--dry-run", study: own).code == 0)
    for job in ["SLURM_ARRAY_TASK_ID=1 bash array", "SLURM_ARRAY_TASK_ID=2 bash array", "bash merge", "bash report"] {
      let parts = job.split(separator: " ")
      let run = try await shell(
        "cd / && SLURM_ARRAY_JOB_ID=1 \(parts.dropLast().joined(separator: " ")) '\(output)/\(parts.last ?? "").sbatch'"
      )
      #expect(run.code == 0, "\(job): \(run)")
    }
    let local = try folder.path("local")
    #expect(try await trimlab("run", own, "--output", local, "--no-figures").code == 0)
    #expect(try untimed(folder.read("a 100% run/cells.csv")) == untimed(folder.read("local/cells.csv")))
  }

  /// The verdict of a refuted claim gets its report; a merge that fails ends the chain.
  @Test(arguments: [(0, 0), (1, 0), (73, 73), (75, 75)])
  func aRefutedClaimIsAResult(_ status: Int, _ expected: Int32) async throws {
    #expect(try await submit("--shards", "2", "--dry-run").code == 0)
    let merge = try script("merge").joined(separator: "\n")
    let program = try #require(
      merge.split(separator: "\n").first { $0.contains(" merge ") }?.split(separator: " ").first)
    let changed = try folder.path(
      "merge", merge.replacing("\(program) merge", with: "exit_with() { return \(status); }; exit_with"))
    #expect(try await shell("bash \(changed)").code == expected)
  }

  @Test(arguments: [("RUNNING", 75, true), ("RUNNING", 143, true), ("COMPLETING", 75, false), ("RUNNING", 1, false)])
  func anInterruptedTaskIsQueuedAgainWhileItRuns(_ state: String, _ status: Int32, _ requeued: Bool) async throws {
    #expect(try await submit("--shards", "2", "--dry-run").code == 0)
    try await program("squeue", "echo \(state)")
    try await program("scontrol", "echo \"$@\" >> \(folder.url.path)/calls")
    let array = try script("array").joined(separator: "\n")
    let program = try #require(array.split(separator: "\n").first { $0.contains(" run ") }?.split(separator: " ").first)
    let changed = try folder.path("array", array.replacing("\(program) run", with: "bash -c 'exit \(status)'"))
    let variables = "PATH=\(folder.url.path):$PATH SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=2"
    #expect(try await shell("\(variables) bash \(changed)").code == status)
    #expect((try? folder.read("calls")) == (requeued ? "requeue 7_2\n" : nil))
  }

  @Test func optionsGoToEveryJobAndComeLast() async throws {
    let options = ["--sbatch-option=--time=1:00:00", "--sbatch-option", "-p short", "--sbatch-option=--comment=it's"]
    #expect(
      try await submit("--shards", "2", "--workers", "4", options[0], options[1], options[2], options[3], "--dry-run")
        .code == 0)
    for name in ["array", "merge", "report"] {
      let directives = try script(name).filter { $0.hasPrefix("#SBATCH") }
      #expect(directives.suffix(3) == ["#SBATCH --time=1:00:00", "#SBATCH '-p short'", "#SBATCH '--comment=it'\\''s'"])
      #expect(directives.contains { $0.contains("/a 100%% run/") }, "a % in a log's path is doubled")
    }
    let array = try script("array")
    for directive in ["--array=1-2", "--cpus-per-task=4", "--requeue", "--open-mode=append", "--signal=B:TERM@60"] {
      #expect(array.contains("#SBATCH \(directive)"))
    }
  }

  @Test func aChainThatCannotBeCompletedIsCancelled() async throws {
    let outcome = try await submit("--shards", "2", "--sbatch-option=--partition=none")
    #expect(outcome.code == 69 && outcome.errors.contains("sbatch failed: no such partition"), "\(outcome)")
    #expect(try folder.read("calls").hasSuffix("scancel 1\n"))
  }

  @Test func withoutSlurmThePackageIsNamed() async throws {
    let outcome = try await trimlab(["submit", study, "--shards", "2", "--output", output], path: "/nowhere")
    #expect(outcome.code == 69 && outcome.errors.contains("apt install slurm-client"), "\(outcome)")
    #expect(!folder.exists("a 100% run"))
  }

  @Test func anEditedStudyGoesElsewhere() async throws {
    #expect(try await submit("--shards", "2").code == 0)
    #expect(try await submit("--shards", "2").code == 0)
    let edited = try folder.path("edited.yaml", tinyStudy.replacing("seed: 1", with: "seed: 2"))
    let outcome = try await submit("--shards", "2", study: edited)
    #expect(outcome.code == 65 && outcome.errors.contains("has changed since it was submitted"), "\(outcome)")
  }

  @Test(arguments: [
    (["--shards", "0"], 64, "--shards 0: expected at least 1"), ([], 64, "--shards"),
    (["--shards", "2", "--workers", "0"], 64, "--workers 0: expected at least 1"),
    (["--shards", "2", "--trials", "0"], 64, "--trials 0: expected at least 1"),
    (["--shards", "2", "--sbatch-option", "time=1"], 64, "--sbatch-option time=1: expected an option of sbatch"),
    (["--shards", "2", "--sbatch-option=--array=1-9"], 64, "use --shards"),
    (["--shards", "2", "--set", "method"], 65, "expected key=value"),
    (["--shards", "2", "--output", "/proc/trimlab"], 73, "cannot write /proc/trimlab"),
  ])
  func mistakesAreNamed(_ options: [String], _ code: Int32, _ message: String) async throws {
    let output = options.contains("--output") ? [] : ["--output", self.output]
    let outcome = try await trimlab(["submit", study] + output + options, path: "\(folder.url.path):/usr/bin:/bin")
    #expect(outcome.code == code && outcome.errors.contains(message), "\(outcome)")
    #expect(!folder.exists("a 100% run") && !folder.exists("calls"))
  }
}
