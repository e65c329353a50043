// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import MagnitudePruning
import Networks

/// Ways to prune one trained spiral network, all to as many non-zeros per layer as the cascade leaves.
public enum SpiralMethod: String, CaseIterable, ParameterValue {
  case cascade
  /// The cascade, then retraining of the weights that are left.
  case cascadeRetrained = "cascade-retrained"
  /// At the same ε; the only method with counts of its own.
  case parallel
  case magnitude
  case magnitudeRetrained = "magnitude-retrained"
  case magnitudeIterative = "magnitude-iterative"

  /// Whether the theorems bound what the method does to the outputs.
  public var hasBound: Bool { self == .cascade || self == .parallel }

  /// Epochs of every retraining, in one go or in as many rounds.
  static let epochs = 100
  static let rounds = 5
}

extension SpiralPruning {
  /// The network pruned by `method`, biases counting as weights.
  func network(by method: SpiralMethod, seed: UInt64, trial: Int) throws -> PrunedSpirals {
    switch method {
    case .cascade, .parallel:
      return try with(method == .parallel ? .parallel : .cascade).pruned(seed: seed, trial: trial)
    case .cascadeRetrained: return try retrained(seed: seed, trial: trial)
    case .magnitude: return try magnitude(.oneShot, epochs: 0, seed: seed, trial: trial)
    case .magnitudeRetrained:
      return try magnitude(.oneShotRetrained, epochs: SpiralMethod.epochs, seed: seed, trial: trial)
    case .magnitudeIterative:
      let rounds = SpiralMethod.rounds
      return try magnitude(
        .iterative(rounds: rounds), epochs: SpiralMethod.epochs / rounds, seed: seed, trial: trial)
    }
  }

  private func with(_ scheme: Scheme) -> SpiralPruning {
    SpiralPruning(networks: networks, scheme: scheme, epsilon: epsilon)
  }

  /// What the cascade leaves, kept for the methods that go by its counts.
  func cascade(seed: UInt64, trial: Int) throws -> PrunedSpirals {
    let cascade = with(.cascade)
    return try Self.cascades.value(TrialKey(content: cascade, seed: seed, trial: trial)) {
      try cascade.pruned(seed: seed, trial: trial)
    }
  }

  private static let cascades = Memo<TrialKey<SpiralPruning>, PrunedSpirals>(capacity: 256)

  private func retrained(seed: UInt64, trial: Int) throws -> PrunedSpirals {
    let cascade = try cascade(seed: seed, trial: trial)
    let data = networks.data(seed: seed, trial: trial)
    return cascade.replacing(
      by: cascade.pruned.retrained(
        from: cascade.original, on: data, networks.settings(epochs: SpiralMethod.epochs), seed: seed, trial: trial))
  }

  private func magnitude(
    _ schedule: MagnitudePruning.Schedule, epochs: Int, seed: UInt64, trial: Int
  ) throws -> PrunedSpirals {
    let cascade = try cascade(seed: seed, trial: trial)
    let pruning = MagnitudePruning(
      rules: cascade.pruned.layers.map { .nonzeros($0.nonzeros) }, schedule: schedule,
      retraining: networks.settings(epochs: epochs))
    let data = networks.data(seed: seed, trial: trial)
    return cascade.replacing(by: pruning.prune(cascade.original, on: data, seed: seed, trial: trial))
  }
}
