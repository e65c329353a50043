// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Ensembles
import MagnitudePruning
import NetTrim
import Networks

/// What `--scheme magnitude` keeps, and how it retrains; `--scheme filters` has the density and the labels.
struct MagnitudeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Keep weights of at least Q standard deviations of their layer's non-zero weights.", valueName: "Q"))
  var quality: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Keep this share of every layer's weights and biases, the largest; of filters, of all weights.", valueName: "D"))
  var density: Double?

  @Option(
    help: ArgumentHelp(
      "Keep as many weights and biases of every layer as this network of the same shape has.",
      valueName: "pruned.safetensors"), completion: .file(extensions: ["safetensors"]))
  var like: String?

  @Option(
    help: ArgumentHelp("The class of each sample, whole numbers from 0: .npy or IDX.", valueName: "labels.npy"),
    completion: .file())
  var labels: String?

  @Flag(help: "Train what is left for the classes in --labels, pruned weights held at zero.")
  var retrain = false

  @Option(help: ArgumentHelp("Rounds of pruning and training. (default: 1)", valueName: "R"))
  var rounds: Int?

  @Option(help: ArgumentHelp("Passes over the samples in each round. (default: 100)", valueName: "E"))
  var epochs: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The rate of Adam, the optimiser. (default: 0.001)", valueName: "η"))
  var rate: Double?

  @Option(help: ArgumentHelp("Seed of the order of the samples. (default: 1)", valueName: "N"))
  var seed: UInt64?

  func validate(for scheme: PruningScheme, output: Network.Output) throws {
    if scheme == .filters { return try validateFilters() }
    guard scheme == .magnitude else {
      if let option = given.first {
        throw ValidationError("--\(option) belongs to --scheme magnitude; the \(scheme) scheme has no such parameter")
      }
      return
    }
    try validateRule()
    try validateTraining(output)
  }

  private var given: [String] {
    let values: [(String, Any?)] = [
      ("quality", quality), ("density", density), ("like", like), ("labels", labels), ("retrain", retrain ? true : nil),
      ("rounds", rounds), ("epochs", epochs), ("rate", rate), ("seed", seed),
    ]
    return values.filter { $0.1 != nil }.map(\.0)
  }

  private func validateFilters() throws {
    if let option = given.first(where: { !["density", "labels"].contains($0) }) {
      throw ValidationError("--\(option) belongs to --scheme magnitude; the filters scheme has --density and --labels")
    }
    guard let density else {
      throw ValidationError("--scheme filters needs --density, the share of the weights to keep, such as 0.3")
    }
    try validate(density)
  }

  private func validate(_ density: Double) throws {
    guard density >= 0 && density <= 1 else {
      throw ValidationError("--density \(density): expected a number from 0 to 1")
    }
  }

  private func validateRule() throws {
    guard given.count(where: ["quality", "density", "like"].contains) == 1 else {
      throw ValidationError("--scheme magnitude needs one of --quality, --density and --like, and only one")
    }
    if let quality, !(quality >= 0 && quality.isFinite) {
      throw ValidationError("--quality \(quality): expected a finite number, at least 0")
    }
    if let density { try validate(density) }
  }

  private func validateTraining(_ output: Network.Output) throws {
    if let option = given.first(where: ["rounds", "epochs", "rate", "seed"].contains), !retrain {
      throw ValidationError("--\(option) says how to retrain; add --retrain")
    }
    guard retrain else { return }
    guard labels != nil else {
      throw ValidationError("--retrain needs --labels, the class of each sample")
    }
    guard output == .linear else {
      throw ValidationError("--retrain trains for soft-max, which takes a linear last layer; remove --relu-output")
    }
    for (option, value) in [("rounds", rounds), ("epochs", epochs)] {
      if let value, value < 1 { throw ValidationError("--\(option) \(value): expected at least 1") }
    }
    if let rate, !(rate > 0 && rate.isFinite) {
      throw ValidationError("--rate \(rate): expected a finite number above 0")
    }
  }

  /// What stays of each layer of `network`.
  ///
  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  func rules(for network: Network) throws -> [MagnitudeRule] {
    if let quality { return network.layers.map { _ in .quality(quality) } }
    if let density { return network.layers.map { _ in .density(density) } }
    let path = like ?? ""
    let pattern = try NetworkFile(at: path, output: network.output).network
    guard pattern.shape == network.shape else {
      throw UnfitArray(
        path: path, reason: "a network \(pattern.shape) where \(network.shape) is pruned; both need one shape")
    }
    return pattern.layers.map { .nonzeros($0.nonzeros) }
  }

  var schedule: MagnitudePruning.Schedule {
    guard retrain else { return .oneShot }
    return rounds.map { $0 > 1 ? .iterative(rounds: $0) : .oneShotRetrained } ?? .oneShotRetrained
  }

  var training: TrainingSettings {
    TrainingSettings(optimiser: .adam(rate: rate ?? 0.001), epochs: epochs ?? 100, batchSize: 50)
  }
}

extension Network {
  /// N → M₁ → … → M_L.
  fileprivate var shape: String { ([inputs] + layers.map(\.neurons)).map(String.init).joined(separator: " → ") }
}
