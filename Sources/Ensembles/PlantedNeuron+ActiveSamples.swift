// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import RandomStreams

extension PlantedNeuron {
  /// Draws a planted neuron with Gaussian inputs that responds to exactly `activeSamples` samples; no other sample is there.
  ///
  /// n = |Ω| ~ Bin(P, ½) is independent of the null space of the active samples, which alone decides recovery, so that trials at a
  /// fixed n serve every P.
  ///
  /// - Complexity: n·N draws and 8·n·N bytes.
  public init(
    dimension: Int, sparsity: Int, activeSamples: Int, seed: UInt64, trial: Int, stream: inout RandomStream
  ) {
    let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: activeSamples)
    let keys = InstanceKeys(seed: seed, content: ensemble.name + ", all active", trial: UInt32(trial))
    stream.restart(at: keys.weights)
    let (support, values) = Self.weights(ensemble, neuron: trial, nil, from: &stream)
    stream.restart(at: keys.activeInputs)
    let drawn = Matrix(rows: activeSamples, columns: dimension) { stream.fillNormal($0) }
    let active = Self.turned(drawn, ensemble.inputs, support, values, active: true)
    self.init(ensemble, support, values, active: active, keys)
  }
}
