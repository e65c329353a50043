// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import StudyModel
import Testing

/// How often the intervals of adaptive cells miss the rate: computed, not sampled, from the law of the successes at each look.
@Suite struct AdaptiveCoverageTests {
  /// A plan, but with any interval in place of its own: with α/(k(k+1)) to the k-th look, Wilson's intervals would together
  /// miss a rate in a share α of cells if each held as often as it says.
  private struct Rule {
    let looks: [Int]
    let halfWidth: Double
    let interval: (_ successes: Int, _ look: Int) -> ClosedRange<Double>

    init(_ plan: TrialPlan, halfWidth: Double) {
      let looks = plan.looks
      (self.looks, self.halfWidth) = (looks, halfWidth)
      interval = { successes, look in
        let interval = plan.interval(successes: successes, undecided: 0, trials: looks[look])
        return interval.lower...interval.upper
      }
    }

    /// Wilson's interval at the first look, z the quantile of risk α/2 = .025 on two sides, which alone decides below.
    init(wilsonAt trials: Int, halfWidth: Double) {
      (looks, self.halfWidth) = ([trials], halfWidth)
      interval = { successes, _ in
        let (k, n, z) = (Double(successes), Double(trials), 2.241402727604947)
        let centre = (k + z * z / 2) / (n + z * z)
        let radius = z / (n + z * z) * (k * (n - k) / n + z * z / 4).squareRoot()
        return (centre - radius)...(centre + radius)
      }
    }
  }

  /// Shares of cells whose interval at their end misses `p`, and of cells that would miss it at some look if none were their end.
  private func misses(_ rule: Rule, at p: Double) -> (final: Double, ever: Double) {
    var (final, ever, trials) = (0.0, 0.0, 0)
    // going[k]: the cell has not stopped and has k successes. inside[k]: no interval so far missed p.
    var (going, inside) = ([1.0], [1.0])
    for (look, count) in rule.looks.enumerated() {
      let step = masses(count - trials, p)
      (going, inside, trials) = (sum(going, step), sum(inside, step), count)
      for k in 0...count where max(going[k], inside[k]) > 1e-15 {
        let interval = rule.interval(k, look)
        let isMissed = !interval.contains(p)
        if isMissed { (ever, inside[k]) = (ever + inside[k], 0) }
        guard interval.upperBound - interval.lowerBound <= 2 * rule.halfWidth || count == rule.looks.last else {
          continue
        }
        if isMissed { final += going[k] }
        going[k] = 0
      }
    }
    return (final, ever)
  }

  /// The law of the sum of two independent counts.
  private func sum(_ a: [Double], _ b: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() where x > 1e-18 {
      for (j, y) in b.enumerated() { result[i + j] += x * y }
    }
    return result
  }

  /// P(k successes in n trials), k = 0…n.
  private func masses(_ n: Int, _ p: Double) -> [Double] {
    (0...n).map { k in
      let (x, y) = (Double(k), Double(n - k))
      let ways: Double = lgamma(x + y + 1) - lgamma(x + 1) - lgamma(y + 1)
      return exp(ways + x * log(p) + y * log1p(-p))
    }
  }

  @Test(arguments: [0.0029, 0.003, 0.02, 0.5, 0.997], [(0.08, 5000), (0.02, 2000)])
  func theRateIsMissedNoMoreOftenThanStated(_ p: Double, _ precision: (halfWidth: Double, atMost: Int)) {
    let plan = TrialPlan.precision(halfWidth: precision.halfWidth, confidence: 0.95, atMost: precision.atMost)
    let misses = misses(Rule(plan, halfWidth: precision.halfWidth), at: p)
    #expect(misses.final <= 0.05, "at its end, p = \(p): \(misses.final)")
    #expect(misses.ever <= 0.05, "at some look, p = \(p): \(misses.ever)")
    #expect(misses.ever >= misses.final)
  }

  /// All rates, at so low a confidence that many are missed: of the share that looks at every n together may miss, these few
  /// looks between 50 and 1000 take a seventh.
  @Test func ratesInBetweenAreNotMissedEither() {
    let plan = TrialPlan.precision(halfWidth: 0.08, confidence: 0.5, atMost: 1000)
    let shares = (1...60).map { misses(Rule(plan, halfWidth: 0.08), at: 1 / (1 + exp(8 - 0.13 * Double($0)))).ever }
    #expect(shares.allSatisfy { $0 <= 0.5 })
    #expect(shares.max() ?? 0 > 0.05, "wider than they need be: \(shares.max() ?? 0)")
  }

  /// What these cells had before: one success in 50 is enough for Wilson's interval to exclude a rate of .0029.
  @Test func intervalsForOneCountMissARareSuccessFarTooOften() {
    let misses = misses(Rule(wilsonAt: 50, halfWidth: 0.08), at: 0.0029)
    #expect(misses.final > 0.13)
  }
}
