// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import HardThresholding
import LinearAlgebra
import Networks
import RandomStreams

/// A random sparse layer whose neurons' responses are summed, and samples of it.
struct PlantedNetwork {
  /// W, N×M.
  let weights: Matrix
  /// P×N.
  let inputs: Matrix
  /// ReLU(XᵀW), P×M: what Net-Trim is given, and hard thresholding that goes neuron by neuron.
  let responses: Matrix
  /// Σ_m ReLU(w_mᵀx_p): what hard thresholding of the whole network is given.
  let output: [Double]
  /// Generators of random gates, N×M each.
  let starts: [Matrix]

  init(_ cell: Cell, seed: UInt64, trial: Int) {
    typealias Layer = SparseNetworkExperiment
    let (dimension, neurons) = (cell[Layer.dimension], cell[Layer.neurons])
    let ensemble = NetworkEnsemble(
      widths: [dimension, neurons], density: Double(cell[Layer.sparsity]) / Double(dimension))
    let data = ensemble.dataSet(cell[Layer.samples], seed: seed, trial: trial)
    let network = ensemble.network(seed: seed, trial: trial)
    weights = network.layers[0].weights
    inputs = data.inputs
    let responses = network.response(ofLayer: 0, to: data.inputs)
    self.responses = responses
    output = responses * Array(repeating: 1, count: neurons)
    var stream = RandomStream(
      StreamKey(seed: seed, content: ensemble.name, trial: UInt32(trial), purpose: "first gates"))
    var starts: [Matrix] = []
    for _ in 0..<cell[Layer.starts] {
      starts.append(Matrix(rows: dimension, columns: neurons) { stream.fillNormal($0) })
    }
    self.starts = starts
  }

  /// Ŵ by hard thresholding of one neuron after the other, each from its own response, which shows its gates, with `sparsity` weights.
  func thresholded(_ sparsity: Int) -> Matrix {
    let thresholding = IterativeHardThresholding(nonzeros: sparsity)
    var found = Matrix(rows: weights.rows, columns: 0)
    for m in 0..<weights.columns {
      let model = GatedModel(inputs: inputs, generators: weights.selectingColumns([m]))
      found.appendColumn(thresholding.recover(model, responses: Array(responses.column(m))).weights.elements)
    }
    return found
  }

  /// ‖Ŵ − W‖_F/‖W‖_F.
  func error(of estimate: Matrix) -> Double {
    (estimate.elements - weights.elements).norm2 / weights.frobeniusNorm
  }
}
