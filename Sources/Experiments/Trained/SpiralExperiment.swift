// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Networks

/// What Net-Trim's schemes leave of networks that are trained on two nested spirals: of each layer, and of the whole.
public struct SpiralExperiment: Experiment {
  /// Neurons of each of the two hidden layers.
  public static let width = Parameter<Int>(
    "width", "Neurons of each of the two hidden layers", unit: "neurons", .integers(4...1_000))
  /// What the network was trained with beside dropout.
  public static let penalty = Parameter<SpiralNetworks.Penalty>(
    "penalty", "What the network was trained with beside dropout", standard: .none)
  /// P, the points that the network is trained on and pruned for (samples).
  public static let samples = Parameter<Int>(
    "samples", "P, the points that the network is trained on and pruned for", unit: "samples", .integers(10...10_000),
    standard: 150)
  /// Net-Trim's scheme.
  public static let scheme = Parameter<SpiralPruning.Scheme>("scheme", "Net-Trim's scheme")
  /// Ε relative to ‖Y‖_F of each layer, in the cascade of the first; the cascade has γ = 1.1.
  public static let epsilon = Parameter<Double>(
    "epsilon", "ε relative to ‖Y‖_F of each layer, in the cascade of the first; the cascade has γ = 1.1",
    .numbers(1e-6...1))

  /// Non-zero weights, biases aside, before pruning.
  public static let weightsBefore = Quantity(
    "weights_before", "Non-zero weights, biases aside, before pruning", unit: "weights", kind: .count, of: .both)
  /// Non-zero weights, biases aside, after pruning.
  public static let weightsAfter = Quantity(
    "weights_after", "Non-zero weights, biases aside, after pruning", unit: "weights", kind: .count, of: .both)
  /// Their ratio.
  public static let kept = Quantity("kept", "Their ratio", of: .both)
  /// Rd = ‖Ẑ − Z‖_F/‖Z‖_F of the outputs before soft-max.
  public static let discrepancy = Quantity("discrepancy", "rd = ‖Ẑ − Z‖_F/‖Z‖_F of the outputs before soft-max")
  /// Share of 2,000 fresh points that the network classifies rightly.
  public static let accuracyBefore = Quantity(
    "accuracy_before", "Share of 2,000 fresh points that the network classifies rightly")
  /// The same after pruning.
  public static let accuracyAfter = Quantity("accuracy_after", "The same after pruning")
  /// Layers whose program was solved to a certified optimum.
  public static let solvedLayers = Quantity(
    "solved_layers", "Layers whose program was solved to a certified optimum", unit: "layers", kind: .count)
  /// ‖Ẑ − Z‖_F relative to the theorem's bound on it.
  public static let errorOverBound = Quantity(
    "error_over_bound", "‖Ẑ − Z‖_F relative to the theorem's bound on it")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [width, penalty, samples, scheme, epsilon]
  /// What is stored of every trial, or of every item of one.
  public let quantities =
    [weightsBefore, weightsAfter, kept, discrepancy, accuracyBefore, accuracyAfter, solvedLayers, errorOverBound]
    + SpiralPicture.quantities
  /// What the items of a trial are.
  public let itemName: String? = "layer"

  /// The experiment, which has no settings.
  public init() {}

  /// Makes what trials of several cells share, before the trial's clock starts.
  public func prepare(_ cell: Cell, seed: UInt64, trial: Int) {
    _ = SpiralNetworks(cell).network(seed: seed, trial: trial)
  }

  /// A success is a trial whose programs were all solved to a certified optimum: the weights may be too many where not.
  ///
  /// Trial 1 of the cascade also measures what the pictures show.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let networks = SpiralNetworks(cell)
    let pruning = SpiralPruning(networks: networks, scheme: cell[Self.scheme], epsilon: cell[Self.epsilon])
    let outcome = try pruning.pruned(seed: seed, trial: trial)
    let fresh = networks.freshData(seed: seed, trial: trial)
    let inputs = networks.data(seed: seed, trial: trial).inputs
    let measurements =
      Self.counts(before: outcome.original, after: outcome.pruned) + [
        Measurement(Self.discrepancy, outcome.pruned.relativeDiscrepancy(from: outcome.original, on: inputs)),
        Measurement(Self.accuracyBefore, outcome.original.accuracy(on: fresh)),
        Measurement(Self.accuracyAfter, outcome.pruned.accuracy(on: fresh)),
        Measurement(Self.errorOverBound, outcome.error / outcome.bound),
        Measurement(Self.solvedLayers, outcome.solvedLayers),
      ]
    return TrialOutcome(
      success: outcome.solvedLayers == outcome.original.layers.count ? true : nil,
      measurements + (trial == 1 && pruning.scheme == .cascade ? SpiralPicture.measurements(outcome) : []))
  }

  /// Of the whole as item 0, then of the layers.
  static func counts(before: Network, after: Network) -> [Measurement] {
    let layers = zip(before.layers, after.layers).map { ($0.nonzeroWeights, $1.nonzeroWeights) }
    let whole = layers.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    return ([whole] + layers).enumerated().flatMap { item, counts in
      [
        Measurement(weightsBefore, item: item, counts.0), Measurement(weightsAfter, item: item, counts.1),
        Measurement(kept, item: item, Double(counts.1) / Double(counts.0)),
      ]
    }
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { SpiralNetworks(cell).pruningCost }

  /// What a trial of the cell holds in memory at once, roughly, in bytes.
  public func memory(of cell: Cell) -> Double { SpiralNetworks(cell).pruningMemory }
}
