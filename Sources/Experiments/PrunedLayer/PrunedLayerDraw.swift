// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import Statistics

/// One draw of ``PrunedLayerExperiment``: a layer and the samples that it is pruned for.
struct PrunedLayerDraw {
  /// W, N×M.
  let weights: Matrix
  /// P×N.
  let inputs: Matrix
  /// P×M.
  let responses: Matrix
  private let isLinear: Bool

  init(_ cell: Cell, seed: UInt64, trial: Int, stream: inout RandomStream) {
    func key(_ purpose: String) -> StreamKey {
      StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: purpose)
    }
    isLinear = cell[PrunedLayerExperiment.output] == .linear
    stream.restart(at: key("weights"))
    var columns = Matrix(rows: cell[PrunedLayerExperiment.dimension], columns: 0)
    for column in Self.weights(cell) {
      var order = Array(column.indices)
      stream.shuffle(&order)
      columns.appendColumn(order.map { column[$0] })
    }
    weights = columns
    let sampler = InputSampler(cell[PrunedLayerExperiment.inputs], dimension: columns.rows, stream: &stream)
    stream.restart(at: key("inputs"))
    inputs = sampler.draw(Self.samples(cell), from: &stream)
    let activities = inputs * columns
    responses = isLinear ? activities : activities.rectified
  }

  /// P.
  static func samples(_ cell: Cell) -> Int {
    max(1, Int((cell[PrunedLayerExperiment.samplesPerInput] * Double(cell[PrunedLayerExperiment.dimension])).rounded()))
  }

  /// The weights of each neuron before they are shuffled.
  static func weights(_ cell: Cell) -> [[Double]] {
    let (dimension, neurons) = (cell[PrunedLayerExperiment.dimension], cell[PrunedLayerExperiment.neurons])
    let sparsity = max(1, Int((cell[PrunedLayerExperiment.density] * Double(dimension)).rounded()))
    let nonzero = (0..<sparsity).map { weight($0, of: sparsity, decay: cell[PrunedLayerExperiment.decay]) }
    let weights = nonzero + Array(repeating: 0, count: dimension - sparsity)
    return (1...neurons).map { m in (Double(m) / Double(neurons)) * weights }
  }

  /// The j-th of s weights, from 0.
  private static func weight(_ j: Int, of sparsity: Int, decay: Double) -> Double {
    guard decay > 0 else { return TransitionLink.probit.predictor((Double(j) + 0.5) / Double(sparsity)) }
    let size = pow(Double(j + 1), -decay)
    return j % 2 == 0 ? size : -size
  }

  /// The program at ε = `relative`·‖Y‖_F, solved.
  ///
  /// - Throws: `LayerProgramError`.
  func pruned(relativeEpsilon relative: Double) throws -> LayerSolution {
    let epsilon = relative * responses.frobeniusNorm
    let activation = isLinear ? LayerProgram.Activation.linear : .relu
    return try LayerProgram(inputs: inputs, responses: responses, epsilon: epsilon, activation: activation).solve()
  }

  /// ‖f(Xû) − Y‖_F/‖Y‖_F.
  func sampleError(of pruned: Matrix) -> Double {
    let activities = inputs * pruned
    let outputs = isLinear ? activities : activities.rectified
    return (outputs.elements - responses.elements).norm2 / responses.frobeniusNorm
  }

  /// E‖f(Ûᵀx) − f(Wᵀx)‖²/E‖f(Wᵀx)‖² over x ~ N(0, I), by the arc-cosine kernel.
  func freshSquare(of pruned: Matrix) -> Double {
    let errors = (0..<weights.columns).map { m in
      squaredDistance(Array(pruned.column(m)), Array(weights.column(m)))
    }
    let size = weights.frobeniusNorm
    return errors.reduce(0, +) / ((isLinear ? 1 : 0.5) * size * size)
  }

  private func squaredDistance(_ u: [Double], _ w: [Double]) -> Double {
    let difference = (u - w).norm2
    guard !isLinear else { return difference * difference }
    let (ν, ω) = (u.norm2, w.norm2)
    guard ν > 0 else { return ω * ω / 2 }
    let θ = acos(max(-1, min(1, u.dot(w) / (ν * ω))))
    // ½(ν² + ω²) − (νω/π)(sin θ + (π − θ) cos θ), without the cancellation of its largest terms.
    return difference * difference / 2 - ν * ω / .pi * (sin(θ) - θ * cos(θ))
  }

  /// ‖Û − W‖²_F/‖W‖²_F.
  func weightSquare(of pruned: Matrix) -> Double {
    let (error, size) = ((pruned.elements - weights.elements).norm2, weights.frobeniusNorm)
    return error * error / (size * size)
  }
}
