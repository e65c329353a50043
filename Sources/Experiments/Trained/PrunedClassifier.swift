// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import MagnitudePruning
import NetTrim
import Networks

/// A trained classifier, what Net-Trim left of it, and what magnitude pruning leaves where it keeps as many weights of every layer.
struct PrunedClassifier {
  let pruning: Pruning
  let retrained, magnitude, magnitudeRetrained: Network

  /// A relative gap of 10⁻³: the shares of weights left move by less than a hundredth of themselves.
  private static let gap = 1e-3
  /// Of the cascade, as published.
  private static let gamma = 1.1

  /// Prunes for the first samples of the training set.
  ///
  /// - Throws: `SchemeError`.
  init(_ network: Network, trainedOn data: DataSet, _ cell: Cell, seed: UInt64, trial: Int) throws {
    let inputs = data.inputs.selectingRows(0..<cell[ClassifierExperiment.samples])
    pruning = try Self.pruning(network, inputs, cell)
    let settings = ClassifierNetworks(cell).settings(isRetraining: true)
    retrained = pruning.pruned.retrained(from: network, on: data, settings, seed: seed, trial: trial)
    let rules = pruning.pruned.layers.map { MagnitudeRule.nonzeros($0.nonzeros) }
    func magnitude(_ schedule: MagnitudePruning.Schedule) -> Network {
      MagnitudePruning(rules: rules, schedule: schedule, retraining: settings)
        .prune(network, on: data, seed: seed, trial: trial)
    }
    (self.magnitude, magnitudeRetrained) = (magnitude(.oneShot), magnitude(.oneShotRetrained))
  }

  private static func pruning(_ network: Network, _ inputs: Matrix, _ cell: Cell) throws -> Pruning {
    let (epsilon, settings) = (cell[ClassifierExperiment.epsilon], SolverSettings(gap: gap))
    switch cell[ClassifierExperiment.scheme] {
    case .parallel:
      var scheme = ParallelScheme(relative: epsilon, network: network, inputs: inputs)
      scheme.settings = settings
      return try scheme.prune(network, inputs: inputs)
    case .cascade:
      var scheme = CascadeScheme(relative: epsilon, gamma: gamma, network: network, inputs: inputs)
      scheme.settings = settings
      return try scheme.prune(network, inputs: inputs)
    }
  }
}

extension Network {
  /// Trains the weights that pruning has left of `original`, with its dropout adjusted to them.
  func retrained(
    from original: Network, on data: DataSet, _ settings: TrainingSettings, seed: UInt64, trial: Int
  ) -> Network {
    var settings = settings
    settings.dropout = settings.dropout.adjusted(from: original, to: self)
    return trained(on: data, settings, keeping: SparsityPattern(of: self), seed: seed, trial: trial, stage: 1).network
  }
}
