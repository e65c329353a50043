// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
import ConvexRecovery
public import Ensembles
public import Foundation
import GRDB
public import StudyModel
public import StudyRunner

/// Trials of planted recovery: a cell is an ensemble, and each quantity of a trial has a column.
public struct RecoveryTable: TrialTable {
  public let design: RecoveryDesign

  public init(_ design: RecoveryDesign) { self.design = design }

  public var cells: [PlantedEnsemble] { design.cells }

  public let layout = TableLayout(
    cells: "cell", cellColumns: ["dimension", "sparsity", "samples", "inputs", "weights"], trials: "trial",
    trialColumns: [
      "active_samples", "error", "planted_norm", "recovered_norm", "gap", "margin", "iterations", "method", "seconds",
    ], success: RecoveryVerdict.recovered.rawValue, failure: RecoveryVerdict.notRecovered.rawValue)

  public func key(of cell: PlantedEnsemble) -> [StoredValue] {
    [
      .integer(cell.dimension), .integer(cell.sparsity), .integer(cell.samples), .text(cell.inputs.name),
      .text(cell.weights.rawValue),
    ]
  }

  public func cell(_ key: [StoredValue]) -> PlantedEnsemble? {
    guard key.count == 5, case .integer(let dimension) = key[0], case .integer(let sparsity) = key[1],
      case .integer(let samples) = key[2], case .text(let weights) = key[4],
      let inputs = design.inputs.first(where: { .text($0.name) == key[3] }),
      let weights = WeightDistribution(rawValue: weights)
    else { return nil }
    return PlantedEnsemble(
      dimension: dimension, sparsity: sparsity, samples: samples, inputs: inputs, weights: weights)
  }

  public func values(of trial: RecoveryTrial) -> [StoredValue] {
    [
      .integer(trial.activeSamples), .real(trial.error), .real(trial.plantedNorm), .real(trial.recoveredNorm),
      .real(trial.gap), .real(trial.margin), .integer(trial.iterations), .text(trial.method), .real(trial.seconds),
    ]
  }
}

/// The run folder of a study of planted recovery.
public typealias StudyStore = TrialStore<RecoveryTable>

extension TrialStore where Table == RecoveryTable {
  /// The trials of a folder that is only looked at.
  ///
  /// - Throws: ``StoreError``.
  public convenience init(reading run: StoredRun) throws {
    guard case .recovery(let design) = run.study.design else { preconditionFailure("a study of planted recovery") }
    try self.init(reading: run, table: RecoveryTable(design))
  }

  /// Opens the folder for `study`: makes it when there is none, goes on in it when its study is the same or smaller.
  ///
  /// - Throws: ``StoreError``.
  public convenience init(folder: URL, study: Study, shard: Shard? = nil) throws {
    guard case .recovery(let design) = study.design else { preconditionFailure("a study of planted recovery") }
    try self.init(folder: folder, study: study, shard: shard, table: RecoveryTable(design))
    if let policy = design.policy {
      try translated { try database.write { try $0.insert(policy) } }
    }
  }
}
