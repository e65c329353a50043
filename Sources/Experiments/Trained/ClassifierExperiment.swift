// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import NetTrim
import Networks

/// What Net-Trim leaves of classifiers of images, layer by layer, and what is left of their accuracy: as pruned and retrained, beside
/// magnitude pruning to the same counts.
public struct ClassifierExperiment: Experiment {
  /// The samples: .npy (N×K, a column a sample), CSV or IDX.
  public static let images = Parameter<FilePath>(
    "images", "The samples: .npy (N×K, a column a sample), CSV or IDX", FilePath.domain, place: .study)
  /// Their classes, whole numbers from 0: .npy or IDX.
  public static let labels = Parameter<FilePath>(
    "labels", "Their classes, whole numbers from 0: .npy or IDX", FilePath.domain, place: .study)
  /// Images that each network is trained on, drawn anew for each; the others are held out (samples).
  public static let training = Parameter<Int>(
    "training", "Images that each network is trained on, drawn anew for each; the others are held out", unit: "samples",
    .integers(1...10_000_000), place: .study)
  /// The hidden layers' widths as a share of the published 300, 1000 and 100.
  public static let size = Parameter<Double>(
    "size", "The hidden layers' widths as a share of the published 300, 1000 and 100", .numbers(0.001...10),
    standard: 1, place: .study)
  /// Passes over the images in training (epochs).
  public static let epochs = Parameter<Int>(
    "epochs", "Passes over the images in training", unit: "epochs", .integers(1...10_000), standard: 15, place: .study)
  /// Passes over the images in every retraining (epochs).
  public static let retraining = Parameter<Int>(
    "retraining", "Passes over the images in every retraining", unit: "epochs", .integers(1...10_000), standard: 5,
    place: .study)
  /// How the networks are trained.
  public static let regularisation = Parameter<ClassifierNetworks.Regularisation>(
    "regularisation", "How the networks are trained")
  /// P, the images of the training set that Net-Trim prunes for (samples).
  public static let samples = Parameter<Int>(
    "samples", "P, the images of the training set that Net-Trim prunes for", unit: "samples", .integers(1...1_000_000))
  /// Net-Trim's scheme.
  public static let scheme = Parameter<SpiralPruning.Scheme>("scheme", "Net-Trim's scheme")
  /// ε relative to ‖Y‖_F.
  public static let epsilon = SpiralExperiment.epsilon

  /// Non-zero weights of a layer before pruning.
  public static let weightsBefore = SpiralExperiment.weightsBefore
  /// The same after pruning.
  public static let weightsAfter = SpiralExperiment.weightsAfter
  /// Share of the weights that stay.
  public static let kept = SpiralExperiment.kept
  /// Share of all weights, biases aside, that is zero after pruning, what training left at zero included.
  public static let sparsity = Quantity(
    "zero_share", "Share of all weights, biases aside, that is zero after pruning, what training left at zero included")
  /// Share of the held-out images that the network classifies rightly.
  public static let accuracyBefore = Quantity(
    "accuracy_before", "Share of the held-out images that the network classifies rightly")
  /// The same after Net-Trim.
  public static let accuracyAfter = Quantity("accuracy_after", "The same after Net-Trim")
  /// The same after Net-Trim and training what it left.
  public static let accuracyRetrained = Quantity(
    "accuracy_retrained", "The same after Net-Trim and training what it left")
  /// The same after magnitude pruning to as many weights of every layer.
  public static let accuracyMagnitude = Quantity(
    "accuracy_magnitude", "The same after magnitude pruning to as many weights of every layer")
  /// The same after that and training what it left.
  public static let accuracyMagnitudeRetrained = Quantity(
    "accuracy_magnitude_retrained", "The same after that and training what it left")
  /// ‖Ẑ − Z‖_F/‖Z‖_F of the outputs before soft-max after Net-Trim, held-out images.
  public static let discrepancy = Quantity(
    "discrepancy", "‖Ẑ − Z‖_F/‖Z‖_F of the outputs before soft-max after Net-Trim, held-out images")
  /// ‖Ŷ − Y‖_F/‖Y‖_F of the layer for itself, with the inputs it had before pruning, held-out images; the parallel scheme only.
  public static let freshError = Quantity(
    "fresh_error",
    "‖Ŷ − Y‖_F/‖Y‖_F of the layer for itself, with the inputs it had before pruning, held-out images; the parallel scheme only",
    of: .item)
  /// Layers whose program was solved to a relative gap of 1e-3.
  public static let solvedLayers = Quantity(
    "solved_layers", "Layers whose program was solved to a relative gap of 1e-3", unit: "layers", kind: .count)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    images, labels, training, size, epochs, retraining, regularisation, samples, scheme, epsilon,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    weightsBefore, weightsAfter, kept, sparsity, accuracyBefore, accuracyAfter, accuracyRetrained, accuracyMagnitude,
    accuracyMagnitudeRetrained, discrepancy, freshError, solvedLayers,
  ]
  /// What the items of a trial are.
  public let itemName: String? = "layer"
  /// The parameters by which cells are grouped when progress is shown.
  public let grouping: [any GridParameter] = [regularisation, scheme]

  private var resources: StudyResources?
  private var networks = Memo<TrialKey<ClassifierKey>, Network>(capacity: 64)

  /// The experiment, which has no settings.
  public init() {}

  /// The experiment with what a study takes from outside.
  public func using(_ resources: StudyResources) -> any Experiment {
    var experiment = ClassifierExperiment()
    experiment.resources = resources
    return experiment
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    if cell[Self.samples] > cell[Self.training] {
      return CellProblem(
        Self.samples,
        "\(cell[Self.samples]) samples of a training set of \(cell[Self.training]); lower it, or raise training")
    }
    guard let resources, resources.areAtHand else { return nil }
    do {
      let count = try resources.arrays.dataSet(samples: cell[Self.images].path, labels: cell[Self.labels].path).samples
      guard cell[Self.training] >= count else { return nil }
      return CellProblem(
        Self.training,
        "\(cell[Self.training]) of the \(count) samples of \(cell[Self.images].path) leave none to hold out; lower it")
    } catch let error as DataSetError where error.path.hasSuffix(cell[Self.labels].path) {
      return CellProblem(Self.labels, "\(error)")
    } catch {
      return CellProblem(Self.images, "\(error)")
    }
  }

  private func data(_ cell: Cell, seed: UInt64, trial: Int) throws -> (training: DataSet, heldOut: DataSet) {
    guard let resources else { throw TrialFailure(message: "the study's files are not at hand") }
    let data = try resources.arrays.dataSet(samples: cell[Self.images].path, labels: cell[Self.labels].path)
    return ClassifierNetworks(cell).split(data, seed: seed, trial: trial)
  }

  private func network(_ cell: Cell, trainedOn data: DataSet, seed: UInt64, trial: Int) -> Network {
    networks.value(TrialKey(content: ClassifierKey(cell), seed: seed, trial: trial)) {
      ClassifierNetworks(cell).network(trainedOn: data, seed: seed, trial: trial)
    }
  }

  /// Makes what trials of several cells share, before the trial's clock starts.
  public func prepare(_ cell: Cell, seed: UInt64, trial: Int) throws {
    _ = network(cell, trainedOn: try data(cell, seed: seed, trial: trial).training, seed: seed, trial: trial)
  }

  /// A success is a trial whose programs were all solved: the weights may be too many where not.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let (training, heldOut) = try data(cell, seed: seed, trial: trial)
    let network = network(cell, trainedOn: training, seed: seed, trial: trial)
    let pruned = try PrunedClassifier(network, trainedOn: training, cell, seed: seed, trial: trial)
    let left = pruned.pruning.pruned
    let solved = pruned.pruning.layers.count { $0.solution.status == .optimal }
    let weights = network.layers.reduce(0) { $0 + $1.weights.elements.count }
    let measurements = [
      Measurement(Self.sparsity, 1 - Double(left.layers.reduce(0) { $0 + $1.nonzeroWeights }) / Double(weights)),
      Measurement(Self.accuracyBefore, network.accuracy(on: heldOut)),
      Measurement(Self.accuracyAfter, left.accuracy(on: heldOut)),
      Measurement(Self.accuracyRetrained, pruned.retrained.accuracy(on: heldOut)),
      Measurement(Self.accuracyMagnitude, pruned.magnitude.accuracy(on: heldOut)),
      Measurement(Self.accuracyMagnitudeRetrained, pruned.magnitudeRetrained.accuracy(on: heldOut)),
      Measurement(Self.discrepancy, left.relativeDiscrepancy(from: network, on: heldOut.inputs)),
      Measurement(Self.solvedLayers, solved),
    ]
    let errors = cell[Self.scheme] == .parallel ? Self.freshErrors(network, left, on: heldOut.inputs) : []
    return TrialOutcome(
      success: solved == network.depth ? true : nil,
      measurements + SpiralExperiment.counts(before: network, after: left) + errors)
  }

  private static func freshErrors(_ network: Network, _ pruned: Network, on inputs: Matrix) -> [Measurement] {
    let responses = network.responses(to: inputs)
    return network.layers.indices.map { index in
      let answer = pruned.response(ofLayer: index, to: index == 0 ? inputs : responses[index - 1])
      let error = (answer.elements - responses[index].elements).norm2
      return Measurement(freshError, item: index + 1, error / responses[index].frobeniusNorm)
    }
  }

  /// Training, and a hundred iterations' worth of the second layer's programs.
  public func cost(of cell: Cell) -> Double {
    let weights = Double(ClassifierNetworks.hidden(cell[Self.size]).reduce(1, *))
    return weights * (Double(cell[Self.training] * cell[Self.epochs]) + 100 * Double(cell[Self.samples]))
  }

  /// All images, and both parts of a split; what a program of the second layer needs.
  public func memory(of cell: Cell) -> Double {
    let widths = ClassifierNetworks.hidden(cell[Self.size]).map(Double.init)
    let images = try? resources?.arrays.matrix(cell[Self.images].path)
    return 8 * (2 * Double(images?.elements.count ?? 0) + 12 * Double(cell[Self.samples]) * (widths.max() ?? 0))
  }
}
