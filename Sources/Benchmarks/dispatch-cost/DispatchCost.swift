// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Experiments
import Foundation
import StudyModel
import StudyRunner
import StudyStore

/// What the dispatcher and the store can keep up with, whatever the number of workers.
@main
struct DispatchCost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispatch-cost",
    abstract: "Runs trials that sleep on many workers, through the dispatcher and into the store, and prints CSV.",
    discussion: """
      Every worker is a thread of its own. The trials sleep so long that all workers together would finish the rate asked for; a rate of \
      0 has them take no time at all, so that nothing but dispatcher and store limits. Processor time is that of the whole process: what a \
      trial costs beside its own work.
      """)

  @Option(parsing: .upToNextOption, help: "Numbers of workers.") var workers = [1, 64, 1000]
  @Option(parsing: .upToNextOption, help: "Trials a minute that the workers would finish; 0: as many as go.")
  var rates = [1e6, 4e6, 0]
  @Option(help: "Cells of the study.") var cells = 200
  @Option(help: "Trials of each run.") var trials = 100_000

  func run() async throws {
    print("workers,asked_per_minute,trials,seconds,trials_per_minute,share,processor_us_per_trial")
    for count in workers {
      let threads = ThreadExecutor(threads: count)
      for rate in rates { print(try await withTaskExecutorPreference(threads) { try await row(count, rate: rate) }) }
    }
  }

  private func row(_ workers: Int, rate: Double) async throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dispatch-cost-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let each = max(1, trials / cells)
    let study = try recoveryStudy(each: each)
    let sleeping = try SleepingTrials(
      study.experiment, like: study.grid.cells[0], seconds: rate > 0 ? 60 * Double(workers) / rate : 0)
    let store = try TrialStore(folder: folder, study: study)
    let runner = StudyRunner(sleeping, seed: 1, plan: .each(each), workers: workers)
    let (start, before) = (ContinuousClock.now, processorSeconds)
    let end = try await runner.run(cells: study.grid.cells, history: [:], into: store)
    let (seconds, processor) = ((ContinuousClock.now - start) / .seconds(1), processorSeconds - before)
    let reached = 60 * Double(end.finished) / seconds
    let share = rate > 0 ? String(format: "%.3f", reached / rate) : ""
    return
      "\(workers),\(Int(rate)),\(end.finished),\(String(format: "%.3f", seconds)),\(Int(reached)),\(share),"
      + String(format: "%.2f", 1e6 * processor / Double(end.finished))
  }

  /// A recovery study with ``cells`` cells.
  private func recoveryStudy(each: Int) throws -> Study {
    let text = """
      study: dispatch-cost
      claim: recovery-law
      seed: 1
      grid:
        dimension: [1000]
        sparsity: [2]
        samples: \(Array(10..<10 + cells))
      trials: {each: \(each)}
      """
    return try Study(StudyFile(name: "dispatch-cost.yaml", text: text))
  }

  private var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
