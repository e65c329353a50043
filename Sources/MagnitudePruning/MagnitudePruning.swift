// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import LinearAlgebra
public import Networks

/// Pruning by magnitude: what stays of each layer, and how the network is retrained.
///
/// Source: Han, Pool, Tran, Dally (NIPS 2015).
public struct MagnitudePruning: Hashable, Sendable {
  /// When pruning and retraining take turns.
  public enum Schedule: Hashable, Sendable {
    /// Prune, and leave it at that.
    case oneShot
    /// Prune, then retrain what is left.
    case oneShotRetrained
    /// Prune in so many rounds, with retraining after each.
    case iterative(rounds: Int)

    var rounds: Int { if case .iterative(let rounds) = self { rounds } else { 1 } }
  }

  /// One rule a layer.
  public var rules: [MagnitudeRule]
  /// How often pruning and retraining take turns.
  public var schedule: Schedule
  /// Of every retraining, with the dropout of the *original* training: it is adjusted to what is left.
  public var retraining: TrainingSettings

  /// Pruning by a rule a layer, with this schedule and retraining.
  public init(rules: [MagnitudeRule], schedule: Schedule, retraining: TrainingSettings) {
    precondition(schedule.rounds > 0, "\(schedule.rounds) rounds of pruning")
    self.rules = rules
    self.schedule = schedule
    self.retraining = retraining
  }

  /// Prunes `network`, which was trained on `data`; retraining starts from the surviving weights, and pruned ones stay at zero.
  ///
  /// Dead neurons are disconnected before every retraining, and at the end.
  ///
  /// - Returns: the network after each round.
  /// - Precondition: one rule for each layer of `network`.
  public func rounds(of network: Network, on data: DataSet, seed: UInt64, trial: Int) -> [Network] {
    precondition(rules.count == network.depth, "\(rules.count) rules for \(network.depth) layers")
    var (current, rounds) = (network, [Network]())
    for round in 1...schedule.rounds {
      current = pruned(current, round, from: network)
      if schedule != .oneShot {
        var settings = retraining
        settings.dropout = settings.dropout.adjusted(from: network, to: current)
        let training = current.trained(
          on: data, settings, keeping: SparsityPattern(of: current), seed: seed, trial: trial, stage: round)
        current = training.network.disconnectingDeadNeurons()
      }
      rounds.append(current)
    }
    return rounds
  }

  /// The network after the last round.
  public func prune(_ network: Network, on data: DataSet, seed: UInt64, trial: Int) -> Network {
    rounds(of: network, on: data, seed: seed, trial: trial).last ?? network
  }

  private func pruned(_ network: Network, _ round: Int, from original: Network) -> Network {
    let layers = network.layers.indices.map { index in
      network.layers[index].pruned(rules[index].step(round, of: schedule.rounds, from: original.layers[index]))
    }
    return network.replacingLayers(by: layers).disconnectingDeadNeurons()
  }
}

extension Dropout {
  /// D_r = D_o·√(C_r/C_o) for the neurons of every hidden layer, C the non-zero weights of that layer before and after
  /// pruning; the rate for the network's inputs stays.
  ///
  /// Source: Han, Pool, Tran, Dally (NIPS 2015), section 3.2.
  public func adjusted(from original: Network, to pruned: Network) -> Dropout {
    func connections(_ layer: Layer) -> Double { Double(layer.weights.elements.count { $0 != 0 }) }
    let rates = rates(depth: original.depth).enumerated().map { index, rate in
      guard index > 0 else { return rate }
      let before = connections(original.layers[index - 1])
      return before == 0 ? rate : rate * (connections(pruned.layers[index - 1]) / before).squareRoot()
    }
    return .layers(rates)
  }
}
