// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import DrawFloor
import Ensembles
import Experiments
import Foundation

/// What the trials of one ensemble cost, beside the draws of their active samples.
struct Measurement {
  private let ensemble: PlantedEnsemble
  private let method: DecisionMethod
  private let trials: Int
  /// Seconds of all draws, and of all trials: each the least of its repeats.
  private var drawing = Double.infinity
  private var deciding = Double.infinity
  private var verdicts: [RecoveryVerdict: Int] = [:]
  private var iterations = 0
  /// The largest relative duality gap where the whole program was solved.
  private var gap: Double?

  init(_ ensemble: PlantedEnsemble, _ method: DecisionMethod, trials: Int, repeats: Int) {
    (self.ensemble, self.method, self.trials) = (ensemble, method, trials)
    for _ in 0..<repeats { measure() }
  }

  static let header =
    "dimension,sparsity,ratio,samples,method,trials,draw_ms,trial_ms,multiple,recovered,undecided,iterations_mean,gap_largest,peak_mib"

  func row(ratio: Double) -> String {
    let times = [1e3 * drawing / Double(trials), 1e3 * deciding / Double(trials), deciding / drawing]
    let fields =
      [
        "\(ensemble.dimension)", "\(ensemble.sparsity)", "\(ratio)", "\(ensemble.samples)", method.rawValue,
        "\(trials)",
      ]
      + times.map { String(format: "%.4f", $0) }
      + ["\(verdicts[.recovered, default: 0])", "\(verdicts[.undecided, default: 0])"]
      + [String(format: "%.2f", Double(iterations) / Double(trials)), gap.map { String(format: "%.1e", $0) } ?? ""]
      + [String(format: "%.0f", peakMemory)]
    return fields.joined(separator: ",")
  }

  private mutating func measure() {
    let recovery = PlantedRecovery(seed: 1, method: method)
    var workspace = TrialWorkspace()
    var floor = DrawFloor()
    var (drawing, deciding) = (0.0, 0.0)
    (verdicts, iterations) = ([:], 0)
    for number in 0..<trials {
      drawing += processorTime { draw(number, &floor) }
      deciding += processorTime {
        let trial = recovery.trial(ensemble, number: number, in: &workspace)
        verdicts[trial.verdict, default: 0] += 1
        iterations += trial.iterations
        if let found = trial.gap { gap = max(gap ?? 0, found) }
      }
    }
    (self.drawing, self.deciding) = (min(self.drawing, drawing), min(self.deciding, deciding))
  }

  /// As many normal variates as the trial's active samples have entries.
  private func draw(_ number: Int, _ floor: inout DrawFloor) {
    floor.restart(at: number)
    floor.draw(floor.half(of: ensemble.samples) * ensemble.dimension)
  }

  /// The most memory that this process has held so far, in MiB.
  private var peakMemory: Double {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Double(usage.ru_maxrss) / 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
