// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The batch scripts that run a study on a Slurm cluster: an array of shards, then the merge, then the report.
struct SlurmJobs {
  struct Script {
    let name, text: String
  }

  /// Names the jobs.
  let study: String
  /// What `trimlab run` is given beyond shard, workers and folder: the study file first.
  let runArguments: [String]
  let shards: Int
  /// Cores, and so workers, of each task.
  let workers: Int
  /// Where the merged run goes; the shards are in folders below it.
  let folder: URL
  let trimlab: URL
  /// Options for sbatch, as given.
  let options: [String]

  var scripts: [Script] { [array, merge, report] }

  /// One task a shard. A task that has to end early (SIGTERM: preemption, a requeue, or a minute before the time limit)
  /// stores what it has and exits with 75; queued again, its shard goes on where it stopped.
  private var array: Script {
    script(
      "array",
      ["--array=1-\(shards)", "--cpus-per-task=\(workers)", "--requeue", "--open-mode=append", "--signal=B:TERM@60"],
      log: "shard-%a.log",
      """
      task="${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
      \(command("run", runArguments + ["--workers", "\(workers)", "--no-figures"])) \\
        --shard "$SLURM_ARRAY_TASK_ID/\(shards)" --output \(shardFolder("").shellQuoted)"$SLURM_ARRAY_TASK_ID" &
      run=$!
      trap 'kill -TERM $run 2>/dev/null' TERM
      # A signal ends a wait early: wait until the run itself is over.
      while kill -0 $run 2>/dev/null; do wait $run; done
      wait $run
      status=$?
      # 143: the signal came before the run was ready for it. A task that was cancelled, or that Slurm queues again
      # itself, is not running any more.
      case $status in \(ExitStatus.interrupted.rawValue) | 143)
        if [ "$(squeue --noheader --format=%T --jobs="$task")" = RUNNING ]; then scontrol requeue "$task"; fi
      esac
      exit $status
      """)
  }

  /// Joins the shards in `folder`. A refuted claim (exit code 1) is a result too, and gets its report.
  private var merge: Script {
    script(
      "merge", ["--cpus-per-task=1"], log: "merge.log",
      """
      \(command("merge", (1...shards).map { shardFolder("\($0)") } + ["--output", folder.path, "--no-figures"]))
      status=$?
      [ $status -eq \(ExitStatus.refuted.rawValue) ] || exit $status
      """)
  }

  /// Writes the tables, figures and page of the merged run.
  private var report: Script {
    script("report", ["--cpus-per-task=1"], log: "report.log", "exec \(command("report", [folder.path]))")
  }

  /// Shards of another count would be other parts of the study.
  private func shardFolder(_ number: String) -> String {
    folder.appending(path: "shards-of-\(shards)").path + "/" + number
  }

  private func command(_ name: String, _ arguments: [String]) -> String {
    ([trimlab.path, name] + arguments).map(\.shellQuoted).joined(separator: " ")
  }

  /// The user's options come last: of two, sbatch takes the last.
  private func script(_ name: String, _ directives: [String], log: String, _ body: String) -> Script {
    // In a log's path, sbatch replaces what follows a %.
    let logs = folder.path.replacing("%", with: "%%")
    let own = ["--job-name=\(study)-\(name)", "--output=\(logs)/\(log)"] + directives
    let lines = (own + options).map { "#SBATCH \($0.shellQuoted)" }
    return Script(name: "\(name).sbatch", text: (["#!/bin/bash"] + lines + [body]).joined(separator: "\n") + "\n")
  }
}

extension String {
  /// The string as one word of a shell command.
  var shellQuoted: String {
    let isPlain = !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=:,+@%".contains($0)) }
    return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
