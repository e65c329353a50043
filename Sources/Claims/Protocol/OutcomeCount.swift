// SPDX-License-Identifier: GPL-3.0-or-later
package import Experiments
import Statistics

/// How trials ended.
package struct OutcomeCount: Sendable {
  package let succeeded, notSucceeded: Int
  /// Trials without evidence for either outcome, failed ones included.
  package let undecided: Int

  package init(succeeded: Int, notSucceeded: Int, undecided: Int = 0) {
    (self.succeeded, self.notSucceeded, self.undecided) = (succeeded, notSucceeded, undecided)
  }

  var trials: Int { decided + undecided }
  /// The trials with evidence for either outcome; no other speaks for or against a claim.
  var decided: Int { succeeded + notSucceeded }
  var successes: Proportion { Proportion(successes: succeeded, trials: decided) }
  var failures: Proportion { Proportion(successes: notSucceeded, trials: decided) }
}

extension CellTrials {
  package var count: OutcomeCount {
    let succeeded = outcomes.count { $0.success == true }
    let notSucceeded = outcomes.count { $0.success == false }
    return OutcomeCount(
      succeeded: succeeded, notSucceeded: notSucceeded, undecided: trials.count - succeeded - notSucceeded)
  }
}
