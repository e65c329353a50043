// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import Reporting
import Statistics
import StudyModel
import StudyRunner
import StudyStore

/// Studies of planted recovery.
struct RecoveryKind: StudyKind {
  let study: Study
  let design: RecoveryDesign

  init(_ study: Study, _ design: RecoveryDesign) { (self.study, self.design) = (study, design) }

  var experiment: RecoveryExperiment { RecoveryExperiment(seed: study.seed, method: design.method) }
  var table: RecoveryTable { RecoveryTable(design) }

  var curves: [SuccessCurve<PlantedEnsemble>] {
    design.policy.map { policy in design.curves.map { SuccessCurve($0, policy) } } ?? []
  }

  func open(_ folder: URL, shard: Shard?) throws -> StudyStore {
    try StudyStore(folder: folder, study: study, shard: shard)
  }

  func results(_ store: StudyStore) throws -> RecoveryResults {
    RecoveryResults(study: study, cells: try store.summaries(of: design))
  }

  func name(of cell: PlantedEnsemble) -> String { "\(cell.curveName) P=\(cell.samples)" }

  func place(of cell: PlantedEnsemble) -> StatusPlace {
    StatusPlace(fields: [
      .init(heading: "N", key: "dimension", value: .number(Double(cell.dimension))),
      .init(heading: "s", key: "sparsity", value: .number(Double(cell.sparsity))),
      .init(heading: "inputs", key: "inputs", value: .text(cell.inputs.name)),
    ])
  }
}

extension SuccessCurve<PlantedEnsemble> {
  /// Beyond 32 N samples nothing is tried.
  fileprivate init(_ ensemble: PlantedEnsemble, _ policy: TransitionPolicy) {
    self.init(
      name: ensemble.curveName, policy: policy, guess: ensemble.samples, limit: 32 * ensemble.dimension
    ) { samples in
      var cell = ensemble
      cell.samples = samples
      return cell
    }
  }
}

extension PlantedEnsemble {
  /// The ensemble but for its number of samples, as decisions name it.
  fileprivate var curveName: String { "N=\(dimension) s=\(sparsity) inputs=\(inputs.name) weights=\(weights.rawValue)" }
}
