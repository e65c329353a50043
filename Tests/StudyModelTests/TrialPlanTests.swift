// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel
import TestSupport
import Testing

@Suite struct TrialPlanTests {
  private let precise = TrialPlan.precision(halfWidth: 0.02, confidence: 0.95, atMost: 1000)

  @Test func aFixedPlanHasOneLook() {
    #expect(TrialPlan.each(200).looks == [200])
    #expect(TrialPlan.each(200).confidence(trials: 120) == 0.95)
  }

  @Test func looksDoubleUpToTheCap() {
    #expect(precise.looks == [50, 100, 200, 400, 800, 1000])
    #expect(TrialPlan.precision(halfWidth: 0.1, confidence: 0.9, atMost: 30).looks == [30])
    #expect(TrialPlan.precision(halfWidth: 0.1, confidence: 0.9, atMost: 100).looks == [50, 100])
  }

  /// By the union bound, the risks of all looks may together spend no more than α.
  @Test func theLooksShareTheRisk() {
    let risks = precise.looks.map { 1 - precise.confidence(trials: $0) }
    #expect(risks.reduce(0, +) <= 0.05)
    #expect(risks.allSatisfy { $0 > 0 })
    expectClose(risks[0], 0.025, absolute: 1e-15)
    #expect(precise.confidence(trials: 51) == precise.confidence(trials: 100))
  }

  /// A plan that extends another must go on wherever the other did, so that no stored trial is left over.
  @Test func aPlanExtendsAnotherWhenItAsksForMore() {
    #expect(TrialPlan.each(20).extends(.each(20)))
    #expect(TrialPlan.each(30).extends(.each(20)))
    #expect(!TrialPlan.each(10).extends(.each(20)))
    #expect(!TrialPlan.each(2000).extends(precise))
    #expect(!precise.extends(.each(20)))
    #expect(TrialPlan.precision(halfWidth: 0.01, confidence: 0.99, atMost: 2000).extends(precise))
    #expect(!TrialPlan.precision(halfWidth: 0.03, confidence: 0.95, atMost: 1000).extends(precise))
    #expect(!TrialPlan.precision(halfWidth: 0.02, confidence: 0.9, atMost: 1000).extends(precise))
    #expect(!TrialPlan.precision(halfWidth: 0.02, confidence: 0.95, atMost: 900).extends(precise))
  }

  @Test func undecidedTrialsWidenTheIntervalBothWays() {
    let decided = RateInterval(successes: 60, undecided: 0, trials: 100, confidence: 0.95)
    let fewer = RateInterval(successes: 50, undecided: 0, trials: 100, confidence: 0.95)
    let either = RateInterval(successes: 50, undecided: 10, trials: 100, confidence: 0.95)
    #expect(either.lower == fewer.lower)
    #expect(either.upper == decided.upper)
  }
}
