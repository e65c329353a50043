// SPDX-License-Identifier: GPL-3.0-or-later

/// Failures counted at fixed numbers n of active samples, mixed with n ~ Bin(P, ½): the failure at any number P of samples,
///
///     f(P) = Σ_n Bin(n; P, ½) f_n,
///
/// which the n with f_n of order 10⁻¹ to 10⁻³ dominate, however small f(P) is.
public struct ActiveSampleMixture: Sendable {
  /// Failures among the trials at each n.
  public let failures: [Int: Proportion]

  /// Failures by the number of active samples; those without trials say nothing.
  public init(_ failures: [Int: Proportion]) { self.failures = failures.filter { $0.value.trials > 0 } }

  /// The part of f(P) that the measured n contribute, Σ Bin(n; P, ½)·k_n/T_n: unbiased.
  ///
  /// - Complexity: O(the number of n).
  public func failure(samples: Int) -> Double {
    sum(samples) { mass, count, _ in mass * count.rate }
  }

  /// What a law with the failures f_n expects of ``failure(samples:)``.
  public func expectation(samples: Int, law: (Int) -> Double) -> Double {
    sum(samples) { mass, _, n in mass * law(n) }
  }

  /// The standard error of ``failure(samples:)`` under that law; counts of a few failures do not tell it.
  public func standardError(samples: Int, law: (Int) -> Double) -> Double {
    sum(samples) { mass, count, n in
      let failure = law(n)
      return mass * mass * failure * (1 - failure) / Double(count.trials)
    }.squareRoot()
  }

  private func sum(_ samples: Int, _ term: (_ mass: Double, _ count: Proportion, _ n: Int) -> Double) -> Double {
    let active = BinomialDistribution(trials: samples, successProbability: 0.5)
    return failures.filter { $0.key <= samples }.reduce(0) { $0 + term(active.mass($1.key), $1.value, $1.key) }
  }
}
