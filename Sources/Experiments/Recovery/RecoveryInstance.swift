// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import OwnMethods
import RandomStreams

/// One draw of planted weights and of all samples: what a method is given, and what its answer is judged by.
///
/// Where responses are noisy, every y > 0 of a neuron has an independent normal error, scaled so that all errors together have norm
/// r·‖Y‖_F: the planted weights are feasible at ε = r·‖Y‖_F. A response that would not be above 0 any more becomes the least
/// positive one, so that the samples on which a neuron is active stay the same; that lowers its error.
struct RecoveryInstance: Sendable {
  /// X, P×N; of a single neuron, the samples on which it is active come first.
  let inputs: Matrix
  /// W, N×M.
  let weights: Matrix
  /// Y, P×M.
  private(set) var responses: Matrix
  /// r·‖Y‖_F; 0 without noise.
  private(set) var epsilon = 0.0
  /// Canonical text of what is drawn: the content of stream keys.
  let name: String
  /// What the certificate says of the ℓ₁ program on these draws, without noise.
  let certificate: RecoveryTrial

  /// Draws instance number `trial` of a cell, the same as ``PlantedRecovery`` decides.
  init(_ cell: Cell, seed: UInt64, trial: Int, _ arrays: StudyArrays?, in workspace: inout TrialWorkspace) {
    let ensemble = PlantedEnsemble(cell)
    let neurons = cell[RecoveryExperiment.neurons]
    if neurons == 1 {
      let neuron = PlantedNeuron(ensemble, seed: seed, trial: trial, arrays: arrays, stream: &workspace.stream)
      let inactive = neuron.inactive(stream: &workspace.stream)
      inputs = Matrix.joiningRows(neuron.active, inactive)
      weights = Matrix(column: neuron.weights)
      responses = Matrix(column: neuron.responses + Array(repeating: 0, count: inactive.rows))
      certificate = PlantedRecovery(seed: seed, method: .auto, arrays: arrays).decide(neuron, in: &workspace)
    } else {
      let layer = SharedSamples(ensemble: ensemble, neurons: neurons, arrays: arrays)
        .layer(seed: seed, trial: trial, in: &workspace)
      (inputs, weights, responses) = (layer.inputs, layer.weights, layer.responses)
      certificate = RecoveryTrial(
        verdict: layer.verdict, activeSamples: responses.elements.count { $0 > 0 },
        plantedNorm: weights.entrywiseNorm1, iterations: 0, method: .certificate)
    }
    name = "\(ensemble.name), M=\(neurons)"
    let key = StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: "noise")
    if cell[RecoveryExperiment.noise] > 0 { addNoise(cell[RecoveryExperiment.noise], key, &workspace.stream) }
  }

  private mutating func addNoise(_ relative: Double, _ key: StreamKey, _ stream: inout RandomStream) {
    stream.restart(at: key)
    let active = responses.elements.indices.filter { responses.elements[$0] > 0 }
    let errors = active.map { _ in stream.normal() }
    epsilon = relative * responses.frobeniusNorm
    let scale = errors.norm2 > 0 ? epsilon / errors.norm2 : 0
    let least = active.map { responses.elements[$0] }.min() ?? 0
    for (place, error) in zip(active, errors) {
      responses.elements[place] = max(responses.elements[place] + scale * error, least)
    }
  }

  /// - Throws: `ProgramError`.
  func program() throws -> LayerProgram {
    try LayerProgram(inputs: inputs, responses: responses, epsilon: epsilon)
  }

  func request(trial: Int, seed: UInt64) -> MethodRequest {
    MethodRequest(
      trial: trial, seed: seed, shape: (inputs.columns, inputs.rows, weights.columns), epsilon: epsilon,
      inputs: inputs.transposed.elements, responses: responses.transposed.elements)
  }

  /// The largest ‖u_m − w_m‖₂/‖w_m‖₂ of all neurons (‖u_m‖₂ where w_m = 0).
  func error(of solution: Matrix) -> Double {
    let errors = (0..<weights.columns).map { m in
      let planted = Array(weights.column(m))
      let scale = planted.norm2
      return (Array(solution.column(m)) - planted).norm2 / (scale == 0 ? 1 : scale)
    }
    return errors.max() ?? 0
  }
}
