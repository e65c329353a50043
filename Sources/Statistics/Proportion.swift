// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// k successes observed in n independent trials of one unknown probability.
public struct Proportion: Hashable, Sendable {
  /// The number of successes k.
  public let successes: Int
  /// The number of trials n.
  public let trials: Int

  /// A count with 0 ≤ `successes` ≤ `trials`.
  public init(successes: Int, trials: Int) {
    precondition((0...trials).contains(successes), "\(successes) successes in \(trials) trials")
    self.successes = successes
    self.trials = trials
  }

  /// k/n; NaN when there was no trial.
  public var rate: Double { Double(successes) / Double(trials) }

  /// Wilson's score interval: every p with |k − np| ≤ z√(np(1−p)), z the normal quantile of `confidence`.
  ///
  /// Its *average* coverage is close to `confidence`; for a guarantee use ``clopperPearsonInterval(confidence:)``. No
  /// trials: 0…1.
  /// Source: Wilson, J. Amer. Statist. Assoc. 22 (1927).
  public func wilsonInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let z = gsl_cdf_ugaussian_Qinv((1 - confidence) / 2)
    return wilsonLowerLimit(of: successes, z)...(1 - wilsonLowerLimit(of: trials - successes, z))
  }

  /// The smaller root of (k − np)² = z²np(1−p) in the form without cancellation, 2k²/(n(2k + z² + z√(z² + 4k(n−k)/n))).
  private func wilsonLowerLimit(of count: Int, _ z: Double) -> Double {
    guard count > 0 else { return 0 }
    let (k, n) = (Double(count), Double(trials))
    return 2 * k * k / (n * (2 * k + z * z + z * (z * z + 4 * k * (n - k) / n).squareRoot()))
  }
}
