// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Experiments
import Reporting
import Testing

@Suite struct CellSummaryTests {
  private let cell = PlantedEnsemble(dimension: 20, sparsity: 2, samples: 10).cell()

  private func trial(
    _ number: Int, _ verdict: RecoveryVerdict, error: Double, gap: Double? = nil, margin: Double, active: Int,
    iterations: Int, seconds: Double
  ) -> FinishedTrial {
    var outcome =
      RecoveryTrial(
        verdict: verdict, activeSamples: active, error: error, plantedNorm: 2.5, gap: gap, margin: margin,
        iterations: iterations, method: .program
      ).outcome
    outcome.seconds = seconds
    return FinishedTrial(number: number, result: .success(outcome))
  }

  @Test func summariesAreCountsMeansAndExtremes() {
    let summary = CellSummary(
      CellTrials(
        cell: cell,
        trials: [
          trial(3, .recovered, error: 1e-9, gap: 1e-12, margin: 0.25, active: 4, iterations: 2, seconds: 0.5),
          trial(1, .recovered, error: 3e-9, gap: 2e-12, margin: 0.125, active: 6, iterations: 4, seconds: 1.5),
          trial(2, .notRecovered, error: 0.5, margin: -0.0625, active: 3, iterations: 9, seconds: 1),
          FinishedTrial(number: 4, result: .failure(TrialFailure(message: "no memory"))),
        ]))
    #expect(summary.cell == PlantedEnsemble(cell) && summary.trials == 4)
    #expect(summary.recovered == 2 && summary.notRecovered == 1 && summary.undecided == 0 && summary.failed == 1)
    #expect(summary.activeSamplesMean == 13.0 / 3)
    #expect(summary.iterationsMean == 5)
    #expect(summary.marginLeast == 0.0625)
    #expect(summary.gapLargest == 2e-12)
    #expect(summary.errorLargest == 3e-9, "the error of a failed recovery is not a solver's error")
    #expect(summary.secondsMean == 1)
  }

  @Test func aCellWithoutTrialsHasNoMeans() {
    let summary = CellSummary(CellTrials(cell: cell, trials: []))
    #expect(summary.trials == 0 && summary.secondsMean == nil && summary.marginLeast == nil)
  }
}
