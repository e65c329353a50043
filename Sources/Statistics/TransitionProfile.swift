// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

extension TransitionFit {
  /// The profile-likelihood interval of the covariate at which the success probability is `probability`.
  ///
  /// Every x with 2(sup ℓ − sup{ℓ : p(a + b·x) = `probability`}) ≤ the χ²₁ quantile at `confidence`. It needs no
  /// maximum, so it is as sound for separated counts. Where the counts are compatible with a constant success
  /// probability, it is −∞…∞. It assumes the link's shape: look at ``deviance`` first.
  /// - Complexity: about 40 one-parameter fits of O(points) each.
  public func profileInterval(of probability: Double, confidence: Double = 0.95) -> ClosedRange<Double> {
    let limit = gsl_cdf_chisq_Qinv(1 - confidence, 1)
    let constant = points.map(\.count).pooled.saturatedLogLikelihood
    guard let start = anyCovariateInside(probability), 2 * (logLikelihood - constant) > limit else {
      return -Double.infinity...Double.infinity
    }
    func excess(_ x: Double) -> Double { 2 * (logLikelihood - profileLogLikelihood(x, probability)) - limit }
    return boundary(
      of: excess, from: start, step: -scale.spread)...boundary(of: excess, from: start, step: scale.spread)
  }

  private func anyCovariateInside(_ probability: Double) -> Double? {
    switch estimate {
    case .curve(let curve): curve.quantile(probability)
    case .separated(let bracket): (bracket.lowerBound + bracket.upperBound) / 2
    case .undetermined: nil
    }
  }

  /// Where `excess` turns positive, in the direction of `step`.
  ///
  /// There is one such place: {(a, b) : ℓ ≥ …} is convex and, the constant model being outside, has no point with b =
  /// 0; so its image under x = (η − a)/b is an interval.
  private func boundary(of excess: (Double) -> Double, from start: Double, step: Double) -> Double {
    var (inside, distance) = (start, 1e-6 * step)
    while excess(start + distance) <= 0, abs(distance) < 1e12 * abs(step) {
      inside = start + distance
      distance *= 2
    }
    if abs(distance) >= 1e12 * abs(step) { return step < 0 ? -.infinity : .infinity }
    let ends = [inside, start + distance].sorted()
    // Without a change of sign the interval ends at `start`: the only covariate where both outcomes occurred, in
    // separated counts.
    return brentRoot(in: ends[0]...ends[1], absolute: 1e-10 * scale.spread, relative: 1e-12, of: excess) ?? start
  }

  /// The largest log-likelihood among the curves that pass through (`x`, `probability`): a concave problem in the slope
  /// alone.
  func profileLogLikelihood(_ x: Double, _ probability: Double) -> Double {
    let eta = link.predictor(probability)
    func distance(_ point: TransitionPoint) -> Double { (point.covariate - x) / scale.spread }
    func score(_ slope: Double) -> Double {
      points.reduce(0) { $0 + distance($1) * $1.count.score(eta + slope * distance($1), link) }
    }
    // Where the best curve is a step, the score ends at exactly 0 by underflow, and the likelihood at its supremum.
    var (low, high) = (-1.0, 1.0)
    while score(low) < 0, low > -1e18 { low *= 2 }
    while score(high) > 0, high < 1e18 { high *= 2 }
    let slope = brentRoot(in: low...high, relative: 1e-10, of: score) ?? 0
    return points.logLikelihood(link) { eta + slope * ($0 - x) / scale.spread }
  }
}

extension TransitionFit {
  /// The likelihood-ratio goodness of fit against one free probability per point, on (points − 2) degrees of freedom;
  /// nil without a curve.
  ///
  /// Its χ² law needs points with several expected successes *and* failures: far from the transition it errs on the
  /// quiet side.
  public var deviance: ChiSquare? {
    goodnessOfFit { count, eta in 2 * (count.saturatedLogLikelihood - count.logLikelihood(eta, link)) }
  }

  /// Pearson's goodness of fit Σ (k − np)²/(np(1 − p)) on (points − 2) degrees of freedom; nil without a curve.
  ///
  /// More sensitive than ``deviance`` to single surprises, and too sensitive where np or n(1 − p) is far below one.
  public var pearson: ChiSquare? {
    goodnessOfFit { count, eta in
      let (n, p, q) = (Double(count.trials), link.probability(eta), link.probability(-eta))
      return pow(Double(count.successes) - n * p, 2) / (n * p * q)
    }
  }

  private func goodnessOfFit(_ term: (Proportion, _ eta: Double) -> Double) -> ChiSquare? {
    guard let curve else { return nil }
    let statistic = points.map { term($0.count, curve.intercept + curve.slope * $0.covariate) }.reduce(0, +)
    return ChiSquare(statistic: max(statistic, 0), degreesOfFreedom: points.count - 2)
  }
}
