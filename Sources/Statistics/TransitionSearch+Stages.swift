// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension TransitionSearch {
  /// The decision after the stages so far.
  mutating func next() -> SearchDecision {
    let fit = TransitionFit(pessimistic, link: .probit)
    guard let curve = fit.curve, curve.slope > 0, fit.profileInterval(of: 0.5).isBounded else {
      return trials >= policy.atMost ? stop(.capped, fit) : bracket()
    }
    let plan = SamplingPlan(curve, counts: counts, policy: policy, confidence: policy.confidence(look: looks + 1))
    guard plan.isPromising || trials >= policy.atMost else { return sample(plan, fit) }
    looks += 1
    let estimates = self.estimates(fit, confidence: policy.confidence(look: looks))
    if estimates.allSatisfy({ $0.isWithin(policy.halfWidth) }) {
      return SearchDecision(phase: .reached, estimates: estimates, requests: [])
    }
    if trials >= policy.atMost { return SearchDecision(phase: .capped, estimates: estimates, requests: []) }
    let next = SamplingPlan(curve, counts: counts, policy: policy, confidence: policy.confidence(look: looks + 1))
    return SearchDecision(phase: .sample, estimates: estimates, requests: clipped(next.requests(in: least...limit)))
  }

  private func sample(_ plan: SamplingPlan, _ fit: TransitionFit) -> SearchDecision {
    SearchDecision(
      phase: .sample, estimates: estimates(fit, confidence: policy.confidence(look: looks + 1)),
      requests: clipped(plan.requests(in: least...limit)))
  }

  private mutating func stop(_ phase: SearchDecision.Phase, _ fit: TransitionFit) -> SearchDecision {
    looks += 1
    return SearchDecision(
      phase: phase, estimates: estimates(fit, confidence: policy.confidence(look: looks)), requests: [])
  }

  /// A P beyond all that were tried, or between the last that mostly failed and the first that did not.
  private mutating func bracket() -> SearchDecision {
    let below = counts.last { 2 * $0.successes < $0.trials }?.samples
    let above = counts.first { 2 * $0.successes >= $0.trials }?.samples
    switch (below, above) {
    case (let below?, nil):
      return below == limit ? oneSided() : bracket(at: [min(limit, 2 * below)])
    case (nil, let above?):
      return above == least ? oneSided() : bracket(at: [max(least, above / 2)])
    case (let below?, let above?) where above - below > 1:
      let middle = Int((Double(below) * Double(above)).squareRoot().rounded())
      return bracket(at: [min(max(middle, below + 1), above - 1)])
    case (let below?, let above?): return bracket(at: [min(below, above), max(below, above)])
    case (nil, nil): return oneSided()
    }
  }

  private mutating func oneSided() -> SearchDecision { stop(.oneSided, TransitionFit(pessimistic, link: .probit)) }

  private func bracket(at samples: [Int]) -> SearchDecision {
    let requests = samples.map { samples in
      SearchDecision.Request(samples: samples, trials: trials(at: samples) + Self.bracketTrials)
    }
    return SearchDecision(phase: .bracket, estimates: [], requests: clipped(requests))
  }

  /// The requests cut down, the last first, so that the search keeps to its number of trials.
  private func clipped(_ requests: [SearchDecision.Request]) -> [SearchDecision.Request] {
    var left = policy.atMost - trials
    return requests.compactMap { request in
      let known = trials(at: request.samples)
      let more = min(request.trials - known, left)
      left -= more
      return more > 0 ? SearchDecision.Request(samples: request.samples, trials: known + more) : nil
    }
  }

  private func trials(at samples: Int) -> Int { counts.first { $0.samples == samples }?.trials ?? 0 }
}

extension TransitionSearch {
  /// The quantiles and their intervals as the counts have them now, at any confidence.
  public func estimates(confidence: Double) -> [SearchDecision.Estimate] {
    estimates(TransitionFit(pessimistic, link: .probit), confidence: confidence)
  }

  private func estimates(_ fit: TransitionFit, confidence: Double) -> [SearchDecision.Estimate] {
    let optimistic = counts.contains { $0.undecided > 0 } ? TransitionFit(optimistic, link: .probit) : fit
    return policy.probabilities.map { probability in
      SearchDecision.Estimate(
        probability: probability, samples: fit.curve.map { $0.quantile(probability) },
        low: optimistic.profileInterval(of: probability, confidence: confidence).lowerBound.ifFinite,
        high: fit.profileInterval(of: probability, confidence: confidence).upperBound.ifFinite, confidence: confidence)
    }
  }

  /// Undecided trials as failures.
  private var pessimistic: [TransitionPoint] { points { $0.successes } }
  /// Undecided trials as successes.
  private var optimistic: [TransitionPoint] { points { $0.successes + $0.undecided } }

  private func points(_ successes: (SearchCount) -> Int) -> [TransitionPoint] {
    counts.map { count in
      TransitionPoint(
        covariate: Double(count.samples), count: Proportion(successes: successes(count), trials: count.trials))
    }
  }
}

extension SearchDecision.Estimate {
  /// (high − low)/2 relative to the estimate; nil where the trials do not determine it.
  public var relativeHalfWidth: Double? {
    guard let samples, let low, let high else { return nil }
    return (high - low) / 2 / samples
  }

  func isWithin(_ halfWidth: Double) -> Bool { relativeHalfWidth.map { $0 <= halfWidth } ?? false }
}

extension Double {
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}

extension ClosedRange<Double> {
  fileprivate var isBounded: Bool { lowerBound.isFinite && upperBound.isFinite }
}
