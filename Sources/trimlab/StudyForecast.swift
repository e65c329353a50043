// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Reporting
import StudyModel

/// What a study would take and tell: what `trimlab run --dry-run` prints.
struct StudyForecast: Encodable {
  let study, claim: String
  let cells, curves: Int
  /// All trials, or the most that there can be where the study itself decides.
  let trials: Int
  let trialsAreAtMost: Bool
  /// Where cells stop by their rates: by the rates of the normal form, in studies of recovery; else the most.
  let trialsExpected: Int
  let workers: Int
  /// By a pilot of a second, on this machine.
  let seconds: Double
  /// All workers together.
  let memoryBytes: Double
  /// Of studies of recovery with a fixed number of trials: widest half-widths, and the error of δ that the test of the recovery law finds.
  private(set) var rateHalfWidth, medianHalfWidth, detectableError: Double?

  init(_ study: Study, workers: Int) {
    let experiment = study.experiment
    (self.study, claim, self.workers) = (study.name, study.claimName, workers)
    (cells, curves) = (study.grid.cells.count, study.grid.curves.count)
    let each = study.trials.looks.last ?? 0
    let starts = study.grid.cells + study.grid.curves.map(\.start)
    trials = each * starts.count
    if case .each = study.trials { trialsAreAtMost = curves > 0 } else { trialsAreAtMost = true }
    let expected = starts.map { Self.expected($0, study) }
    trialsExpected = expected.reduce(0, +)
    let pilot = StudyPilot(study)
    let parallel = Double(max(1, min(workers, trials, ProcessInfo.processInfo.activeProcessorCount)))
    seconds = zip(starts, expected).reduce(0) { $0 + Double($1.1) * pilot.seconds(of: $1.0) } / parallel
    memoryBytes = (starts.map(experiment.memory).max() ?? 0) * Double(min(workers, max(trials, 1)))
    guard case .each(let each) = study.trials, let forecast = RecoveryForecast(study) else { return }
    rateHalfWidth = forecast.rateHalfWidth(each: each)
    medianHalfWidth = forecast.medianHalfWidth(each: each)
    detectableError = forecast.detectable(each: each)
  }

  private static func expected(_ cell: Cell, _ study: Study) -> Int {
    guard case .precision = study.trials, study.grid.curves.isEmpty, study.experiment is RecoveryExperiment else {
      return study.trials.looks.last ?? 0
    }
    let ensemble = PlantedEnsemble(cell)
    let law = NormalForm(dimension: ensemble.dimension, sparsity: ensemble.sparsity)
    return study.trials.end(rate: law.success(samples: ensemble.samples))
  }

  var text: String {
    let places = curves > 0 ? "\(curves) curves, whose cells are found" : "\(cells.grouped) cells"
    let lines: [String?] = [
      "\(study): \(places), \(trialsAreAtMost ? "at most " : "")\(trials.grouped) trials"
        + (trialsExpected < trials ? ", about \(trialsExpected.grouped) expected" : ""),
      "about \(Duration.seconds(seconds).clock) on \(workers) \(workers == 1 ? "worker" : "workers"), by a pilot of a second",
      "about \((memoryBytes / 1e6).significant(2)) MB of memory for trials",
      power,
      rateHalfWidth.map { "success rates to ±\($0.significant(2)) or better (95 %, by the exact law)" },
      medianHalfWidth.map { width in
        width.isFinite
          ? "P50 of every curve to ±\((100 * width).significant(2)) % or better (95 %)"
          : "P50 of some curve is not determined: too few cells in its transition"
      },
      "Nothing was run or written.",
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }

  /// Of the verdict, where it is on the recovery law.
  private var power: String? {
    guard rateHalfWidth != nil else { return nil }
    let subject = claim == "recovery-law" ? "the verdict" : "a test of the recovery law on these cells"
    return detectableError.map {
      "\(subject) finds a δ that is off by \((100 * $0).significant(2)) % with probability 0.9"
    }
      ?? "\(subject) finds no error of δ below 100 % with probability 0.9"
  }
}
