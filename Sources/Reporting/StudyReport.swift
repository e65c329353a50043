// SPDX-License-Identifier: GPL-3.0-or-later
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
}
