// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics
import TestSupport
import Testing

private typealias Row = (x: Double, k: Int, n: Int)

private func fit(_ rows: [Row], _ link: TransitionLink = .logit) -> TransitionFit {
  TransitionFit(
    rows.map { TransitionPoint(covariate: $0.x, count: Proportion(successes: $0.k, trials: $0.n)) }, link: link)
}

@Test(arguments: TransitionLink.allCases) func separatedCountsGiveABracket(link: TransitionLink) {
  #expect(fit([(1, 0, 9), (2, 0, 9), (3, 9, 9), (4, 9, 9)], link).estimate == .separated(2...3))
  #expect(fit([(1, 9, 9), (2, 9, 9), (3, 0, 9), (4, 0, 9)], link).estimate == .separated(2...3))
  #expect(fit([(1, 0, 9), (2, 4, 9), (3, 9, 9)], link).estimate == .separated(2...2))
  #expect(fit([(1, 0, 9), (2, 0, 0), (3, 9, 9)], link).estimate == .separated(1...3))
  #expect(fit([(1, 0, 9), (2, 1, 9), (3, 8, 9), (4, 9, 9)], link).curve != nil)
}

@Test(arguments: TransitionLink.allCases) func countsWithoutTransitionAreUndetermined(link: TransitionLink) {
  let cases: [[Row]] = [[], [(1, 0, 5), (2, 0, 5)], [(1, 5, 5), (2, 5, 5)], [(3, 2, 5)], [(3, 2, 5), (3, 3, 5)]]
  for rows in cases {
    let fit = fit(rows, link)
    #expect(fit.estimate == .undetermined)
    #expect(fit.deviance == nil)
    #expect(fit.profileInterval(of: 0.5) == -Double.infinity...Double.infinity)
  }
}

/// A slope that could be zero leaves the 50 % point free to be anywhere.
@Test func insignificantSlopeLeavesThePointOpen() {
  let everywhere = -Double.infinity...Double.infinity
  #expect(fit([(1, 4, 10), (2, 5, 10), (3, 6, 10)]).profileInterval(of: 0.5) == everywhere)
  // Here the 5 % point cannot lie among the points: the likely places are on both sides of them, and no interval but
  // the whole line holds both.
  #expect(fit([(1, 480, 1000), (2, 500, 1000), (3, 510, 1000)]).profileInterval(of: 0.05) == everywhere)
}

/// n failures at 0 and n successes at 1: a step inside (0, 1) costs no likelihood, a curve through (1, ½) costs n log 2
/// at best. So the interval ends at the points as long as the limit lies below a deviance of 2n log 2, and beyond them
/// above it.
@Test(arguments: [3, 10]) func separatedProfileEndsWhereTheStepCostsTooMuch(n: Int) {
  let fit = fit([(0, 0, n), (1, n, n)])
  let confidence = 1 - erfc((Double(n) * log(2)).squareRoot())
  let interval = fit.profileInterval(of: 0.5, confidence: confidence - 1e-9)
  expectClose(interval.lowerBound, 0, absolute: 1e-7, "low end")
  expectClose(interval.upperBound, 1, absolute: 1e-7, "high end")
  let wider = fit.profileInterval(of: 0.5, confidence: confidence + 1e-4)
  #expect(wider.lowerBound < -1e-6 && wider.upperBound > 1 + 1e-6)
}

/// Both outcomes at one covariate only: the 50 % point is confined to that point's neighbours, and each probability on
/// its own side.
@Test func quasiSeparatedProfileStaysBetweenTheNeighbours() {
  let fit = fit([(1, 0, 50), (2, 30, 50), (3, 50, 50)], .probit)
  for probability in [0.05, 0.5, 0.95] {
    let interval = fit.profileInterval(of: probability)
    #expect(interval.lowerBound > 1 && interval.upperBound < 3, "\(probability): \(interval)")
  }
  #expect(fit.profileInterval(of: 0.05).upperBound == 2)
  #expect(fit.profileInterval(of: 0.95).lowerBound == 2)
}

/// 2,000 simulated studies, in the last case half of them separated: the 95 % interval must cover in 92–98 % of them
/// (one that covers with probability exactly .95 fails this with probability below 1e-8).
@Test(arguments: [(TransitionLink.logit, 6.0, 100), (.probit, 6, 100), (.logit, 40, 20)])
func profileIntervalCovers(link: TransitionLink, slope: Double, trials: Int) {
  let generator = Generator(seed: 20_170_612)
  let truth = TransitionCurve(link: link, intercept: -1.03 * slope, slope: slope)
  let covered = (0..<2000).filter { _ in
    let rows = [0.7, 0.85, 0.95, 1.05, 1.2, 1.4].map {
      ($0, generator.binomial(trials, truth.probability(at: $0)), trials)
    }
    return fit(rows, link).profileInterval(of: 0.5).contains(1.03)
  }.count
  #expect((1840...1960).contains(covered), "covered \(covered) of 2000")
}
