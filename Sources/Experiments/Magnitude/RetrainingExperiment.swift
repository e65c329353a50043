// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import MagnitudePruning
import Networks

/// What networks 2·h·h·2, trained to tell nested spirals apart, answer rightly of 2,000 fresh points after magnitude pruning in three
/// ways: one-shot without retraining, one-shot with it, and iterative.
///
/// All ways keep the same number of weights per layer, and both that retrain have the same number of epochs for it in all.
public struct RetrainingExperiment: Experiment {
  /// P, of the training (samples).
  public static let samples = Parameter<Int>(
    "samples", "P, of the training", unit: "samples", .integers(2...100_000), standard: 200)
  /// h, neurons of each hidden layer.
  public static let width = Parameter<Int>(
    "width", "h, neurons of each hidden layer", unit: "neurons", .integers(2...1_000), standard: 24)
  /// Epochs of the training, and of all retraining.
  public static let epochs = Parameter<Int>(
    "epochs", "Epochs of the training, and of all retraining", unit: "epochs", .integers(1...10_000), standard: 100)
  /// Rounds of iterative pruning.
  public static let rounds = Parameter<Int>(
    "rounds", "Rounds of iterative pruning", unit: "rounds", .integers(1...100), standard: 5)
  /// Weights that stay in the first layer.
  public static let firstKept = Parameter<Int>(
    "kept_1", "Weights that stay in the first layer", unit: "weights", .integers(1...1_000_000), standard: 30)
  /// Weights that stay in the second layer.
  public static let secondKept = Parameter<Int>(
    "kept_2", "Weights that stay in the second layer", unit: "weights", .integers(1...1_000_000), standard: 50)
  /// Weights that stay in the third layer.
  public static let thirdKept = Parameter<Int>(
    "kept_3", "Weights that stay in the third layer", unit: "weights", .integers(1...1_000_000), standard: 16)

  /// Accuracy before pruning.
  public static let original = Quantity("original", "Accuracy before pruning")
  /// Accuracy after pruning without retraining.
  public static let oneShot = Quantity("one_shot", "Accuracy after pruning without retraining")
  /// Accuracy after pruning once and retraining.
  public static let retrained = Quantity("retrained", "Accuracy after pruning once and retraining")
  /// Accuracy after pruning and retraining in rounds.
  public static let iterative = Quantity("iterative", "Accuracy after pruning and retraining in rounds")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [samples, width, epochs, rounds, firstKept, secondKept, thirdKept]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [original, oneShot, retrained, iterative]

  private static let freshSamples = 2_000

  /// The experiment, which has no settings.
  public init() {}

  /// The weights that stay, by layer.
  private func kept(in cell: Cell) -> [Int] { [Self.firstKept, Self.secondKept, Self.thirdKept].map { cell[$0] } }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (width, epochs, rounds) = (cell[Self.width], cell[Self.epochs], cell[Self.rounds])
    guard epochs.isMultiple(of: rounds) else {
      return "rounds: \(epochs) epochs cannot be shared out among \(rounds) rounds; take a multiple of them"
    }
    return zip(kept(in: cell), [2 * width, width * width, 2 * width]).enumerated().first { $1.0 > $1.1 }.map {
      "kept_\($0.offset + 1): \($0.element.0) is more than the \($0.element.1) weights of the layer"
    }
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (width, epochs, rounds) = (cell[Self.width], cell[Self.epochs], cell[Self.rounds])
    let data = NestedSpirals(samples: cell[Self.samples], turns: 1).dataSet(seed: seed, trial: trial)
    let fresh = NestedSpirals(samples: Self.freshSamples, turns: 1).dataSet(seed: seed, trial: trial)
    let network = Network(untrained: [2, width, width, 2], seed: seed, trial: trial)
      .trained(on: data, Self.settings(epochs), seed: seed, trial: trial).network
    let rules = kept(in: cell).map { MagnitudeRule.nonzeros($0) }
    func accuracy(_ schedule: MagnitudePruning.Schedule, epochs: Int) -> Double {
      MagnitudePruning(rules: rules, schedule: schedule, retraining: Self.settings(epochs))
        .prune(network, on: data, seed: seed, trial: trial).accuracy(on: fresh)
    }
    return TrialOutcome([
      Measurement(Self.original, network.accuracy(on: fresh)),
      Measurement(Self.oneShot, accuracy(.oneShot, epochs: 0)),
      Measurement(Self.retrained, accuracy(.oneShotRetrained, epochs: epochs)),
      Measurement(Self.iterative, accuracy(.iterative(rounds: rounds), epochs: epochs / rounds)),
    ])
  }

  private static func settings(_ epochs: Int) -> TrainingSettings {
    TrainingSettings(optimiser: .adam(rate: 0.01), epochs: epochs, batchSize: 50)
  }

  /// Weights, samples and epochs of three trainings.
  public func cost(of cell: Cell) -> Double {
    let width = Double(cell[Self.width])
    return 3 * width * (width + 4) * Double(cell[Self.samples]) * Double(cell[Self.epochs])
  }

  /// A network with its gradients and their moments, and its responses to the fresh points.
  public func memory(of cell: Cell) -> Double {
    let width = Double(cell[Self.width])
    return 8 * (6 * width * (width + 4) + (4 * width + 4) * Double(cell[Self.samples] + Self.freshSamples))
  }
}
