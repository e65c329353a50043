// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
public import LinearAlgebra
public import NetTrim
public import Networks
import RandomStreams

/// A scheme of Net-Trim, by its parameters relative to the network.
public enum PruningScheme: Hashable, Sendable {
  /// ε_ℓ = R·‖Y^{(ℓ)}‖_F in every layer.
  case parallel(epsilon: Double)
  /// ε_1 = R·‖Y^{(1)}‖_F, and γ in every later layer.
  case cascade(epsilon: Double, gamma: Double)
}

extension PruningScheme {
  /// Which scheme it is, without its numbers.
  public enum Kind: String, Hashable, Sendable, CaseIterable, ParameterValue {
    case parallel, cascade
  }

  /// Which scheme it is.
  public var kind: Kind { if case .parallel = self { .parallel } else { .cascade } }

  /// As study files and tables have it.
  public var name: String { kind.rawValue }

  /// R.
  public var epsilon: Double {
    switch self {
    case .parallel(let epsilon), .cascade(let epsilon, _): epsilon
    }
  }

  /// Of the cascade.
  public var gamma: Double? { if case .cascade(_, let gamma) = self { gamma } else { nil } }
}

/// What random networks, samples and scheme the layer-wise bounds are checked with.
public struct SchemeEnsemble: Hashable, Sendable {
  /// How the weights are drawn.
  public enum Networks: String, Hashable, Sendable, CaseIterable, ParameterValue {
    /// A third of each neuron's weights non-zero.
    case planted
    /// All weights N(0, 2/N).
    case dense
    /// Of the same widths but for two inputs and two outputs, trained for a while to tell two nested spirals apart.
    case trained
  }

  /// How large the weights are.
  public enum Scale: Hashable, Sendable {
    /// ‖W_ℓ‖₁ + ‖b_ℓ‖₁ = 1.
    case linkNormalised
    /// As drawn or trained, times a factor.
    case natural(gain: Double)
  }

  /// How the weights are drawn.
  public var networks: Networks
  /// How the weights are scaled.
  public var scale: Scale
  /// L.
  public var depth: Int
  /// Neurons of every hidden layer.
  public var width: Int
  /// P.
  public var samples: Int
  /// Whether the last layer is linear.
  public var output: Network.Output
  /// Whether layers have biases.
  public var hasBias: Bool
  /// How the networks are pruned, with its numbers.
  public var scheme: PruningScheme

  /// Networks, samples and scheme by all their numbers.
  public init(
    networks: Networks, scale: Scale = .linkNormalised, depth: Int, width: Int, samples: Int,
    output: Network.Output = .relu, hasBias: Bool = true, scheme: PruningScheme
  ) {
    self.networks = networks
    self.scale = scale
    self.depth = depth
    self.width = width
    self.samples = samples
    self.output = output
    self.hasBias = hasBias
    self.scheme = scheme
  }

  /// Network number `trial` of the study with seed `seed`, and the samples it is pruned for, P×N.
  public func instance(seed: UInt64, trial: Int) -> (network: Network, inputs: Matrix) {
    var (network, inputs) = networks == .trained ? trained(seed, trial) : random(seed, trial)
    switch scale {
    case .linkNormalised: network = network.linkNormalised.network
    case .natural(let gain): network = network.scaled(by: gain)
    }
    return (network, inputs)
  }

  private func random(_ seed: UInt64, _ trial: Int) -> (Network, Matrix) {
    let ensemble = NetworkEnsemble(
      widths: Array(repeating: width, count: depth + 1), density: networks == .dense ? 1 : 1.0 / 3, hasBias: hasBias,
      output: output)
    return (
      ensemble.network(seed: seed, trial: trial),
      ensemble.dataSet(samples, seed: seed, trial: trial).inputs
    )
  }

  private func trained(_ seed: UInt64, _ trial: Int) -> (Network, Matrix) {
    let spirals = NestedSpirals(samples: samples, turns: 0.75).dataSet(seed: seed, trial: trial)
    let ensemble = NetworkEnsemble(
      widths: [2] + Array(repeating: width, count: depth - 1) + [2], hasBias: hasBias, output: .linear)
    let settings = TrainingSettings(optimiser: .adam(rate: 0.01), epochs: 30, batchSize: 20)
    let network = ensemble.network(seed: seed, trial: trial).trained(on: spirals, settings, seed: seed, trial: trial)
    return (Network(layers: network.network.layers, output: output), spirals.inputs)
  }

  /// Prunes instance number `trial`.
  public func pruning(seed: UInt64, trial: Int) throws -> Pruning {
    let (network, inputs) = instance(seed: seed, trial: trial)
    return try scheme.prune(network, inputs: inputs)
  }
}

extension PruningScheme {
  /// - Parameter inputs: P×N.
  package func prune(_ network: Network, inputs: Matrix) throws -> Pruning {
    switch self {
    case .parallel(let epsilon):
      return try ParallelScheme(relative: epsilon, network: network, inputs: inputs).prune(network, inputs: inputs)
    case .cascade(let epsilon, let gamma):
      return try CascadeScheme(relative: epsilon, gamma: gamma, network: network, inputs: inputs)
        .prune(network, inputs: inputs)
    }
  }
}

extension Network {
  /// Every weight and bias times `gain`.
  fileprivate func scaled(by gain: Double) -> Network {
    Network(
      layers: layers.map { layer in
        let extended = layer.extended
        return Layer(
          extended: Matrix(rows: extended.rows, columns: extended.columns, elements: gain * extended.elements),
          hasBias: layer.bias != nil)
      }, output: output)
  }
}
