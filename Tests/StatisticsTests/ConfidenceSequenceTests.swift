// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation
import Statistics
import TestSupport
import Testing

/// mpmath, 40 digits, by bisection in the log-odds of log(B(k+½, n−k+½)/B(½, ½)) − k log p − (n−k) log(1−p) +
/// log(1−confidence).
@Test(arguments: [
  (3, 10, 0.95, 0.032515139788058872, 0.74758710991499653), (400, 1000, 0.95, 0.34446475836345585, 0.45730825960540882),
  (1, 100_000, 0.9999, 8.9206548290371152e-13, 0.00019184780090879132), (0, 50, 0.95, 0, 0.10464247710451554),
]) func sequenceMatchesMpmath(k: Int, n: Int, confidence: Double, low: Double, high: Double) {
  let interval = Proportion(successes: k, trials: n).anytimeValidInterval(confidence: confidence)
  expectClose(interval.lowerBound, low, relative: 1e-9, "low end, \(k) of \(n)")
  expectClose(interval.upperBound, high, relative: 1e-9, "high end, \(k) of \(n)")
}

/// After n successes and nothing else the lower end solves pⁿ = α C(2n, n)/4ⁿ.
@Test(arguments: [1, 5, 400]) func allSuccessesHaveAClosedForm(n: Int) {
  let alpha = 0.01
  let interval = Proportion(successes: n, trials: n).anytimeValidInterval(confidence: 1 - alpha)
  let logLimit = log(alpha) + gsl_sf_lnchoose(UInt32(2 * n), UInt32(n)) - Double(n) * log(4)
  expectClose(interval.lowerBound, exp(logLimit / Double(n)), relative: 1e-12, "n = \(n)")
  #expect(interval.upperBound == 1)
  #expect(Proportion(successes: 0, trials: 0).anytimeValidInterval() == 0...1)
}

/// Stops at the first of 80 looks, up to n ≈ 10⁵, at which the 95 % interval excludes the truth: the worst stopping
/// rule there is. A valid sequence is caught in at most 5 % of 2,000 runs (false-alarm rate 1e-6: at most 150 of them);
/// fixed-n intervals are caught many times more often.
@Test(arguments: [0.5, 0.03]) func optionalStoppingDoesNotBreakTheSequence(p: Double) {
  let generator = Generator(seed: 42)
  var (sequenceMisses, fixedMisses) = (0, 0)
  for _ in 0..<2000 {
    let looks = randomWalk(p, generator)
    if looks.contains(where: { !$0.anytimeValidInterval().contains(p) }) { sequenceMisses += 1 }
    if looks.contains(where: { !$0.wilsonInterval().contains(p) }) { fixedMisses += 1 }
  }
  let surprise = BinomialDistribution(trials: 2000, successProbability: 0.05).upperTail(sequenceMisses)
  #expect(surprise > 1e-6, "the sequence excluded the truth in \(sequenceMisses) of 2000 runs")
  #expect(sequenceMisses > 10, "a sequence that never errs is too wide: \(sequenceMisses) of 2000")
  #expect(fixedMisses > 600, "the negative control, fixed-n intervals: \(fixedMisses) of 2000")
}

/// The successes so far at n = 1, 2, 3, … growing by a sixth from look to look.
private func randomWalk(_ p: Double, _ generator: Generator) -> [Proportion] {
  var (successes, trials) = (0, 0)
  return (0..<80).map { _ in
    let more = trials / 6 + 1
    successes += generator.binomial(more, p)
    trials += more
    return Proportion(successes: successes, trials: trials)
  }
}
