// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Experiments
import Testing

/// Ensembles across the phase transition: P from 0.5 to 1.5 × P₅₀ (in brackets, from 2δ).
private let transitions: [(ensemble: PlantedEnsemble, fifty: Double)] = [
  (PlantedEnsemble(dimension: 20, sparsity: 2, samples: 0), 13),
  (PlantedEnsemble(dimension: 50, sparsity: 1, samples: 0), 10),
  (PlantedEnsemble(dimension: 50, sparsity: 20, samples: 0, weights: .signs), 68),
  (PlantedEnsemble(dimension: 100, sparsity: 5, samples: 0, weights: .uniform), 41),
  (PlantedEnsemble(dimension: 100, sparsity: 20, samples: 0, inputs: .uniform), 102),
  (PlantedEnsemble(dimension: 100, sparsity: 10, samples: 0, inputs: .correlated(rho: 0.5)), 66),
  (PlantedEnsemble(dimension: 200, sparsity: 10, samples: 0), 82),
]

private let degenerate: [(ensemble: PlantedEnsemble, fifty: Double)] = [
  (PlantedEnsemble(dimension: 12, sparsity: 2, samples: 0, inputs: .rademacher, weights: .signs), 12),
  (PlantedEnsemble(dimension: 40, sparsity: 4, samples: 0, inputs: .rademacher, weights: .gaussian), 26),
  (PlantedEnsemble(dimension: 40, sparsity: 3, samples: 0, inputs: .sparseGaussian(density: 0.2)), 26),
  (PlantedEnsemble(dimension: 30, sparsity: 3, samples: 0, inputs: .reluOutputs(layers: 2)), 30),
  (PlantedEnsemble(dimension: 10, sparsity: 0, samples: 0), 10),
  (PlantedEnsemble(dimension: 6, sparsity: 6, samples: 0), 12),
  (PlantedEnsemble(dimension: 1, sparsity: 1, samples: 0), 2),
]

/// The verdicts of both methods on the same instances, `trials` per value of P.
private func compare(_ transition: (ensemble: PlantedEnsemble, fifty: Double), trials: Int) -> [RecoveryVerdict: Int] {
  let program = PlantedRecovery(seed: 7, method: .program)
  let certificate = PlantedRecovery(seed: 7, method: .certificate)
  var workspace = TrialWorkspace()
  var counts: [RecoveryVerdict: Int] = [:]
  for ratio in [0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5] {
    var ensemble = transition.ensemble
    ensemble.samples = Int((ratio * transition.fifty).rounded())
    for number in 0..<trials {
      let a = program.trial(ensemble, number: number, in: &workspace)
      let b = certificate.trial(ensemble, number: number, in: &workspace)
      counts[b.verdict, default: 0] += 1
      let label = "\(ensemble.name) trial \(number) seed 7: \(a) \(b)"
      #expect(a.verdict != .undecided, "\(label)")
      #expect(a.activeSamples == b.activeSamples, "\(label)")
      if b.verdict != .undecided { #expect(a.verdict == b.verdict, "\(label)") }
    }
  }
  return counts
}

/// 7 × 7 × 60 = 2,940 instances: the whole program and the certificates agree on every one, and none is undecided.
@Test(arguments: transitions.indices)
func programAndCertificatesAgree(index: Int) {
  let counts = compare(transitions[index], trials: 60)
  #expect(counts[.undecided] == nil)
  #expect(counts[.recovered, default: 0] > 60 && counts[.notRecovered, default: 0] > 60, "\(counts)")
}

/// Ties and degenerate shapes: the certificate may stay undecided where an inactive sample is tied at w*.
@Test(arguments: degenerate.indices)
func degenerateInstancesAreDecidedRightly(index: Int) {
  _ = compare(degenerate[index], trials: 30)
}

/// A trial is what its key says: the same alone, in any order, and with any workspace.
@Test(arguments: DecisionMethod.allCases)
func trialsDependOnTheirKeyAlone(method: DecisionMethod) {
  let recovery = PlantedRecovery(seed: 11, method: method)
  let ensemble = PlantedEnsemble(dimension: 30, sparsity: 3, samples: 20)
  var workspace = TrialWorkspace()
  let forwards = (0..<20).map { recovery.trial(ensemble, number: $0, in: &workspace) }
  for number in (0..<20).reversed() {
    var fresh = TrialWorkspace()
    let again = recovery.trial(ensemble, number: number, in: &fresh)
    #expect(again.verdict == forwards[number].verdict && again.margin == forwards[number].margin)
    #expect(again.error == forwards[number].error && again.plantedNorm == forwards[number].plantedNorm)
  }
  #expect(Set(forwards.map(\.plantedNorm)).count == 20)
}

/// An inactive sample 8·10⁻⁷ from its bound stops the program's minimiser 6.6·10⁻⁷ from w*: too near to tell by distance, but it is
/// shorter than w*, and the certificate finds the null vector along which it is.
@Test func anAlmostTiedSampleDoesNotPassForRecovery() {
  let ensemble = PlantedEnsemble(dimension: 100, sparsity: 10, samples: 66, inputs: .correlated(rho: 0.5))
  var workspace = TrialWorkspace()
  for method in DecisionMethod.allCases where method.applies(to: ensemble.inputs) {
    let trial = PlantedRecovery(seed: 20_170_612, method: method).trial(ensemble, number: 1374, in: &workspace)
    #expect(trial.verdict == .notRecovered, "\(trial)")
    if let error = trial.error { #expect(error < 1e-6 && trial.recoveredNorm ?? 0 < trial.plantedNorm) }
  }
}
