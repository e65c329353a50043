// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation

/// Trials that take their time asleep and find what one real trial did: what is left is the cost of handing them out and of storing them.
struct SleepingTrials: Experiment {
  let base: any Experiment
  let outcome: TrialOutcome
  /// What a trial takes; 0 for none at all.
  let seconds: Double

  init(_ base: any Experiment, like cell: Cell, seconds: Double) throws {
    var workspace = TrialWorkspace()
    outcome = try base.measure(cell, seed: 1, trial: 1, in: &workspace)
    (self.base, self.seconds) = (base, seconds)
  }

  var parameters: [any GridParameter] { base.parameters }
  var quantities: [Quantity] { base.quantities }
  func cost(of cell: Cell) -> Double { base.cost(of: cell) }

  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> TrialOutcome {
    if seconds > 0 { Thread.sleep(forTimeInterval: seconds) }
    return outcome
  }
}
