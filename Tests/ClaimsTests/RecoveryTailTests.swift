// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import LinearAlgebra
import RandomStreams
import RecoveryTheory
import Statistics
import TestSupport
import Testing

@Suite struct RecoveryTailTests {
  /// With every n measured, a mixture of a law's conditional failures is the law's failure at P: an identity, also far in the tail.
  @Test(arguments: [(20, 3, 30), (50, 2, 40), (50, 2, 90), (30, 30, 90)])
  func theMixtureOfAllCountsIsTheLaw(dimension: Int, sparsity: Int, samples: Int) {
    let counts = (0...samples).map { ($0, Proportion(successes: 0, trials: 7)) }
    let mixture = ActiveSampleMixture(Dictionary(uniqueKeysWithValues: counts))
    let volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
    let mixed = mixture.expectation(samples: samples) { volumes.basisPursuitFailure(measurements: $0) }
    expectClose(mixed, RecoveryLaw(volumes).failure(samples: samples), relative: 1e-10)
    #expect(mixture.failure(samples: samples) == 0)
  }

  /// P = 2 with one n measured, by hand: Bin(1; 2, ½) = ½, and a standard error of ½·√(f(1 − f)/T).
  @Test func aMixtureByHand() {
    let mixture = ActiveSampleMixture([1: Proportion(successes: 3, trials: 4), 5: Proportion(successes: 1, trials: 1)])
    expectClose(mixture.failure(samples: 2), 0.375, relative: 1e-14)
    expectClose(mixture.standardError(samples: 2) { _ in 0.5 }, 0.125, relative: 1e-14)
  }

  /// The neuron responds to each of its samples, which have no other law for it.
  @Test func everySampleIsActive() {
    var workspace = RandomStream(StreamKey(seed: 1, content: "", trial: 0, purpose: ""))
    for trial in 1...20 {
      let neuron = PlantedNeuron(
        dimension: 30, sparsity: 4, activeSamples: 17, seed: 5, trial: trial, stream: &workspace)
      #expect(neuron.active.rows == 17 && neuron.support.count == 4)
      #expect(neuron.responses.allSatisfy { $0 > 0 })
    }
  }

  /// One sample more or less than there is, is refuted by what `verify` measures; the truth is not.
  @Test func aSampleMoreIsRefuted() async {
    let claim = RecoveryTailClaim()
    let plan = VerificationPlan(budget: .quick, seed: 41, workers: 2)
    let trials = await claim.verification(plan).run(plan)
    #expect(claim.judge(trials, .stated, alarmRate: 1e-4).verdict == .consistent)
    #expect(claim.judge(trials, .falsified, alarmRate: 1e-4).verdict == .refuted)
  }
}
