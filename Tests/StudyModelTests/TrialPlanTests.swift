// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel
import TestSupport
import Testing

@Suite struct TrialPlanTests {
  private let precise = TrialPlan.precision(halfWidth: 0.02, confidence: 0.95, atMost: 1000)

  @Test func aFixedPlanHasOneLook() {
    #expect(TrialPlan.each(200).looks == [200])
  }

  @Test func looksGrowByAQuarterUpToTheCap() {
    #expect(precise.looks == [50, 62, 77, 96, 120, 150, 187, 233, 291, 363, 453, 566, 707, 883, 1000])
    #expect(TrialPlan.precision(halfWidth: 0.1, confidence: 0.9, atMost: 30).looks == [30])
    #expect(TrialPlan.precision(halfWidth: 0.1, confidence: 0.9, atMost: 62).looks == [50, 62])
    #expect(TrialPlan.precision(halfWidth: 0.1, confidence: 0.9, atMost: .max).looks.last == .max)
  }

  /// Wilson's interval of 30 in 100: centre ± radius of the textbook form, evaluated with mpmath.
  @Test func aFixedPlanHasWilsonsInterval() {
    let interval = TrialPlan.each(200).interval(successes: 30, undecided: 0, trials: 100)
    expectClose(interval.lower, 0.21894885294932759, relative: 1e-12)
    expectClose(interval.upper, 0.39584854633346661, relative: 1e-12)
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

  @Test(arguments: [TrialPlan.each(100), .precision(halfWidth: 0.02, confidence: 0.95, atMost: 1000)])
  func undecidedTrialsWidenTheIntervalBothWays(_ plan: TrialPlan) {
    let decided = plan.interval(successes: 60, undecided: 0, trials: 100)
    let fewer = plan.interval(successes: 50, undecided: 0, trials: 100)
    let either = plan.interval(successes: 50, undecided: 10, trials: 100)
    #expect(either.lower == fewer.lower)
    #expect(either.upper == decided.upper)
  }
}
