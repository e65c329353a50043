// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Foundation
import RecoveryTheory

extension Predict {
  /// What is asked about.
  enum Subject {
    case planted(dimension: Int, sparsity: Int)
    case weights(path: String, samples: SampleCount, goal: PrunedLayerLaw.Goal)
    case network(path: String, relativeEpsilon: Double)
  }

  /// How many samples a layer is pruned on.
  enum SampleCount {
    case given(Int)
    /// As many as keep the error on new inputs within (1 + C)·R.
    case excess(Double, relativeEpsilon: Double)
  }

  /// The exact law sums over samples and inputs: at most some 15 seconds at these numbers together.
  private static let mostInputs = 100_000
  private static let mostSamples = 1_000_000
  private static let mostTheorem3Samples = 10_000_000.0
  private static let mostNeurons = 1_000_000_000

  func validate() throws { _ = try subject() }

  func subject() throws -> Subject {
    if let weights {
      try refuse("--weights", planted + [("--network", network != nil), ("--inputs", inputs != nil)])
      return .weights(path: weights, samples: try sampleCount(), goal: try goal())
    }
    if let network {
      let others = [("--density", density != nil), ("--fresh-error", freshError != nil), ("--linear", linear)]
      try refuse("--network", planted + others)
      guard samples != nil || inputs != nil else {
        throw ValidationError("--network needs --samples, --inputs or both: how many samples it is pruned on.")
      }
      if let samples { try requireCount("--samples", samples, 1...PrunedLayerLaw.mostSamples) }
      if let excess { try requireExcess(excess) }
      return .network(path: network, relativeEpsilon: try relativeEpsilon())
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

  private func refuse(_ option: String, _ others: [(name: String, isGiven: Bool)]) throws {
    if let other = others.first(where: \.isGiven) {
      throw ValidationError("\(other.name) does not go with \(option): leave one of them out.")
    }
  }

  private func sampleCount() throws -> SampleCount {
    switch (samples, excess) {
    case (let samples?, nil):
      try requireCount("--samples", samples, 1...PrunedLayerLaw.mostSamples)
      return .given(samples)
    case (nil, let excess?):
      try requireExcess(excess)
      guard density == nil, freshError == nil else {
        throw ValidationError("--excess needs --epsilon, whose multiple the error on new inputs is.")
      }
      return .excess(excess, relativeEpsilon: try relativeEpsilon())
    case (nil, nil):
      throw ValidationError("--weights needs --samples, the number of samples to prune on, or --excess.")
    case (_?, _?):
      throw ValidationError("--excess asks how many samples are needed: leave out --samples, or it.")
    }
  }

  private func requireExcess(_ excess: Double) throws {
    guard excess >= 0.001, excess <= 1000 else {
      throw ValidationError("--excess \(excess) is out of range: give a number from 0.001 to 1000, such as 0.2.")
    }
  }

  private func goal() throws -> PrunedLayerLaw.Goal {
    let given = [epsilon, density, freshError].compactMap { $0 }
    guard given.count == 1 else {
      throw ValidationError("--weights needs one of --epsilon, --density and --fresh-error; \(given.count) are given.")
    }
    if let density { return .keptFraction(try requireShare("--density", density)) }
    if let freshError { return .freshError(try requireShare("--fresh-error", freshError)) }
    return .relativeEpsilon(try relativeEpsilon())
  }

  private func relativeEpsilon() throws -> Double {
    guard let epsilon else {
      throw ValidationError("Give --epsilon, the tolerance relative to the responses, such as 0.1.")
    }
    return try requireShare("--epsilon", epsilon)
  }

  private func requireShare(_ option: String, _ value: Double) throws -> Double {
    guard value > 0, value < 1 else {
      throw ValidationError("\(option) \(value) is not between 0 and 1, both excluded: give one that is, such as 0.2.")
    }
    return value
  }

  private func plantedNeuron() throws -> Subject {
    let pruning = [
      ("--epsilon", epsilon != nil), ("--density", density != nil), ("--fresh-error", freshError != nil),
      ("--inputs", inputs != nil), ("--linear", linear), ("--excess", excess != nil),
    ]
    try refuse("a planted neuron (it needs --weights or --network)", pruning)
    guard let dimension, let sparsity else {
      throw ValidationError("Give --dimension and --sparsity of a planted neuron, or --weights, or --network.")
    }
    try requireCount("--dimension", dimension, 1...Self.mostInputs)
    guard (0...dimension).contains(sparsity) else {
      throw ValidationError(
        "--sparsity \(sparsity) is not a number of weights of a neuron with \(dimension) inputs: give 0 to \(dimension)."
      )
    }
    if let samples { try requireCount("--samples", samples, 0...Self.mostSamples) }
    if let neurons { try requireCount("--neurons", neurons, 1...Self.mostNeurons) }
    if let probability, !(0 < probability && probability < 1) {
      throw ValidationError("--probability \(probability) is not between 0 and 1: give one that is, such as 0.95.")
    }
    try requireExponent(dimension)
    try requireTheorem3Samples(dimension, sparsity)
    return .planted(dimension: dimension, sparsity: sparsity)
  }

  private func requireCount(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws {
    guard range.contains(value) else {
      throw ValidationError(
        "\(option) \(value) is out of range: give a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
  }

  private func requireExponent(_ dimension: Int) throws {
    let mu = mu ?? 2
    guard mu > 1, mu.isFinite else {
      throw ValidationError("--mu \(mu) makes N^(1−μ) no probability: give a number above 1, such as 2.")
    }
    // Failures are computed down to 1e-300.
    let smallest = -300 * log(10) + log(Double(neurons ?? 1))
    guard (1 - mu) * log(Double(dimension)) >= smallest else {
      let most = 1 - smallest / log(Double(dimension))
      throw ValidationError("--mu \(mu) asks for a failure probability below 1e-300: give at most \(Int(most)).")
    }
  }

  /// Theorem 3's count is above those that are searched for.
  private func requireTheorem3Samples(_ dimension: Int, _ sparsity: Int) throws {
    let count = (11 * Double(sparsity) + 7) * (mu ?? 2) * log(Double(dimension))
    guard count <= Self.mostTheorem3Samples else {
      throw ValidationError(
        "--sparsity \(sparsity) and --mu \(mu ?? 2) ask about \(Int(count)) samples, (11s + 7) μ ln N; "
          + "give smaller ones, with at most \(Int(Self.mostTheorem3Samples)).")
    }
  }
}
