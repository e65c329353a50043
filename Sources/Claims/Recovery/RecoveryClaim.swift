// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
public import Experiments

/// A claim about planted recovery, judged by how the trials of its cells ended.
public protocol RecoveryClaim: Claim {
  func judge(_ cells: [RecoveryCell], _ variant: ClaimVariant, alarmRate: Double) -> Finding
}

extension RecoveryClaim {
  /// What a study of the claim measures.
  public var experiment: any Experiment { RecoveryExperiment() }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    judge(cells.map(RecoveryCell.init), variant, alarmRate: alarmRate)
  }

  /// The same trials in each ensemble.
  func verification(_ ensembles: [PlantedEnsemble], trials: Int) -> Verification {
    Verification(RecoveryExperiment(), ensembles.map { $0.cell() }, trials: trials)
  }
}

/// One cell of a grid of planted neurons and how its trials ended.
public struct RecoveryCell: Sendable {
  /// What was drawn.
  public let ensemble: PlantedEnsemble
  /// M.
  let neurons: Int
  package let count: OutcomeCount
  /// n of the trials that say it, of one neuron each.
  let activeSamples: [Int]

  package init(_ ensemble: PlantedEnsemble, neurons: Int = 1, count: OutcomeCount) {
    (self.ensemble, self.neurons, self.count, activeSamples) = (ensemble, neurons, count, [])
  }

  /// The counts of a cell's trials.
  public init(_ trials: CellTrials) {
    (ensemble, neurons) = (PlantedEnsemble(trials.cell), trials.cell[RecoveryExperiment.neurons])
    count = trials.count
    activeSamples = trials.values(RecoveryExperiment.activeSamples).map { Int($0) }
  }
}

/// The cells of one N and s.
struct GridShape: Hashable, Comparable {
  let dimension: Int
  let sparsity: Int

  init(_ cell: RecoveryCell) {
    dimension = cell.ensemble.dimension
    sparsity = cell.ensemble.sparsity
  }

  static func < (a: Self, b: Self) -> Bool { (a.dimension, a.sparsity) < (b.dimension, b.sparsity) }
}

extension [RecoveryCell] {
  var trials: Int { reduce(0) { $0 + $1.count.trials } }
  /// The cells that a theorem on Gaussian samples speaks of.
  var withGaussianInputs: [RecoveryCell] { filter { $0.ensemble.inputs == .gaussian } }
  /// The cells of neurons with samples of their own.
  var ofOneNeuron: [RecoveryCell] { filter { $0.neurons == 1 } }

  /// The cells of each (N, s), ascending.
  var byShape: [(shape: GridShape, cells: [RecoveryCell])] {
    Dictionary(grouping: self) { GridShape($0) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What a theorem on Gaussian samples has to say about the other cells of a grid.
  var inputsRemark: [String] {
    let others = trials - withGaussianInputs.trials
    return others == 0 ? [] : ["stated for Gaussian inputs; \(others) trials with other inputs not counted"]
  }
}
