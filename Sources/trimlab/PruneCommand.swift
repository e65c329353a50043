// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import ArrayFiles
import ConvexRecovery
import Foundation
import NetTrim
import Networks

struct PruneCommand: ParsableCommand {
  enum OutputLayer: EnumerableFlag {
    case linearOutput, reluOutput

    static func help(for value: OutputLayer) -> ArgumentHelp? {
      value == .linearOutput ? "The last layer has no ReLU, as before a soft-max." : "The last layer has a ReLU."
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Prunes a network by Net-Trim, with a bound on what it loses, or by magnitude.",
    discussion: """
      Each layer gets the weights of least ‖U‖₁ with which it responds to the samples X as before, within ε: in the \
      parallel scheme to the inputs it had, ε = R·‖Y‖ in every layer; in the cascade to what the pruned layers before it \
      produce, ε = R·‖Y‖ in the first layer and √γ times the error of the original weights in the others.

      The network is a safetensors file with layers.0.weight, layers.0.bias, …, as PyTorch stores nn.Linear (biases \
      optional; F32 or F64, written back in the same type). A bias is the weight of an input that is always 1. X is N×P, \
      one column per sample, in .npy.

      The table has the non-zeros before and after; ε and the residual of each program; the error ‖Ŷ − Y‖ of the pruned \
      network; the theorem's bound on it and a sharper one, known after pruning; and the program's duality gap.

      --scheme magnitude keeps the largest weights of each layer instead: those beyond --quality standard deviations, a \
      share --density of them, or as many as --like, a pruned network of the same shape, has left. With --labels it also prints how many \
      samples are classified rightly, and with --retrain it trains what is left for the classes, in --rounds of pruning and training. \
      --scheme filters removes whole neurons, or filters of convolutions, by their sensitivities (PFP), until about a share --density of \
      all weights is left.

      --architecture names a file for a network with convolutions (nn.Conv2d, filters×channels×rows×columns), whose images are the columns \
      of X, by channel, row and column:
        images: {channels: 1, height: 28, width: 28}
        layers:
          - {layer: convolution, padding: 2, pooling: {kind: max, size: 2}}
          - {layer: convolution, stride: 2, pooling: {kind: average, size: 2}}
          - {layer: linear}
      Kernels are as large as the tensors say; the pooling comes after the ReLU; images are flattened as nn.Flatten does. A convolution is \
      pruned as a layer whose samples are the patches: the error and its bounds are over all of them.

      Exit code 2: a layer was not solved to tolerance, or no weights meet κ. Files are written only if every layer is \
      optimal.

      Example: two ReLU layers and a linear one, 300 samples
        python3 -c 'import numpy as np; from safetensors.numpy import save_file
        r = np.random.default_rng(1).standard_normal; n = [10, 40, 40, 3]
        save_file({f"layers.{i}.weight": r((n[i+1], n[i])) for i in range(3)}
          | {f"layers.{i}.bias": r(n[i+1]) for i in range(3)}, "net.safetensors")
        np.save("X.npy", r((10, 300)))'
        trimlab prune --network net.safetensors --inputs X.npy --scheme cascade \\
          --epsilon 0.05 --output pruned.safetensors
      """)

  @Option(
    help: ArgumentHelp("The network.", valueName: "net.safetensors"), completion: .file(extensions: ["safetensors"]))
  var network: String

  @Option(help: ArgumentHelp("The samples X, N×P.", valueName: "X.npy"), completion: .file(extensions: ["npy"]))
  var inputs: String

  @Option(
    help: ArgumentHelp("What the tensors do not say of convolutions.", valueName: "lenet.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var architecture: String?

  @Option(
    help:
      "How layers are pruned: parallel (each for itself), cascade (each after the ones before it), magnitude or filters."
  )
  var scheme: PruningScheme

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("ε relative to the norm of the layer's responses; Net-Trim's schemes need it.", valueName: "R"))
  var epsilon: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("γ of the cascade, at least 1. (default: 1.1)", valueName: "G"))
  var gamma: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The cascade's risk coefficient κ of the last layer, at most 1. (default: 1)", valueName: "K"))
  var kappa: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "If no weights meet κ, take the smallest coefficient that some do, found to within D by bisection.",
      valueName: "D"))
  var retryKappa: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The share of the samples kept from the parallel scheme; the error on them is printed beside the law's prediction.",
      valueName: "F"))
  var holdout: Double?

  @OptionGroup(title: "Magnitude options") var magnitude: MagnitudeOptions

  @Flag var outputLayer = OutputLayer.linearOutput

  @Option(help: "The algorithm; auto chooses, also where the one given does not apply.")
  var method = LayerMethod.automatic

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The relative duality gap up to which a layer counts as optimal; above 1e-8 residuals and violations are within 1e-6 instead of 1e-9.",
      valueName: "T"))
  var tolerance = 1e-8

  @Option(help: "Neurons solved at the same time; results do not depend on it.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp("Where to write the pruned network.", valueName: "pruned.safetensors"),
    completion: .file(extensions: ["safetensors"]))
  var output: String

  @Option(help: ArgumentHelp("Where to write layers.csv and prune.json.", valueName: "DIR"), completion: .directory)
  var report: String?

  @Flag(help: "Replace output files that exist.")
  var force = false

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func run() throws {
    let files = PrunedFiles(network: output, report: report)
    try files.requireWritable(replacing: force)
    let source = try readNetwork()
    let samples = try readSamples(for: source.network)
    if scheme == .magnitude { return try pruneByMagnitude(source, samples, into: files) }
    if scheme == .filters { return try pruneFilters(source, samples, into: files) }
    let question = try question()
    let line = SolveLine()
    let answer: SchemeQuestion.Answer
    do {
      defer { line.clear() }
      answer = try question.prune(source.network, named: network, samples, from: inputs, line.settings(gap: tolerance))
    }
    let pruning = answer.pruning
    let written = source.replacingLayers(by: pruning.pruned)
    let report = PruneReport(question, answer, rounded: try network(in: written))
    if pruning.isOptimal { try files.write(written, report) }
    print(json ? try report.json : report.text)
    if !pruning.isOptimal {
      Terminal.complain("nothing was written: not every layer is optimal")
      throw ExitCode(ExitStatus.notOptimal.rawValue)
    }
  }

  var outputKind: Network.Output { outputLayer == .linearOutput ? .linear : .relu }
}

extension PruningScheme: ExpressibleByArgument {}
