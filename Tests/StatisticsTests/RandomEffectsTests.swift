// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import TestSupport
import Testing

/// By hand: effects 0, 1, 2 with variance 1/4 each. Q = 4·2 = 8, τ² = (8 − 2)/(12 − 48/12) = 3/4, weights 1, μ = 1, Hartung and Knapp's
/// factor (1 + 0 + 1)/2 = 1, so that the standard error is 1/√3; t₂ has the upper tail ½ − t/(2√(2 + t²)).
@Test func randomEffectsAreThoseByHand() {
  let effects = RandomEffects([(0, 0.25), (1, 0.25), (2, 0.25)])
  expectClose(effects.betweenVariance, 0.75, absolute: 1e-12)
  expectClose(effects.mean, 1, absolute: 1e-12)
  expectClose(effects.standardError, 1 / 3.0.squareRoot(), absolute: 1e-12)
  let t = 3.0.squareRoot()
  expectClose(effects.upperTail(at: 0), 0.5 - t / (2 * 5.0.squareRoot()), absolute: 1e-12)
  expectClose(effects.lowerTail(at: 2), effects.upperTail(at: 0), absolute: 1e-12)
  // t₂ at 95 %: 4.302653.
  expectClose(effects.interval(confidence: 0.95).upperBound, 1 + 4.302653 / t, absolute: 1e-6)
}

/// Families of one effect have no variance between them, and are weighted by their precision.
@Test func familiesAlikeHaveNoEffectOfTheirOwn() {
  let effects = RandomEffects([(1, 1), (1, 0.5)])
  #expect(effects.betweenVariance == 0 && effects.mean == 1)
  expectClose(effects.standardError, 1 / 3.0.squareRoot(), absolute: 1e-12)
  let one = RandomEffects([(2, 1)])
  #expect(one.mean == 2 && one.standardError == 1)
  expectClose(one.upperTail(at: 0), 0.0227501319, absolute: 1e-9)
}
