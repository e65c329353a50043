// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
import ConvexRecovery
public import Ensembles

extension RecoveryTrial: TrialOutcome {
  public var success: Bool? {
    switch verdict {
    case .recovered: true
    case .notRecovered: false
    case .undecided: nil
    }
  }
}

extension RecoveryExperiment: Experiment {
  public func makeWorker() -> (PlantedEnsemble, Int) throws -> RecoveryTrial {
    let scratch = Scratch()
    return { ensemble, number in trial(ensemble, number: number, in: &scratch.workspace) }
  }

  /// The entries of the inputs: drawing them is the floor under a trial.
  public func cost(of cell: PlantedEnsemble) -> Double {
    Double(cell.dimension) * Double(cell.samples)
  }

  /// Lets a closure keep the workspace, which cannot be copied.
  private final class Scratch {
    var workspace = TrialWorkspace()
  }
}
