// SPDX-License-Identifier: GPL-3.0-or-later

/// How many samples recovery takes at one (N, s), by whatever measurement.
package protocol MeasuredTransition: Sendable {
  var dimension: Int { get }
  var sparsity: Int { get }
  /// Trials with evidence for either outcome, and those without.
  var decided: Int { get }
  var undecided: Int { get }
  /// The P at which recovery has this probability; nil where the trials do not reach it.
  func samples(_ probability: Double) -> Double?
  /// An interval for that P; an end that the trials do not determine is infinite.
  func samplesInterval(_ probability: Double, confidence: Double) -> ClosedRange<Double>
}
