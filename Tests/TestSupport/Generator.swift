// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// GSL's Mersenne twister at a fixed seed, so that a simulation test gives the same verdict on every run.
///
/// It is no generator of the program's, whose streams tests of what they feed would only repeat.
public final class Generator: RandomNumberGenerator {
  private let state = gsl_rng_alloc(cgsl_rng_mt19937())!

  /// A generator that starts at this seed.
  public init(seed: UInt) { gsl_rng_set(state, seed) }
  deinit { gsl_rng_free(state) }

  /// In (0, 1).
  public func uniform() -> Double { gsl_rng_uniform_pos(state) }
  /// N(0, 1).
  public func normal() -> Double { gsl_ran_gaussian_ziggurat(state, 1) }
  /// Successes among so many trials.
  public func binomial(_ trials: Int, _ probability: Double) -> Int {
    Int(gsl_ran_binomial(state, probability, UInt32(trials)))
  }

  /// 64 bits.
  public func next() -> UInt64 { UInt64(gsl_rng_get(state)) << 32 | UInt64(gsl_rng_get(state)) }
}
