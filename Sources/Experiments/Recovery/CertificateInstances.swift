// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra

/// What the samples on Γ of one planted neuron, X_{Γ,Ω}, give to Theorem 3's proof.
struct CertificateBlock: Sendable {
  /// ‖ξ‖; infinite where X_{Γ,Ω} has fewer than s independent samples.
  var norm: Double
  /// λ_min of X_{Γ,Ω} X_{Γ,Ω}ᵀ.
  var smallestEigenvalue: Double
}

/// A planted neuron with its certificate's largest correlation and the whole program's verdict.
struct CertifiedInstance: Sendable {
  /// ‖X_{Γᶜ,Ω} ξ‖_∞.
  var correlation: Double
  var verdict: RecoveryVerdict
}

extension VerificationPlan {
  /// Draws the active samples on Γ alone: a neuron all of whose weights are planted has no other inputs.
  func certificateBlocks(sparsity: Int, samples: Int, trials: Int) async -> [CertificateBlock] {
    let ensemble = PlantedEnsemble(dimension: sparsity, sparsity: sparsity, samples: samples)
    return await map(trials) { workspace, number in
      let neuron = PlantedNeuron(ensemble, seed: seed, trial: number, stream: &workspace.stream)
      guard let certificate = LeastSquaresCertificate(block: neuron.active, signs: neuron.signs),
        let smallest = neuron.active.singularValues.last
      else { return CertificateBlock(norm: .infinity, smallestEigenvalue: 0) }
      return CertificateBlock(norm: certificate.norm, smallestEigenvalue: smallest * smallest)
    }
  }

  /// Decides every instance by the whole program, inactive samples included.
  func certifiedInstances(_ ensemble: PlantedEnsemble, trials: Int) async -> [CertifiedInstance] {
    let experiment = RecoveryExperiment(seed: seed, method: .program)
    return await map(trials) { workspace, number in
      let neuron = PlantedNeuron(ensemble, seed: seed, trial: number, stream: &workspace.stream)
      let block = neuron.active.selectingColumns(neuron.support)
      let certificate = LeastSquaresCertificate(block: block, signs: neuron.signs)
      return CertifiedInstance(
        correlation: certificate?.largestCorrelation(with: neuron.active, off: neuron.support) ?? .infinity,
        verdict: experiment.trial(ensemble, number: number, in: &workspace).verdict)
    }
  }
}
