// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics

/// What is known of a cell's success rate after its trials.
///
/// An undecided trial may be either, so it counts as a failure in `lower` and as a success in `upper`; where none is
/// undecided, this is the plan's interval of the success rate.
public struct RateInterval: Hashable, Sendable {
  /// The lower end, in 0…1.
  public let lower: Double
  /// The upper end, in 0…1.
  public let upper: Double
}

extension TrialPlan {
  /// The interval of a cell's success rate, wherever the plan let it stop.
  ///
  /// A fixed number of trials gives Wilson's interval. Trials that go on until the interval is short need more: an
  /// interval made for one n is missed too often at the n that was chosen because it looked short. They get Robbins'
  /// confidence sequence, whose intervals hold at every n together, so also where a run is interrupted.
  /// - Precondition: 0 ≤ `successes`, 0 ≤ `undecided`, `successes` + `undecided` ≤ `trials`, `trials` ≥ 1.
  public func interval(successes: Int, undecided: Int, trials: Int) -> RateInterval {
    precondition(trials >= 1 && successes + undecided <= trials, "an interval needs trials")
    let certain = Proportion(successes: successes, trials: trials)
    let possible = Proportion(successes: successes + undecided, trials: trials)
    return RateInterval(lower: interval(certain).lowerBound, upper: interval(possible).upperBound)
  }

  private func interval(_ successes: Proportion) -> ClosedRange<Double> {
    switch self {
    case .each: successes.wilsonInterval(confidence: Self.fixedConfidence)
    case .precision(_, let confidence, _): successes.anytimeValidInterval(confidence: confidence)
    }
  }
}
