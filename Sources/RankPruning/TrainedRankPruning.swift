// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import LinearAlgebra
public import Networks

/// Trained rank pruning: training in which the weights are projected to low rank again and again, so that the rank that is left
/// at the end costs no accuracy.
///
/// After every epoch, with W = UΣVᵀ: W ← W − rate·λ·steps·UVᵀ, the nuclear norm's subgradient for the steps of the epoch, and then
/// the truncation of W to the smallest rank with the share `energy` of Σσ².
///
/// Source: Xu, Li, Zhang, Wen, Wang, Qi, Chen, Lin, Xiong, "Trained rank pruning for efficient deep neural networks" (2018,
/// arXiv 1812.02402); the subgradient is taken where the decomposition is known, at the projections.
public struct TrainedRankPruning: Hashable, Sendable {
  /// The share of Σσ² that a truncation keeps.
  public var energy: Double
  /// λ, the weight of Σ‖W‖_* in the loss.
  public var nuclearPenalty: Double
  /// Learning rate of stochastic gradient descent.
  public var rate: Double
  /// Passes over the samples.
  public var epochs: Int
  /// Samples of a gradient step.
  public var batchSize: Int
  /// The layers whose rank is pruned, from 0.
  public var layers: [Int]

  /// Training with truncations of the ranks, by all its numbers.
  public init(
    energy: Double = 0.9, nuclearPenalty: Double, rate: Double, epochs: Int, batchSize: Int, layers: [Int]
  ) {
    precondition(energy > 0 && energy <= 1 && nuclearPenalty >= 0, "energy \(energy), λ = \(nuclearPenalty)")
    (self.energy, self.nuclearPenalty, self.rate) = (energy, nuclearPenalty, rate)
    (self.epochs, self.batchSize, self.layers) = (epochs, batchSize, layers)
  }

  /// The network after training with projections; its pruned layers have low rank.
  ///
  /// - Precondition: `network` has the inputs and outputs of `data`.
  public func train(_ network: Network, on data: DataSet, seed: UInt64, trial: Int) -> Network {
    (0..<epochs).reduce(network) { network, epoch in
      let trained = trainedWithoutProjection(network, on: data, epochs: 1, seed: seed, trial: trial, stage: epoch)
      return layers.reduce(trained) { $0.replacing($1, by: projected($0.layers[$1], steps: steps(data))) }
    }
  }

  /// The same training without penalty and projections.
  public func trainWithoutPruning(_ network: Network, on data: DataSet, seed: UInt64, trial: Int) -> Network {
    trainedWithoutProjection(network, on: data, epochs: epochs, seed: seed, trial: trial, stage: 0)
  }

  private func steps(_ data: DataSet) -> Int { (data.samples + batchSize - 1) / batchSize }

  private func trainedWithoutProjection(
    _ network: Network, on data: DataSet, epochs: Int, seed: UInt64, trial: Int, stage: Int
  ) -> Network {
    let settings = TrainingSettings(optimiser: .sgd(rate: rate), epochs: epochs, batchSize: batchSize)
    return network.trained(on: data, settings, seed: seed, trial: trial, stage: stage).network
  }

  /// W − τ·UVᵀ truncated: σ becomes max(σ − τ, 0), as a longer step would turn the sign, and the smallest ones go.
  private func projected(_ layer: Layer, steps: Int) -> Layer {
    let step = rate * nuclearPenalty * Double(steps)
    let shrunk = SingularValueDecomposition(layer.weights).mappingValues { max($0 - step, 0) }
    return Layer(weights: shrunk.truncated(toRank: shrunk.rank(keeping: energy)), bias: layer.bias)
  }
}

extension Network {
  /// The network with layer `index` truncated to the rank `rank` at most.
  public func truncated(_ index: Int, toRank rank: Int) -> Network {
    let decomposition = SingularValueDecomposition(layers[index].weights)
    let weights = decomposition.truncated(toRank: min(rank, decomposition.values.count))
    return replacing(index, by: Layer(weights: weights, bias: layers[index].bias))
  }
}
