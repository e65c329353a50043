// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// How many trials, and where, a fitted curve says are missing until every quantile's interval is narrow enough.
///
/// The variance of the quantile x = (η − a)/b is gᵀI⁻¹g with g = (1, x)/b and I the expected information of (a, b).
struct SamplingPlan {
  private let curve: TransitionCurve
  private let counts: [SearchCount]
  private let policy: TransitionPolicy
  /// Normal quantile of the confidence of the next look.
  private let z: Double

  init(_ curve: TransitionCurve, counts: [SearchCount], policy: TransitionPolicy, confidence: Double) {
    self.curve = curve
    self.counts = counts
    self.policy = policy
    z = TransitionLink.probit.predictor((1 + confidence) / 2)
  }

  /// Distance of the P that are sampled from the quantile they are for, in units of η: the weights φ²/(ΦΦ̄) there are
  /// 0.91 of the weight at ½, and the two rates tell the slope.
  private static var offset: Double { 0.5 }
  /// The plan aims a little below the half-width wanted, since the interval it will get is random too.
  private static var aim: Double { 0.93 }
  /// A stage has at most this many times the trials there are: the first fits are rough.
  private static var growth: Int { 2 }

  /// Whether the trials there are should do.
  var isPromising: Bool { missing(after: [], aim: 1).isEmpty }

  /// Equal numbers of trials on both sides of every quantile whose interval is still too wide.
  func requests(in range: ClosedRange<Int>) -> [SearchDecision.Request] {
    let wanting = missing(after: [], aim: Self.aim)
    let quantiles = wanting.isEmpty ? policy.probabilities : wanting
    let places = Set(quantiles.flatMap { sides(of: $0, in: range) }).sorted()
    let most = max(TransitionSearch.bracketTrials, Self.growth * counts.reduce(0) { $0 + $1.trials } / places.count)
    var each = TransitionSearch.bracketTrials
    while each < most, !missing(after: places.map { ($0, each) }, aim: Self.aim).isEmpty {
      each = min(most, max(each + 1, each * 9 / 8))
    }
    return places.map { samples in
      let known = counts.first { $0.samples == samples }?.trials ?? 0
      return SearchDecision.Request(samples: samples, trials: known + each)
    }
  }

  private func sides(of probability: Double, in range: ClosedRange<Int>) -> [Int] {
    let eta = TransitionLink.probit.predictor(probability)
    let sides = [eta - Self.offset, eta + Self.offset].map { eta in
      Int(
        min(max(((eta - curve.intercept) / curve.slope).rounded(), Double(range.lowerBound)), Double(range.upperBound)))
    }
    return sides[0] < sides[1] ? sides : [max(range.lowerBound, sides[0] - 1), sides[1]]
  }

  /// The probabilities whose intervals are expected to be too wide with `more` trials.
  private func missing(after more: [(samples: Int, trials: Int)], aim: Double) -> [Double] {
    var (aa, ab, bb) = (0.0, 0.0, 0.0)
    for (samples, trials) in counts.map({ ($0.samples, $0.trials) }) + more {
      let x = Double(samples)
      let eta = curve.intercept + curve.slope * x
      let weight = Double(trials) * TransitionLink.probit.score(eta) * TransitionLink.probit.score(-eta)
      aa += weight
      ab += weight * x
      bb += weight * x * x
    }
    return policy.probabilities.filter { probability in
      let x = curve.quantile(probability)
      let variance = (bb - 2 * x * ab + x * x * aa) / (aa * bb - ab * ab) / (curve.slope * curve.slope)
      return !(z * variance.squareRoot() <= aim * policy.halfWidth * x)
    }
  }
}
