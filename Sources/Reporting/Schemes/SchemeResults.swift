// SPDX-License-Identifier: GPL-3.0-or-later
package import Claims
package import StudyModel
import StudyStore

/// The pruned networks of a study of Net-Trim's schemes.
package struct SchemeResults: Sendable {
  package let study: Study
  let claim: any LayerClaim
  /// In the order of the grid.
  let cells: [Cell]
  /// The cascade beside the parallel scheme, where the study has both.
  let comparisons: [SchemeComparison]

  struct Cell: Sendable {
    let ensemble: SchemeEnsemble
    let networks: [PrunedNetworkTrial]
    let failed: Int
  }

  /// - Parameters:
  ///   - design: of the study.
  ///   - trials: of the design's cells, in their order.
  package init(study: Study, design: SchemeDesign, trials: [MeasuredTrials]) {
    guard case .layers(let claim) = study.claim.judge else { preconditionFailure("a study of Net-Trim's schemes") }
    (self.study, self.claim) = (study, claim)
    cells = zip(design.cells, trials).map(Cell.init)
    comparisons = SchemeComparison.all(cells.flatMap(\.networks))
  }

  var networks: [PrunedNetworkTrial] { cells.flatMap(\.networks) }
  var layers: [PrunedLayerTrial] { networks.flatMap(\.layers) }
}

extension SchemeResults.Cell {
  fileprivate init(_ ensemble: SchemeEnsemble, _ measured: MeasuredTrials) {
    self.ensemble = ensemble
    networks = measured.trials.compactMap { trial in
      trial.outcome.map { PrunedNetworkTrial(ensemble, number: trial.number, $0) }
    }
    failed = measured.trials.count - networks.count
  }

  /// The layers numbered ℓ = 1, 2, … of all its networks.
  var layers: [(layer: Int, trials: [PrunedLayerTrial])] {
    (1...ensemble.depth).map { layer in
      (layer, networks.compactMap { $0.layers.indices.contains(layer - 1) ? $0.layers[layer - 1] : nil })
    }
  }
}
