// SPDX-License-Identifier: GPL-3.0-or-later
package import RecoveryTheory

extension RecoveryLaw {
  /// The success probability at P/(1 + `shift`) samples, between whole numbers of samples by linear interpolation: that of a
  /// law whose δ is off by as much.
  package func success(samples: Int, shift: Double) -> Double {
    let equivalent = Double(samples) / (1 + shift)
    let below = Int(equivalent)
    let lower = success(samples: below)
    return lower + (equivalent - Double(below)) * (success(samples: below + 1) - lower)
  }
}
