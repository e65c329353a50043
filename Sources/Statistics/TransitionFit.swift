// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The successes counted at one value of the covariate (a number of samples, say).
public struct TransitionPoint: Hashable, Sendable {
  /// Where it was counted, in the covariate's unit.
  public let covariate: Double
  /// What was counted there.
  public let count: Proportion

  /// A count at a finite value of the covariate.
  public init(covariate: Double, count: Proportion) {
    precondition(covariate.isFinite, "the covariate of a transition point must be finite, not \(covariate)")
    self.covariate = covariate
    self.count = count
  }
}

/// A fitted success curve, P(success | x) = p(intercept + slope·x).
public struct TransitionCurve: Hashable, Sendable {
  /// The curve's shape.
  public let link: TransitionLink
  /// The linear predictor at 0.
  public let intercept: Double
  /// By how much the linear predictor grows with the covariate, per its unit.
  public let slope: Double

  /// The curve p(`intercept` + `slope`·x).
  public init(link: TransitionLink, intercept: Double, slope: Double) {
    self.link = link
    self.intercept = intercept
    self.slope = slope
  }

  /// The fitted probability of success at the covariate `x`.
  public func probability(at x: Double) -> Double { link.probability(intercept + slope * x) }

  /// The covariate at which the success probability is `probability`; ½ gives the 50 % point.
  public func quantile(_ probability: Double) -> Double { (link.predictor(probability) - intercept) / slope }

  /// The distance between the 5 % and the 95 % point.
  public var width: Double { abs(quantile(0.95) - quantile(0.05)) }
}

/// The maximum-likelihood regression of success counts on a covariate, kᵢ ~ Bin(nᵢ, p(a + b·xᵢ)).
///
/// The slope may have either sign. When no maximum exists, because some threshold splits failures from successes, the
/// fit says between which covariates the threshold lies instead of returning the huge slope at which the iteration
/// happened to stop.
/// Source: McCullagh and Nelder, *Generalized Linear Models*; existence: Albert and Anderson, Biometrika 71 (1984).
public struct TransitionFit: Sendable {
  /// What the counts determine.
  public enum Estimate: Hashable, Sendable {
    /// The unique maximum of the likelihood.
    case curve(TransitionCurve)
    /// Nothing but failures on one side of this bracket and nothing but successes on the other: the 50 % point lies in
    /// the bracket (at its one point, if that is where both occur), and the width is too small for these covariates to
    /// show.
    case separated(ClosedRange<Double>)
    /// Only successes, only failures, or a single covariate: the counts say nothing of a transition.
    case undetermined
  }

  /// The curve's shape.
  public let link: TransitionLink
  /// The points with at least one trial.
  public let points: [TransitionPoint]
  /// The curve of the largest likelihood, and whether there is one.
  public let estimate: Estimate
  /// The supremum of the log-likelihood, without binomial coefficients.
  public let logLikelihood: Double
  let scale: CovariateScale

  /// Fits the curve by Newton's method on the standardised covariate.
  /// - Complexity: O(points) an iteration, about 8 iterations.
  public init(_ points: [TransitionPoint], link: TransitionLink) {
    _ = gslReturnsErrors
    let points = points.filter { $0.count.trials > 0 }
    self.link = link
    self.points = points
    scale = CovariateScale(points)
    switch Separation(points) {
    case .overlap:
      let maximum = maximumLikelihood(of: points, link, scale)
      estimate = .curve(maximum)
      logLikelihood = points.logLikelihood(link) { maximum.intercept + maximum.slope * $0 }
    case .threshold(let bracket):
      estimate = .separated(bracket)
      logLikelihood = points.filter { bracket ~= $0.covariate }.map(\.count.saturatedLogLikelihood).reduce(0, +)
    case .none:
      estimate = .undetermined
      logLikelihood = points.map(\.count).pooled.saturatedLogLikelihood
    }
  }

  /// The curve, where the likelihood has a maximum.
  public var curve: TransitionCurve? {
    if case .curve(let curve) = estimate { curve } else { nil }
  }
}

/// Centre and spread of the covariates, so that thresholds and steps mean the same in any unit.
struct CovariateScale: Sendable {
  let centre: Double
  let spread: Double

  init(_ points: [TransitionPoint]) {
    let count = Double(max(points.count, 1))
    let mean = points.map(\.covariate).reduce(0, +) / count
    let deviation = (points.map { pow($0.covariate - mean, 2) }.reduce(0, +) / count).squareRoot()
    centre = mean
    spread = deviation > 0 ? deviation : 1
  }
}

extension [TransitionPoint] {
  func logLikelihood(_ link: TransitionLink, predictor: (Double) -> Double) -> Double {
    reduce(0) { $0 + $1.count.logLikelihood(predictor($1.covariate), link) }
  }
}

extension [Proportion] {
  var pooled: Proportion {
    Proportion(successes: map(\.successes).reduce(0, +), trials: map(\.trials).reduce(0, +))
  }
}

/// Whether a threshold on the covariate splits failures from successes; then the likelihood has no maximum.
enum Separation {
  case overlap
  case threshold(ClosedRange<Double>)
  case none

  init(_ points: [TransitionPoint]) {
    let successes = points.filter { $0.count.successes > 0 }.map(\.covariate)
    let failures = points.filter { $0.count.successes < $0.count.trials }.map(\.covariate)
    guard let firstSuccess = successes.min(), let lastSuccess = successes.max(), let firstFailure = failures.min(),
      let lastFailure = failures.max(), Set(points.map(\.covariate)).count > 1
    else {
      self = .none
      return
    }
    if lastFailure <= firstSuccess {
      self = .threshold(lastFailure...firstSuccess)
    } else if lastSuccess <= firstFailure {
      self = .threshold(lastSuccess...firstFailure)
    } else {
      self = .overlap
    }
  }
}

/// Newton's method with step halving for the two parameters of a concave log-likelihood.
private func maximumLikelihood(
  of points: [TransitionPoint], _ link: TransitionLink, _ scale: CovariateScale
) -> TransitionCurve {
  func standardised(_ x: Double) -> Double { (x - scale.centre) / scale.spread }
  func logLikelihood(_ a: Double, _ b: Double) -> Double { points.logLikelihood(link) { a + b * standardised($0) } }
  var (a, b) = (0.0, 0.0)
  var value = logLikelihood(a, b)
  for _ in 0..<100 {
    var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for point in points {
      let u = standardised(point.covariate)
      let score = point.count.score(a + b * u, link)
      let information = point.count.information(a + b * u, link)
      ga += score
      gb += score * u
      haa += information
      hab += information * u
      hbb += information * u * u
    }
    let determinant = haa * hbb - hab * hab
    let (da, db) = ((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant)
    var step = 1.0
    while step > 1e-10, !(logLikelihood(a + step * da, b + step * db) >= value) { step /= 2 }
    guard step > 1e-10 else { break }
    (a, b) = (a + step * da, b + step * db)
    value = logLikelihood(a, b)
    // The Newton decrement: twice the log-likelihood that is still to be gained.
    if ga * da + gb * db < 1e-18 { break }
  }
  return TransitionCurve(link: link, intercept: a - b * scale.centre / scale.spread, slope: b / scale.spread)
}
