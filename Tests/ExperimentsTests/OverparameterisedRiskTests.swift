// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import OverparameterisedPruning
import TestSupport
import Testing

@Suite struct OverparameterisedRiskTests {
  private typealias Regression = OverparameterisedRiskExperiment

  private let experiment = Regression()

  private func cell(features: Int = 100, ratio: Double = 4, trained: Double = 1) -> Cell {
    experiment.cell([
      Regression.features.is(features), Regression.ratio.is(ratio), Regression.trained.is(trained),
    ])
  }

  /// Limits are of quantities, and all but the retrained ones of the data's choice have one.
  @Test func limitsAreOfQuantities() {
    let limits = OverparameterisedCell(cell()).limits()
    #expect(Set(limits.map(\.quantity)).isSubset(of: experiment.quantities) && limits.count == 5)
    expectClose(limits[0].value, 0.938, absolute: 1e-3)
    #expect(experiment.problem(with: cell(trained: 0.25)) != nil)
    #expect(experiment.problem(with: cell(ratio: 10)) != nil)
    #expect(experiment.problem(with: cell()) == nil)
  }

  /// The false law moves the coordinates' distance and nothing else: the same draws, the same risks.
  @Test func theFalseLawIsHeldAgainstTheSameEstimates() {
    var workspace = TrialWorkspace()
    func outcome(_ law: RegressionLaw) -> TrialOutcome {
      Regression(law: law).measure(cell(), seed: 7, trial: 1, in: &workspace)
    }
    let (stated, falsified) = (outcome(.proved), outcome(.isotropic))
    for quantity in experiment.quantities {
      #expect((stated[quantity] == falsified[quantity]) == (quantity != Regression.coordinateDistance))
    }
  }
}
