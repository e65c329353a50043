// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// GSL's Mersenne twister at a fixed seed, so that a simulation test gives the same verdict on every run.
final class Generator {
  private let state = gsl_rng_alloc(cgsl_rng_mt19937())!

  init(seed: UInt) { gsl_rng_set(state, seed) }
  deinit { gsl_rng_free(state) }

  func uniform() -> Double { gsl_rng_uniform_pos(state) }
  func normal() -> Double { gsl_ran_gaussian_ziggurat(state, 1) }
  func binomial(_ trials: Int, _ probability: Double) -> Int {
    Int(gsl_ran_binomial(state, probability, UInt32(trials)))
  }
}
