// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import Networks
import RandomStreams

/// Spiral networks pruned by Net-Trim and by magnitude to the cascade's counts: how far their outputs move, and what noise does to their
/// accuracy.
public struct BoundedDiscrepancyExperiment: Experiment {
  /// h, the penalty and P, as in the experiment with spirals.
  public static let (width, penalty, samples) = (
    SpiralExperiment.width, SpiralExperiment.penalty, SpiralExperiment.samples
  )
  /// Ε relative to ‖Y‖_F of each layer, in the cascade of the first.
  public static let epsilon = Parameter<Double>(
    "epsilon", "ε relative to ‖Y‖_F of each layer, in the cascade of the first", .numbers(1e-6...1))
  /// How the network is pruned.
  public static let method = Parameter<SpiralMethod>("method", "How the network is pruned")

  /// Share of 2,000 fresh points, noise added, that are classified rightly.
  public static let accuracy = Quantity(
    "accuracy", "Share of 2,000 fresh points, noise added, that are classified rightly", of: .both)
  /// Standard deviation of the noise in each coordinate; the arms are 1/2 apart.
  public static let noise = Quantity(
    "noise", "Standard deviation of the noise in each coordinate; the arms are 1/2 apart", of: .both)
  /// Relative discrepancy of the outputs.
  public static let discrepancy = SpiralExperiment.discrepancy
  /// Share of the non-zero weights and biases that is left.
  public static let kept = Quantity("kept", "Share of the non-zero weights and biases that is left")
  /// The theorem's bound on ‖Ẑ − Z‖_F, relative to ‖Z‖_F; of Net-Trim only.
  public static let relativeBound = Quantity(
    "relative_bound", "The theorem's bound on ‖Ẑ − Z‖_F, relative to ‖Z‖_F; of Net-Trim only")
  /// 1 where the error is within the bound, 0 where not; of Net-Trim only.
  public static let isWithinBound = Quantity(
    "is_within_bound", "1 where the error is within the bound, 0 where not; of Net-Trim only", kind: .flag)
  /// 1 where the theorem's hypotheses are certified, 0 where not; of Net-Trim only.
  public static let isCertified = Quantity(
    "is_certified", "1 where the theorem's hypotheses are certified, 0 where not; of Net-Trim only", kind: .flag)
  /// Accuracy on the fresh points before pruning.
  public static let accuracyBefore = Quantity("accuracy_before", "Accuracy on the fresh points before pruning")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [width, penalty, samples, epsilon, method]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    accuracy, noise, discrepancy, kept, relativeBound, isWithinBound, isCertified, accuracyBefore,
  ]
  /// What the items of a trial are.
  public let itemName: String? = "noise level"

  /// σ of the noise: none as item 0, then these.
  static let noises = [0.03, 0.06, 0.09, 0.12]

  /// The experiment, which has no settings.
  public init() {}

  /// The cascade, whose counts the other methods go by.
  private func cascade(_ cell: Cell) -> SpiralPruning {
    SpiralPruning(networks: SpiralNetworks(cell), scheme: .cascade, epsilon: cell[Self.epsilon])
  }

  /// The network, and where a method goes by the cascade's counts the cascade too.
  public func prepare(_ cell: Cell, seed: UInt64, trial: Int) throws {
    let cascade = cascade(cell)
    _ = cascade.networks.network(seed: seed, trial: trial)
    if !cell[Self.method].hasBound { _ = try cascade.cascade(seed: seed, trial: trial) }
  }

  /// A success but where the theorem's hypotheses should hold and are not certified: that is undecided.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let (cascade, method) = (cascade(cell), cell[Self.method])
    let outcome = try cascade.network(by: method, seed: seed, trial: trial)
    let inputs = cascade.networks.data(seed: seed, trial: trial).inputs
    let fresh = cascade.networks.freshData(seed: seed, trial: trial)
    let measurements = [
      Measurement(Self.discrepancy, outcome.pruned.relativeDiscrepancy(from: outcome.original, on: inputs)),
      Measurement(Self.kept, Double(outcome.pruned.nonzeros) / Double(outcome.original.nonzeros)),
      Measurement(Self.accuracyBefore, outcome.original.accuracy(on: fresh)),
    ]
    let accuracies = ([0] + Self.noises).enumerated().flatMap { item, noise in
      let points = noise == 0 ? fresh : fresh.adding(noise: noise, seed: seed, trial: trial)
      return [
        Measurement(Self.noise, item: item, noise),
        Measurement(Self.accuracy, item: item, outcome.pruned.accuracy(on: points)),
      ]
    }
    return TrialOutcome(
      success: !method.hasBound || outcome.hypothesesCertified ? true : nil,
      measurements + accuracies + (method.hasBound ? Self.bounds(outcome, on: inputs) : []))
  }

  private static func bounds(_ outcome: PrunedSpirals, on inputs: Matrix) -> [Measurement] {
    [
      Measurement(relativeBound, outcome.bound / outcome.original.output(for: inputs).frobeniusNorm),
      Measurement(isWithinBound, outcome.isWithinBound), Measurement(isCertified, outcome.hypothesesCertified),
    ]
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { SpiralNetworks(cell).pruningCost }

  /// What a trial of the cell holds in memory at once, roughly, in bytes.
  public func memory(of cell: Cell) -> Double { SpiralNetworks(cell).pruningMemory }
}

extension DataSet {
  /// With N(0, noise²) added to every coordinate.
  fileprivate func adding(noise: Double, seed: UInt64, trial: Int) -> DataSet {
    var stream = RandomStream(
      StreamKey(seed: seed, content: "noise \(noise)", trial: UInt32(trial), purpose: "noise of fresh samples"))
    return DataSet(
      inputs: Matrix(
        rows: inputs.rows, columns: inputs.columns, elements: inputs.elements.map { $0 + noise * stream.normal() }),
      targets: targets)
  }
}
