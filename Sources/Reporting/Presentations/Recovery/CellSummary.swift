// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
package import Ensembles
package import Experiments
import Statistics
import StudyModel

/// What the trials of one cell of planted neurons found, taken together.
package struct CellSummary: Sendable {
  package let cell: PlantedEnsemble
  package let condition: RecoveryCondition
  /// The cell without its number of samples: what cells on one curve have in common.
  let curve: Cell
  package let trials, recovered, notRecovered, undecided, failed: Int
  /// Trials in which the certificate proves recovery by the program on the same draws, and those in which it proves either.
  package let certified, certificates: Int
  /// Mean number of samples on which the neuron is active; nil without trials.
  package let activeSamplesMean: Double?
  package let iterationsMean: Double?
  /// The least evidence among the decided trials: min |margin|.
  package let marginLeast: Double?
  /// The largest relative duality gap and the largest relative error of a recovered weight vector; nil where no
  /// solution was computed.
  package let gapLargest, errorLargest: Double?
  /// Of all solutions.
  package let errorMedian, residualLargest, violationLargest: Double?
  package let secondsMean: Double?
  /// The decided trials of one neuron and those of them that failed, by the number of active samples.
  let activeFailures: [Int: Proportion]

  package init(_ measured: CellTrials, _ criterion: SuccessCriterion = .certified) {
    typealias Q = RecoveryExperiment
    let outcomes = measured.outcomes
    let judged = outcomes.map { (outcome: $0, success: criterion.judge($0)) }
    cell = PlantedEnsemble(measured.cell)
    condition = RecoveryCondition(measured.cell)
    curve = measured.cell.without(Q.samples)
    let verdicts = measured.values(Q.certified)
    (certified, certificates) = (verdicts.count { $0 == 1 }, verdicts.count)
    errorMedian = measured.values(Q.error).median
    residualLargest = measured.values(Q.residual).max()
    violationLargest = measured.values(Q.violation).max()
    (trials, failed) = (measured.trials.count, measured.failed)
    recovered = judged.count { $0.success == true }
    notRecovered = judged.count { $0.success == false }
    undecided = judged.count { $0.success == nil }
    activeSamplesMean = measured.values(Q.activeSamples).mean
    iterationsMean = measured.values(Q.iterations).mean
    marginLeast = measured.values(Q.margin).map(abs).min()
    gapLargest = measured.values(Q.gap).max()
    errorLargest = judged.compactMap { $0.success == true ? $0.outcome[Q.error] : nil }.max()
    secondsMean = outcomes.map(\.seconds).mean
    activeFailures = Self.activeFailures(judged)
  }

  private static func activeFailures(_ judged: [(outcome: TrialOutcome, success: Bool?)]) -> [Int: Proportion] {
    let decided = judged.compactMap { outcome, success in
      outcome[RecoveryExperiment.activeSamples].flatMap { n in success.map { (n: Int(n), fails: !$0) } }
    }
    return Dictionary(grouping: decided, by: \.n).mapValues { trials in
      Proportion(successes: trials.count(where: \.fails), trials: trials.count)
    }
  }

  /// What a claim judges; a trial that failed is evidence of nothing.
  var measured: RecoveryCell {
    RecoveryCell(
      cell, neurons: condition.neurons,
      count: OutcomeCount(succeeded: recovered, notSucceeded: notRecovered, undecided: undecided + failed))
  }
}

/// What counts as recovery when stored trials are judged.
package enum SuccessCriterion: Hashable, Sendable {
  /// As the trial's own evidence had it.
  case certified
  /// A relative error ‖U − w*‖₂/‖w*‖₂ of at most this.
  ///
  /// A trial that a certificate decided has no solution U: its verdict stands. Where it proves recovery, U = w* is the only solution and
  /// the error 0; where it disproves recovery, the error of the solution is not known.
  case relativeError(Double)

  /// The trials with their success as this judges it.
  func judged(_ measured: CellTrials) -> CellTrials {
    guard self != .certified else { return measured }
    let trials = measured.trials.map { trial in
      FinishedTrial(
        number: trial.number,
        result: trial.result.map { TrialOutcome(success: judge($0), $0.measurements, seconds: $0.seconds) })
    }
    return CellTrials(cell: measured.cell, trials: trials)
  }

  package func judge(_ outcome: TrialOutcome) -> Bool? {
    guard case .relativeError(let threshold) = self, outcome.success != nil,
      let error = outcome[RecoveryExperiment.error]
    else { return outcome.success }
    return error <= threshold
  }
}

/// How the trials of a study fare when success is a relative error below a threshold.
package struct Rejudgement: Codable, Hashable, Sendable {
  package let threshold: Double
  /// Trials with a stored error, judged by it, and how many of them changed sides.
  package let byError, changed: Int
  /// Trials that a certificate decided: recovered, and not.
  package let certified, certifiedFailures: Int
  /// Trials undecided or failed before.
  package let undecided: Int

  package init(threshold: Double, _ cells: [CellTrials]) {
    let outcomes = cells.flatMap(\.outcomes)
    let decided = outcomes.filter { $0.success != nil }
    let withError = decided.filter { $0[RecoveryExperiment.error] != nil }
    self.threshold = threshold
    byError = withError.count
    changed = withError.count { SuccessCriterion.relativeError(threshold).judge($0) != $0.success }
    certified = decided.count { $0.success == true } - withError.count { $0.success == true }
    certifiedFailures = decided.count - byError - certified
    undecided = cells.trials - decided.count
  }
}
