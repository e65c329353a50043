// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Ensembles
import Foundation
import LinearAlgebra
import RandomStreams

/// Instances as NumPy arrays, for other solvers to be timed on.
struct InstanceFiles {
  let folder: String

  /// Writes the first `count` instances, each as X (N×P, active samples first) and y (P).
  func write(_ ensemble: PlantedEnsemble, count: Int) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var stream = RandomStream(StreamKey(seed: 1, content: "trial cost", trial: 0, purpose: "instances"))
    for number in 0..<count {
      let neuron = PlantedNeuron(ensemble, seed: 1, trial: number, stream: &stream)
      let inactive = neuron.inactive(stream: &stream)
      let name = "\(folder)/N\(ensemble.dimension)_s\(ensemble.sparsity)_P\(ensemble.samples)_\(number)"
      let x = (0..<ensemble.dimension).flatMap { neuron.active.column($0) + inactive.column($0) }
      let y = neuron.responses + Array(repeating: 0, count: inactive.rows)
      try NPY.write(NumericArray(shape: [ensemble.dimension, ensemble.samples], elements: x), to: "\(name)_X.npy")
      try NPY.write(NumericArray(shape: [ensemble.samples], elements: y), to: "\(name)_y.npy")
      try NPY.write(NumericArray(shape: [ensemble.dimension], elements: neuron.weights), to: "\(name)_w.npy")
    }
  }
}
