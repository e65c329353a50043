// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Foundation

/// `trimlab predict`: how many samples a planted neuron needs, by every closed form the suite has.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Predict how many samples recovery needs: Theorem 3, the exact laws and the asymptotic side by side.",
    discussion: """
      A ReLU neuron with N inputs and s non-zero weights sees P standard Gaussian samples; the Net-Trim program at \
      ε = 0 is asked for its weights. Theorem 3 guarantees recovery with probability 1 − N^(1−μ); the exact laws say \
      from how many samples that probability is in fact reached.

      Example: 100 inputs, 5 weights, and the odds with 60 samples
        trimlab predict --dimension 100 --sparsity 5 --samples 60
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("Number of inputs of the neuron.", valueName: "N"))
  var dimension: Int

  @Option(parsing: .unconditional, help: ArgumentHelp("Number of non-zero weights, 0 to N.", valueName: "s"))
  var sparsity: Int

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Also the probabilities of success and failure with P samples.", valueName: "P"))
  var samples: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Also the fewest samples that succeed with probability p.", valueName: "p"))
  var probability: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Also the counts for M neurons that share the samples.", valueName: "M")
  )
  var neurons: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The counts are for a failure probability of at most N^(1−μ).", valueName: "μ"))
  var mu = 2.0

  @Flag(help: "Print one JSON document instead of the table.")
  var json = false

  func validate() throws {
    try requireCount("--dimension", dimension, from: 1)
    guard (0...dimension).contains(sparsity) else {
      throw ValidationError(
        "--sparsity \(sparsity) is not a number of weights of a neuron with \(dimension) inputs: give 0 to \(dimension)."
      )
    }
    if let samples { try requireCount("--samples", samples, from: 0) }
    if let neurons { try requireCount("--neurons", neurons, from: 1) }
    if let probability, !(0 < probability && probability < 1) {
      throw ValidationError("--probability \(probability) is not between 0 and 1: give one that is, such as 0.95.")
    }
    try requireExponent()
  }

  private func requireCount(_ option: String, _ value: Int, from least: Int) throws {
    let most = 1_000_000_000
    guard (least...most).contains(value) else {
      throw ValidationError("\(option) \(value) is out of range: give a whole number from \(least) to \(most).")
    }
  }

  private func requireExponent() throws {
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

  func run() throws {
    let prediction = Prediction(
      dimension: dimension, sparsity: sparsity, exponent: mu, samples: samples, probability: probability,
      neurons: neurons)
    print(json ? try prediction.json() : prediction.table())
  }
}
