// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics
import TestSupport
import Testing

private func points(_ rows: [(x: Double, k: Int, n: Int)]) -> [TransitionPoint] {
  rows.map { TransitionPoint(covariate: $0.x, count: Proportion(successes: $0.k, trials: $0.n)) }
}

/// Beetles killed by carbon disulphide (Bliss 1935), the standard example of binomial regression.
private let beetles = points([
  (1.6907, 6, 59), (1.7242, 13, 60), (1.7552, 18, 62), (1.7842, 28, 56), (1.8113, 52, 63), (1.8369, 53, 59),
  (1.8610, 61, 62), (1.8839, 60, 60),
])

/// Dobson, *An Introduction to Generalized Linear Models*, table 7.4: logit −60.717 + 34.270 x, deviance 11.23; probit
/// −34.935 + 19.728 x, deviance 10.12. More digits, Pearson's statistic and P₅: scipy (Nelder–Mead to 1e-13 on the
/// likelihood).
@Test(arguments: [
  (TransitionLink.logit, -60.717454, 34.270326, 11.232231, 10.026818, 1.6858029, 1.7717210),
  (TransitionLink.probit, -34.935259, 19.727934, 10.119758, 9.5134269, 1.6874755, 1.7708524),
]) func beetlesMatchThePublishedFit(
  link: TransitionLink, intercept: Double, slope: Double, deviance: Double, pearson: Double, p5: Double, p50: Double
) throws {
  let fit = TransitionFit(beetles, link: link)
  let curve = try #require(fit.curve)
  expectClose(curve.intercept, intercept, relative: 1e-7, "intercept")
  expectClose(curve.slope, slope, relative: 1e-7, "slope")
  expectClose(curve.quantile(0.05), p5, relative: 1e-7, "P₅")
  expectClose(curve.quantile(0.5), p50, relative: 1e-7, "P₅₀")
  expectClose(curve.width, 2 * (p50 - p5), relative: 1e-6, "width")
  let likelihoodRatio = try #require(fit.deviance)
  expectClose(likelihoodRatio.statistic, deviance, relative: 1e-6, "deviance")
  #expect(likelihoodRatio.degreesOfFreedom == 6)
  expectClose(try #require(fit.pearson).statistic, pearson, relative: 1e-6, "Pearson")
}

/// scipy: `brentq` on the deviance whose inner maximum is found by `minimize_scalar`.
@Test(arguments: [
  (TransitionLink.logit, 0.05, 1.66665774, 1.70137008), (.logit, 0.5, 1.76398210, 1.77918725),
  (.probit, 0.05, 1.67045342, 1.70126467), (.probit, 0.5, 1.76326839, 1.77817011),
]) func profileIntervalsMatchScipy(link: TransitionLink, probability: Double, low: Double, high: Double) {
  let interval = TransitionFit(beetles, link: link).profileInterval(of: probability)
  expectClose(interval.lowerBound, low, absolute: 1e-8, "low end")
  expectClose(interval.upperBound, high, absolute: 1e-8, "high end")
}

/// Other units, mirrored success or reordered points change the fit exactly as they should.
@Test(arguments: TransitionLink.allCases) func fitIsEquivariant(link: TransitionLink) throws {
  let curve = try #require(TransitionFit(beetles, link: link).curve)
  let moved = beetles.reversed().map {
    TransitionPoint(
      covariate: 5000 - 100 * $0.covariate,
      count: Proportion(successes: $0.count.trials - $0.count.successes, trials: $0.count.trials))
  }
  let movedFit = TransitionFit(moved, link: link)
  expectClose(try #require(movedFit.curve).slope, curve.slope / 100, relative: 1e-9, "slope")
  for probability in [0.05, 0.5] {
    let interval = TransitionFit(beetles, link: link).profileInterval(of: probability)
    let movedInterval = movedFit.profileInterval(of: 1 - probability)
    expectClose(movedInterval.lowerBound, 5000 - 100 * interval.upperBound, relative: 1e-9, "low end")
    expectClose(movedInterval.upperBound, 5000 - 100 * interval.lowerBound, relative: 1e-9, "high end")
  }
}

/// Counts on an exact curve return that curve, and its deviance is zero.
@Test func exactCountsReturnTheirCurve() throws {
  // Φ at −1, 0, 1 in multiples of 10⁻⁹ trials.
  let counts = [158_655_254, 500_000_000, 841_344_746]
  let fit = TransitionFit(points(zip([30, 40, 50], counts).map { ($0, $1, 1_000_000_000) }), link: .probit)
  let curve = try #require(fit.curve)
  expectClose(curve.slope, 0.1, relative: 1e-8, "slope")
  expectClose(curve.quantile(0.5), 40, relative: 1e-8, "P₅₀")
  #expect(try #require(fit.deviance).pValue > 0.99)
}
