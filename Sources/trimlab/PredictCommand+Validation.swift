// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import RecoveryTheory

extension Predict {
  /// What is asked about.
  enum Subject {
    case planted(PlantedQuestion)
    case weights(path: String, PrunedLayerQuestion)
    case network(path: String, relativeEpsilon: Double)
  }

  func validate() throws { _ = try subject() }

  func subject() throws -> Subject {
    try sayingUsage { try asked() }
  }

  private func asked() throws -> Subject {
    if let weights {
      try refuse("--weights", planted + [("--network", network != nil), ("--inputs", inputs != nil)])
      return .weights(
        path: weights,
        try PrunedLayerQuestion(
          samples: samples, excess: excess, epsilon: epsilon, density: density, freshError: freshError, isLinear: linear
        ))
    }
    if let network {
      let others = [("--density", density != nil), ("--fresh-error", freshError != nil), ("--linear", linear)]
      try refuse("--network", planted + others)
      guard samples != nil || inputs != nil else {
        throw Mistake("--network needs --samples, --inputs or both: how many samples it is pruned on.")
      }
      if let samples { try Mistake.requireCount("--samples", samples, 1...PrunedLayerLaw.mostSamples) }
      if let excess { try Mistake.requireExcess(excess) }
      return .network(path: network, relativeEpsilon: try Mistake.requireRelativeEpsilon(epsilon))
    }
    return try plantedNeuron()
  }

  /// The options of a planted neuron.
  private var planted: [(String, Bool)] {
    [
      ("--dimension", dimension != nil), ("--sparsity", sparsity != nil), ("--probability", probability != nil),
      ("--neurons", neurons != nil), ("--mu", mu != nil),
    ]
  }

  private func refuse(_ option: String, _ others: [(name: String, isGiven: Bool)]) throws(Mistake) {
    if let other = others.first(where: \.isGiven) {
      throw Mistake("\(other.name) does not go with \(option): leave one of them out.")
    }
  }

  private func plantedNeuron() throws(Mistake) -> Subject {
    let pruning = [
      ("--epsilon", epsilon != nil), ("--density", density != nil), ("--fresh-error", freshError != nil),
      ("--inputs", inputs != nil), ("--linear", linear), ("--excess", excess != nil),
    ]
    try refuse("a planted neuron (it needs --weights or --network)", pruning)
    guard let dimension, let sparsity else {
      throw Mistake("Give --dimension and --sparsity of a planted neuron, or --weights, or --network.")
    }
    return .planted(
      try PlantedQuestion(
        dimension: dimension, sparsity: sparsity, samples: samples, probability: probability, neurons: neurons, mu: mu))
  }
}

/// What `body` finds, its mistakes as errors of usage.
func sayingUsage<Value>(_ body: () throws -> Value) throws -> Value {
  do { return try body() } catch let mistake as Mistake { throw ValidationError(mistake.description) }
}
