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
  /// Seconds of all draws, in blocks and by single calls, and of all trials: each the least of its repeats.
  private var drawing = Double.infinity
  private var calling = Double.infinity
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
    "dimension,sparsity,ratio,samples,method,trials,draw_ms,call_ms,trial_ms,multiple,multiple_of_calls,recovered,undecided,iterations_mean,gap_largest,peak_mib"

  func row(ratio: Double) -> String {
    let times =
      [drawing, calling, deciding].map { 1e3 * $0 / Double(trials) } + [deciding / drawing, deciding / calling]
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
    var (drawing, calling, deciding) = (0.0, 0.0, 0.0)
    (verdicts, iterations) = ([:], 0)
    for number in 0..<trials {
      let count = draws(number, &floor)
      drawing += processorTime { floor.draw(count) }
      calling += processorTime { floor.drawByCalls(count) }
      deciding += processorTime {
        let trial = recovery.trial(ensemble, number: number, in: &workspace)
        verdicts[trial.verdict, default: 0] += 1
        iterations += trial.iterations
        if let found = trial.gap { gap = max(gap ?? 0, found) }
      }
    }
    (self.drawing, self.calling) = (min(self.drawing, drawing), min(self.calling, calling))
    self.deciding = min(self.deciding, deciding)
  }

  /// How many entries the trial's active samples have.
  private func draws(_ number: Int, _ floor: inout DrawFloor) -> Int {
    floor.restart(at: number)
    return floor.half(of: ensemble.samples) * ensemble.dimension
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
