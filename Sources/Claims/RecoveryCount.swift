// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery
import Ensembles
import Statistics

/// How trials of planted recovery ended.
package struct RecoveryCount: Sendable {
  private(set) var recovered = 0
  private(set) var notRecovered = 0
  private(set) var undecided = 0

  package init(_ verdicts: some Sequence<RecoveryVerdict>) {
    for verdict in verdicts {
      switch verdict {
      case .recovered: recovered += 1
      case .notRecovered: notRecovered += 1
      case .undecided: undecided += 1
      }
    }
  }

  init(recovered: Int, notRecovered: Int, undecided: Int) {
    self.recovered = recovered
    self.notRecovered = notRecovered
    self.undecided = undecided
  }

  var trials: Int { decided + undecided }
  /// The trials with evidence for either outcome; no other speaks for or against a claim.
  var decided: Int { recovered + notRecovered }
  var successes: Proportion { Proportion(successes: recovered, trials: decided) }
  var failures: Proportion { Proportion(successes: notRecovered, trials: decided) }
}

extension VerificationPlan {
  func count(_ ensemble: PlantedEnsemble, trials: Int) async -> RecoveryCount {
    RecoveryCount(await recoveries(ensemble, trials: trials))
  }
}

extension ClaimVerdict {
  /// The verdict of a test that refutes at p ≤ `alarmRate`; without a trial that counts it says nothing.
  init(pValue: Double, alarmRate: Double, counting trials: Int) {
    self = trials == 0 ? .inconclusive : pValue <= alarmRate ? .refuted : .consistent
  }

  /// The verdict on an inequality that a single violation refutes.
  init(violations: Int, counting trials: Int) {
    self = violations > 0 ? .refuted : trials == 0 ? .inconclusive : .consistent
  }
}
