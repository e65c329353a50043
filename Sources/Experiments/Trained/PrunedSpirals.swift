// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import NetTrim
import Networks

/// A trained spiral network and what Net-Trim left of it.
struct PrunedSpirals: Sendable {
  let original: Network
  private(set) var pruned: Network
  /// Ŷ^{(L)} − Y^{(L)} as the programs solved it: its norm, and the theorem's bound for networks that are not normalised.
  let error: Double
  let bound: Double
  /// Whether the error may exceed the bound by rounding at most, and whether it does.
  let hypothesesCertified: Bool
  let isWithinBound: Bool
  /// Layers whose program was solved to a certified optimum.
  let solvedLayers: Int
}

/// How a trained spiral network is pruned by Net-Trim.
public struct SpiralPruning: Hashable, Sendable {
  /// How layers are pruned for one another.
  public enum Scheme: String, CaseIterable, ParameterValue {
    case parallel, cascade
  }

  let networks: SpiralNetworks
  let scheme: Scheme
  /// ε relative to ‖Y^{(ℓ)}‖_F, in the cascade of the first layer only.
  let epsilon: Double

  /// Of the cascade, as published.
  static let gamma = 1.1

  /// Network number `trial`, pruned for the samples it was trained on.
  func pruned(seed: UInt64, trial: Int) throws -> PrunedSpirals {
    let network = networks.network(seed: seed, trial: trial)
    let inputs = networks.data(seed: seed, trial: trial).inputs
    let scheme: PruningScheme =
      switch scheme {
      case .parallel: .parallel(epsilon: epsilon)
      case .cascade: .cascade(epsilon: epsilon, gamma: Self.gamma)
      }
    return PrunedSpirals(try scheme.prune(network, inputs: inputs))
  }
}

extension PrunedSpirals {
  init(_ pruning: Pruning) {
    (original, pruned) = (pruning.original, pruning.pruned)
    let last = pruning.layers[pruning.layers.count - 1]
    error = last.discrepancy
    bound = last.bounds.general
    hypothesesCertified = pruning.hypothesesCertified
    isWithinBound = error <= bound + last.bounds.allowance
    solvedLayers = pruning.layers.count { $0.solution.status == .optimal }
  }
}

extension PrunedSpirals {
  /// With another network in place of what Net-Trim left; its programs and their bound stay.
  func replacing(by network: Network) -> PrunedSpirals {
    var copy = self
    copy.pruned = network
    return copy
  }
}

extension Network {
  /// ‖Ẑ − Z‖_F/‖Z‖_F of the outputs before soft-max, Ẑ this network's and Z those of `original`.
  func relativeDiscrepancy(from original: Network, on inputs: Matrix) -> Double {
    let wanted = original.output(for: inputs).elements
    return (output(for: inputs).elements - wanted).norm2 / wanted.norm2
  }
}

extension Layer {
  /// Weights that are not zero, biases aside, as the paper counts them.
  var nonzeroWeights: Int { weights.elements.count { $0 != 0 } }
}
