// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import RandomStreams

/// What M planted neurons on the same P samples are drawn from: a layer as Theorem 3 has it.
struct SharedSamples: Sendable {
  let ensemble: PlantedEnsemble
  let neurons: Int
  let arrays: StudyArrays?

  /// Canonical text of what is drawn: the content of its stream keys.
  var name: String {
    let weights = ensemble.weights == .gaussian ? "" : ", \(ensemble.weights.name) weights"
    return "\(neurons) neurons on shared \(ensemble.inputs.name) inputs\(weights), N=\(ensemble.dimension), "
      + "s=\(ensemble.sparsity), P=\(ensemble.samples)"
  }

  /// Layer number `trial`.
  ///
  /// - Complexity: P·N draws, and s an neuron.
  func layer(seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> PlantedLayer {
    func key(_ purpose: String) -> StreamKey {
      StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: purpose)
    }
    workspace.stream.restart(at: key("inputs"))
    let sampler = InputSampler(
      ensemble.inputs, dimension: ensemble.dimension, arrays: arrays, stream: &workspace.stream)
    let inputs = sampler.draw(ensemble.samples, from: &workspace.stream)
    workspace.stream.restart(at: key("weights"))
    let planted = (1...neurons).map { m in
      PlantedNeuron.weights(ensemble, neuron: (trial - 1) * neurons + m, arrays, from: &workspace.stream)
    }
    return PlantedLayer(inputs: inputs, neurons: planted)
  }
}

/// Planted neurons and the samples that they share.
struct PlantedLayer: Sendable {
  /// X, P×N.
  let inputs: Matrix
  /// Γ and w* on Γ of each neuron.
  let neurons: [(support: [Int], values: [Double])]

  /// Whether all neurons are recovered, each from the samples on which it responds.
  ///
  /// - Complexity: one certificate a neuron.
  var verdict: RecoveryVerdict {
    let verdicts = neurons.map(verdict)
    if verdicts.contains(.notRecovered) { return .notRecovered }
    return verdicts.contains(.undecided) ? .undecided : .recovered
  }

  /// Where a sample is tied at w*, a null vector proves nothing, as in ``PlantedRecovery``.
  private func verdict(_ support: [Int], _ values: [Double]) -> RecoveryVerdict {
    let activities = activities(support, values)
    let active = inputs.selectingRows(activities.indices.filter { activities[$0] > 0 })
    let signs = values.map { $0 < 0 ? -1.0 : 1 }
    let verdict = CertificateNewton().decide(active: active, support: support, signs: signs).verdict
    return verdict == .notRecovered && activities.contains(0) ? .undecided : verdict
  }

  /// xᵀw* of every sample.
  private func activities(_ support: [Int], _ values: [Double]) -> [Double] {
    inputs.selectingColumns(support) * values
  }

  /// W, N×M.
  var weights: Matrix {
    var weights = Matrix(rows: inputs.columns, columns: neurons.count)
    for (m, neuron) in neurons.enumerated() {
      for (j, value) in zip(neuron.support, neuron.values) { weights[j, m] = value }
    }
    return weights
  }

  /// max(XW, 0), P×M.
  var responses: Matrix {
    Matrix(
      rows: inputs.rows, columns: neurons.count,
      elements: neurons.flatMap { activities($0.support, $0.values).map { max($0, 0) } })
  }
}
