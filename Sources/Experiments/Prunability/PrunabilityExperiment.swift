// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import MagnitudePruning
import Networks

/// What can be pruned of a network, and how it generalises: each trial is another network of one family (`NetworkFamily`).
///
/// A trial succeeds where the network reaches the training loss; no other is measured.
public struct PrunabilityExperiment: Experiment {
  /// N, inputs of the task.
  public static let dimension = Parameter<Int>(
    "dimension", "N, inputs of the task", unit: "inputs", .integers(2...1_000), standard: 20)
  /// Inputs that decide the class.
  public static let relevant = Parameter<Int>(
    "relevant", "Inputs that decide the class", unit: "inputs", .integers(1...1_000), standard: 3)
  /// P, of the training (samples).
  public static let samples = Parameter<Int>(
    "samples", "P, of the training", unit: "samples", .integers(10...100_000), standard: 300)
  /// Number of the task: each has a teacher of its own.
  public static let task = Parameter<Int>(
    "task", "Number of the task: each has a teacher of its own", .integers(1...1_000), standard: 1)
  /// Share of classes flipped in training.
  public static let noise = Parameter<Double>(
    "noise", "Share of classes flipped in training", .numbers(0...0.5), standard: 0)
  /// Β, by which the loss may grow.
  public static let tolerance = Parameter<Double>(
    "tolerance", "β, by which the loss may grow", .numbers(0...10), standard: 0.1)
  /// Training loss to be reached.
  public static let target = Parameter<Double>(
    "target", "Training loss to be reached", .numbers(1e-6...1), standard: 0.1)
  /// Epochs at most.
  public static let epochs = Parameter<Int>("epochs", "Epochs at most", .integers(5...10_000), standard: 150)

  /// Smallest share of weights that keeps the training loss within the tolerance.
  public static let prunability = Quantity(
    "prunability", "Smallest share of weights that keeps the training loss within the tolerance")
  /// Loss on fresh samples minus training loss.
  public static let gap = Quantity("gap", "Loss on fresh samples minus training loss")
  /// Share of wrong answers to fresh samples minus that in training.
  public static let errorGap = Quantity(
    "error_gap", "Share of wrong answers to fresh samples minus that in training")
  /// Training loss.
  public static let trainingLoss = Quantity("training_loss", "Training loss")
  /// Weights and biases of the network.
  public static let weights = Quantity("weights", "Weights and biases of the network", unit: "weights", kind: .count)
  /// 1 if the training loss was reached.
  public static let reached = Quantity("reached", "1 if the training loss was reached", kind: .flag)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, relevant, samples, noise, tolerance, target, epochs, task]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [prunability, gap, errorGap, trainingLoss, weights, reached]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (relevant, dimension) = (cell[Self.relevant], cell[Self.dimension])
    return relevant > dimension ? "relevant: \(relevant) is more than the \(dimension) inputs there are" : nil
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let family = NetworkFamily(cell, seed: seed)
    guard let network = family.network(trial, target: cell[Self.target], epochs: cell[Self.epochs]) else {
      return TrialOutcome(success: false, [Measurement(Self.reached, false)])
    }
    let loss = network.loss(on: family.training)
    return TrialOutcome([
      Measurement(Self.reached, true), Measurement(Self.trainingLoss, loss),
      Measurement(Self.gap, network.loss(on: family.fresh) - loss),
      Measurement(Self.errorGap, network.accuracy(on: family.training) - network.accuracy(on: family.fresh)),
      Measurement(Self.weights, network.nonzeros),
      Measurement(Self.prunability, network.prunability(on: family.training, tolerance: cell[Self.tolerance])),
    ])
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    [Self.dimension, Self.samples, Self.epochs].reduce(1) { $0 * Double(cell[$1]) }
  }

  /// Training and fresh samples, with the responses of two layers of at most 32 neurons and their gradients.
  public func memory(of cell: Cell) -> Double {
    8 * Double(cell[Self.samples] + NetworkFamily.freshSamples) * Double(cell[Self.dimension] + 4 * 32)
  }
}
