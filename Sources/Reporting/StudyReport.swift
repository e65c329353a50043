// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
package import Experiments
package import StudyModel

extension Study {
  /// What there is to report of the study's trials: the only place that tells one experiment's reports from another's.
  ///
  /// - Parameter trials: of the cells of its grid, in their order.
  package func results(_ trials: [CellTrials]) -> any StudyResults {
    switch experiment {
    case is RecoveryExperiment: RecoveryResults(study: self, trials: trials)
    case is LayerExperiment: SchemeResults(study: self, trials: trials)
    default: MeasuredResults(study: self, cells: trials)
    }
  }

  /// What the report shows beyond the table of the cells.
  var presentation: any MeasuredPresentation {
    switch experiment {
    case is KeptFractionExperiment: KeptFractionPresentation()
    case is PrunedLayerExperiment: PrunedLayerPresentation()
    case is PrunedWeightsExperiment: PrunedWeightsPresentation()
    case is ActiveSamplesExperiment: RecoveryTailPresentation()
    case is OverparameterisedRiskExperiment: PrunedRiskPresentation()
    case is SparseNetworkExperiment: SparseRecoveryPresentation()
    case is PrunabilityExperiment: PrunabilityPresentation()
    case is LowRankExperiment: RankPruningPresentation()
    case is NeuronSamplingExperiment: SamplingCountPresentation()
    case is NetworkSamplingExperiment: NetworkCountPresentation()
    case is FilterSamplingExperiment: FilterCountPresentation()
    case is CancellationExperiment: StabilityPresentation()
    case is FreshSensitivityExperiment: FreshSensitivityPresentation()
    case is EqualSizeExperiment: EqualSizePresentation()
    case is SpiralExperiment where claim is CascadeSparserClaim: SpiralDensityPresentation()
    case is SpiralExperiment: SpiralTablesPresentation()
    case is BoundedDiscrepancyExperiment: ComparisonPresentation()
    case is ClassifierExperiment: ClassifierPresentation()
    default: PlainPresentation()
    }
  }
}
