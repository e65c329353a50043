// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What is asked of a planted neuron of N inputs and s non-zero weights.
package struct PlantedQuestion {
  package let dimension, sparsity: Int
  /// Counts are for a failure probability of at most N^{1−μ}.
  package let mu: Double
  /// P, whose odds are asked for.
  package let samples: Int?
  /// The success that is asked for.
  package let probability: Double?
  /// M that share the samples.
  package let neurons: Int?

  /// The exact law sums over samples and inputs: at most some 15 seconds at these numbers together.
  private static let mostInputs = 100_000
  private static let mostSamples = 1_000_000
  private static let mostTheorem3Samples = 10_000_000.0
  private static let mostNeurons = 1_000_000_000

  /// - Parameter mu: 2 unless given.
  /// - Throws: `Mistake` naming the option.
  package init(
    dimension: Int, sparsity: Int, samples: Int? = nil, probability: Double? = nil, neurons: Int? = nil,
    mu: Double? = nil
  ) throws(Mistake) {
    (self.dimension, self.sparsity, self.mu) = (dimension, sparsity, mu ?? 2)
    (self.samples, self.probability, self.neurons) = (samples, probability, neurons)
    try Mistake.requireCount("--dimension", dimension, 1...Self.mostInputs)
    guard (0...dimension).contains(sparsity) else {
      throw Mistake(
        "--sparsity \(sparsity) is not a number of weights of a neuron with \(dimension) inputs: give 0 to \(dimension)."
      )
    }
    if let samples { try Mistake.requireCount("--samples", samples, 0...Self.mostSamples) }
    if let neurons { try Mistake.requireCount("--neurons", neurons, 1...Self.mostNeurons) }
    if let probability, !(0 < probability && probability < 1) {
      throw Mistake("--probability \(probability) is not between 0 and 1: give one that is, such as 0.95.")
    }
    try requireExponent()
    try requireTheorem3Samples()
  }

  private func requireExponent() throws(Mistake) {
    guard mu > 1, mu.isFinite else {
      throw Mistake("--mu \(mu) makes N^(1−μ) no probability: give a number above 1, such as 2.")
    }
    // Failures are computed down to 1e-300.
    let smallest = -300 * log(10) + log(Double(neurons ?? 1))
    guard (1 - mu) * log(Double(dimension)) >= smallest else {
      let most = 1 - smallest / log(Double(dimension))
      throw Mistake("--mu \(mu) asks for a failure probability below 1e-300: give at most \(Int(most)).")
    }
  }

  /// Theorem 3's count is above those that are searched for.
  private func requireTheorem3Samples() throws(Mistake) {
    let count = (11 * Double(sparsity) + 7) * mu * log(Double(dimension))
    guard count <= Self.mostTheorem3Samples else {
      throw Mistake(
        "--sparsity \(sparsity) and --mu \(mu) ask about \(Int(count)) samples, (11s + 7) μ ln N; "
          + "give smaller ones, with at most \(Int(Self.mostTheorem3Samples)).")
    }
  }
}
