// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import ArrayFiles
import Foundation

/// `trimlab predict`: how many samples a planted neuron needs, or what pruning leaves of given weights or a network, before any is done.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Predict how many samples recovery needs, or what Net-Trim leaves of given weights.",
    discussion: """
      --dimension and --sparsity: a ReLU neuron with N inputs and s non-zero weights sees P standard Gaussian samples; the \
      Net-Trim program at ε = 0 is asked for its weights. Theorem 3 guarantees recovery with probability 1 − N^(1−μ); the \
      exact laws say from how many samples that probability is in fact reached.

      --weights: what Net-Trim at ε = R·‖Y‖ leaves of a layer W (N×M, or N for one neuron; .npy) from P standard Gaussian \
      samples: the weights kept, ‖Û‖₁ and the error on inputs it has not seen. With --density or --fresh-error in place of \
      --epsilon, the R that leads there; with --excess C in place of --samples, the samples with which the error on new inputs is \
      at most (1 + C)·R.

      --network: the same layer by layer. With --inputs X (N×P, .npy) the inputs of each layer are taken as Gaussian with \
      the mean and covariance they have on X; without, as standard Gaussian, a bias being the weight of one more. The last \
      layer is linear. With --excess C, also the samples with which a layer's error on new inputs is at most (1 + C)·R.

      Example: 100 inputs, 5 weights, and the odds with 60 samples
        trimlab predict --dimension 100 --sparsity 5 --samples 60
      Example: a random layer of 100 inputs and 20 neurons
        python3 -c 'import numpy as np; np.save("W.npy", np.random.default_rng(1).standard_normal((100, 20)))'
        trimlab predict --weights W.npy --samples 300 --epsilon 0.2
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("Number of inputs of the neuron.", valueName: "N"))
  var dimension: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("Number of non-zero weights, 0 to N.", valueName: "s"))
  var sparsity: Int?

  @Option(
    help: ArgumentHelp("The weights of a layer, N×M, or of a neuron, N.", valueName: "W.npy"),
    completion: .file(extensions: ["npy"]))
  var weights: String?

  @Option(
    help: ArgumentHelp("A network, its layers as prune takes them.", valueName: "net.safetensors"),
    completion: .file(extensions: ["safetensors"]))
  var network: String?

  @Option(
    help: ArgumentHelp("Samples of the network's inputs, N×P.", valueName: "X.npy"),
    completion: .file(extensions: ["npy"]))
  var inputs: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Number of samples P: also the probabilities of success and failure with it, or what is pruned on. (default with --inputs: as many as there are)",
      valueName: "P"))
  var samples: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("ε relative to the norm of the responses, between 0 and 1.", valueName: "R"))
  var epsilon: Double?

  @Option(parsing: .unconditional, help: ArgumentHelp("The R that leaves this share of the weights.", valueName: "K"))
  var density: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The R with this relative error on inputs not among the samples.", valueName: "E"))
  var freshError: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The samples for an error on new inputs of at most (1 + C)·R.", valueName: "C"))
  var excess: Double?

  @Flag(help: "The layer has no ReLU.")
  var linear = false

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
    help: ArgumentHelp(
      "The counts are for a failure probability of at most N^(1−μ). (default: 2)", valueName: "μ"))
  var mu: Double?

  @Flag(help: "Print one JSON document instead of the table.")
  var json = false

  func run() throws {
    switch try subject() {
    case .planted(let question):
      let prediction = Prediction(question)
      print(json ? try prediction.json() : prediction.table())
    case .weights(let path, let question):
      let prediction = try PrunedPrediction(weights: NPY.read(path), named: path, question)
      print(json ? try prediction.json() : prediction.table())
    case .network(let path, let epsilon):
      let prediction = try NetworkPrediction(
        networkAt: path, inputsAt: inputs, samples: samples, relativeEpsilon: epsilon, excess: excess)
      print(json ? try prediction.json() : prediction.table())
    }
  }
}
