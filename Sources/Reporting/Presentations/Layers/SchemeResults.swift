// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
package import Experiments
package import StudyModel

/// The pruned networks of a study of Net-Trim's schemes.
package struct SchemeResults: Sendable {
  package let study: Study
  /// Whose bound the trials were held to.
  let bound: ErrorBound
  /// In the order of the grid.
  let cells: [Cell]
  /// The study's own claim first, then the others that speak of its layers; all judge the same layers.
  package let verdicts: [JudgedClaim]
  /// The cascade beside the parallel scheme, where the study has both.
  let comparisons: [SchemeComparison]

  struct Cell: Sendable {
    let ensemble: SchemeEnsemble
    let networks: [PrunedNetworkTrial]
    let failed: Int
  }

  /// - Parameter trials: of the study's cells, in their order.
  package init(study: Study, trials: [CellTrials]) {
    self.study = study
    bound = (study.experiment as? LayerExperiment)?.bound ?? .general
    cells = trials.map(Cell.init)
    let networks = cells.flatMap(\.networks)
    verdicts = Self.verdicts(study, networks.flatMap(\.layers), isNormalised: cells.isNormalised)
    comparisons = SchemeComparison.all(networks)
  }

  var networks: [PrunedNetworkTrial] { cells.flatMap(\.networks) }
  var layers: [MeasuredLayer] { networks.flatMap(\.layers) }
}

extension [SchemeResults.Cell] {
  fileprivate var isNormalised: Bool { allSatisfy { $0.ensemble.scale == .linkNormalised } }
}

extension SchemeResults {
  /// Claims besides the study's own count where they speak of its layers and its networks fulfil their hypotheses.
  private static func verdicts(_ study: Study, _ layers: [MeasuredLayer], isNormalised: Bool) -> [JudgedClaim] {
    let own = LayerBoundClaim.all.filter { $0.name == study.claimName }
    let others = LayerBoundClaim.all.filter { claim in
      claim.name != study.claimName && (isNormalised || claim.bound != .linkNormalised)
        && layers.contains { claim.covers($0.ensemble) }
    }
    return (own + others).map { claim in
      var finding = claim.judge(layers)
      if !isNormalised {
        finding.remarks.append("the networks are not link-normalised, as theorems 1 and 2 and proposition S.1 require")
      }
      return JudgedClaim(claim, finding)
    }
  }
}

extension SchemeResults.Cell {
  fileprivate init(_ measured: CellTrials) {
    ensemble = SchemeEnsemble(measured.cell)
    networks = measured.trials.compactMap { [ensemble] trial in
      trial.outcome.map { PrunedNetworkTrial(ensemble, number: trial.number, $0) }
    }
    failed = measured.failed
  }

  /// The layers numbered ℓ = 1, 2, … of all its networks.
  var layers: [(layer: Int, trials: [MeasuredLayer])] {
    (1...ensemble.depth).map { layer in
      (layer, networks.compactMap { $0.layers.indices.contains(layer - 1) ? $0.layers[layer - 1] : nil })
    }
  }
}
