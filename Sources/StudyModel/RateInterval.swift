// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics

/// What is known of a cell's success rate after its trials.
///
/// An undecided trial may be either, so it counts as a failure in `lower` and as a success in `upper`; where none is
/// undecided, this is the Wilson interval.
public struct RateInterval: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  /// - Precondition: 0 ≤ `successes`, 0 ≤ `undecided`, `successes` + `undecided` ≤ `trials`, `trials` ≥ 1.
  public init(successes: Int, undecided: Int, trials: Int, confidence: Double) {
    precondition(trials >= 1 && successes + undecided <= trials, "an interval needs trials")
    lower = Proportion(successes: successes, trials: trials).wilsonInterval(confidence: confidence).lowerBound
    let possible = Proportion(successes: successes + undecided, trials: trials)
    upper = possible.wilsonInterval(confidence: confidence).upperBound
  }
}
