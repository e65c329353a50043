// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import RecoveryTheory
import Statistics
import Testing

/// The least sample counts, found by adding samples one by one, have the exact law of recovery as distribution function.
/// False-alarm rate 10⁻⁶.
@Test(arguments: [(20, 2), (50, 5), (60, 20)])
func leastCountsFollowTheRecoveryLaw(dimension: Int, sparsity: Int) {
  let experiment = CriticalSamplesExperiment()
  let cell = experiment.cell(dimension: dimension, sparsity: sparsity)
  var workspace = TrialWorkspace()
  let counts = (1...1_000).compactMap {
    experiment.measure(cell, seed: 12, trial: $0, in: &workspace)[CriticalSamplesExperiment.criticalSamples]
  }
  let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
  #expect(counts.count == 1_000, "none is undecided")
  for probability in [0.1, 0.5, 0.9] {
    let samples = law.samples(successAtLeast: probability)
    let within = counts.count { $0 <= Double(samples) }
    let expected = BinomialDistribution(trials: 1_000, successProbability: law.success(samples: samples))
    #expect(expected.twoSidedPValue(within) > 1e-6 / 9, "P = \(samples): \(within) of 1000")
  }
}
