// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles

/// A claim that the cells of a finished study can refute, as `verify`'s own measurement can: one judgement serves both.
public protocol GridClaim: Claim {
  /// Judges the statement by what the cells' trials found; cells outside its hypotheses do not count.
  func judge(_ cells: [MeasuredCell], alarmRate: Double) -> Finding
}

/// One cell of a grid and how its trials ended.
public struct MeasuredCell: Sendable {
  public let ensemble: PlantedEnsemble
  let count: RecoveryCount

  /// - `undecided`: trials without evidence for either outcome, failed ones included.
  public init(_ ensemble: PlantedEnsemble, recovered: Int, notRecovered: Int, undecided: Int) {
    self.ensemble = ensemble
    count = RecoveryCount(recovered: recovered, notRecovered: notRecovered, undecided: undecided)
  }
}

/// The cells of one N and s.
struct GridShape: Hashable, Comparable {
  let dimension: Int
  let sparsity: Int

  init(_ cell: MeasuredCell) {
    dimension = cell.ensemble.dimension
    sparsity = cell.ensemble.sparsity
  }

  static func < (a: Self, b: Self) -> Bool { (a.dimension, a.sparsity) < (b.dimension, b.sparsity) }
}

extension [MeasuredCell] {
  var trials: Int { reduce(0) { $0 + $1.count.trials } }
  /// The cells that a theorem on Gaussian samples speaks of.
  var withGaussianInputs: [MeasuredCell] { filter { $0.ensemble.inputs == .gaussian } }

  /// The cells of each (N, s), ascending.
  var byShape: [(shape: GridShape, cells: [MeasuredCell])] {
    Dictionary(grouping: self) { GridShape($0) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What a theorem on Gaussian samples has to say about the other cells of a grid.
  var inputsRemark: [String] {
    let others = trials - withGaussianInputs.trials
    return others == 0 ? [] : ["stated for Gaussian inputs; \(others) trials with other inputs not counted"]
  }
}
