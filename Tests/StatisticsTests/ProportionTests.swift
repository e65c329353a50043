// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics
import TestSupport
import Testing

/// scipy, with a = (1-c)/2: `binomtest(k, n).proportion_ci(c, 'wilson')`; `beta.ppf(a, k, n-k+1)`, `beta.isf(a, k+1,
/// n-k)` (not its 'exact' interval, which stops a root search at 2e-12).
private let scipyIntervals: [(k: Int, n: Int, confidence: Double, wilson: (Double, Double), exact: (Double, Double))] =
  [
    (0, 10, 0.95, (0, 0.27753279986288926), (0, 0.3084971078187607)),
    (3, 10, 0.95, (0.10779126740630102, 0.6032218525388546), (0.0667395111777345, 0.6524528500599973)),
    (81, 263, 0.95, (0.2552885198782742, 0.36620957698280004), (0.25273674558527126, 0.36762192260135135)),
    (263, 263, 0.95, (0.9856039655993808, 1), (0.9860717506351654, 1)),
    (1, 5000, 0.99, (2.348152833759156e-05, 0.001701209162985517), (1.0025078621975146e-06, 0.0014850707328473542)),
    (2500, 100_000, 0.9999, (0.023149863115752654, 0.026993913820809196), (0.023123611089645238, 0.026975783828659082)),
  ]

@Test func intervalsMatchScipy() {
  for (k, n, confidence, wilson, exact) in scipyIntervals {
    let proportion = Proportion(successes: k, trials: n)
    for (interval, (low, high)) in [
      (proportion.wilsonInterval(confidence: confidence), wilson),
      (proportion.clopperPearsonInterval(confidence: confidence), exact),
    ] {
      expectClose(interval.lowerBound, low, relative: 1e-10, "lower end, \(k) of \(n)")
      expectClose(interval.upperBound, high, relative: 1e-10, "upper end, \(k) of \(n)")
    }
  }
}

/// No success or no failure: 1 − α^{1/n} and its mirror image are the one-sided bounds, in closed form.
@Test(arguments: [1, 7, 400, 1_000_000]) func boundsWithoutSuccessHaveAClosedForm(n: Int) {
  let none = Proportion(successes: 0, trials: n)
  let all = Proportion(successes: n, trials: n)
  for alpha in [0.9, 0.05, 1e-6] {
    let bound = -expm1(log(alpha) / Double(n))
    expectClose(none.clopperPearsonUpperBound(confidence: 1 - alpha), bound, relative: 1e-9, "n = \(n)")
    expectClose(all.clopperPearsonLowerBound(confidence: 1 - alpha), 1 - bound, relative: 1e-9, "n = \(n)")
    #expect(none.clopperPearsonLowerBound(confidence: 1 - alpha) == 0)
    #expect(all.clopperPearsonUpperBound(confidence: 1 - alpha) == 1)
  }
}

@Test func withoutTrialsNothingIsKnown() {
  let nothing = Proportion(successes: 0, trials: 0)
  #expect(nothing.rate.isNaN)
  #expect(nothing.wilsonInterval() == 0...1)
  #expect(nothing.clopperPearsonInterval() == 0...1)
}

/// Coverage by enumeration of all counts, not by simulation: exact intervals never fall below their confidence;
/// Wilson's average is close to it.
@Test(arguments: [(12, 0.95), (40, 0.9), (95, 0.99)]) func coverageIsAsStated(n: Int, confidence: Double) {
  let counts = (0...n).map { Proportion(successes: $0, trials: n) }
  let exact = counts.map { $0.clopperPearsonInterval(confidence: confidence) }
  let wilson = counts.map { $0.wilsonInterval(confidence: confidence) }
  func coverage(of p: Double, by intervals: [ClosedRange<Double>]) -> Double {
    let law = BinomialDistribution(trials: n, successProbability: p)
    return (0...n).filter { intervals[$0].contains(p) }.map(law.mass).reduce(0, +)
  }
  let probabilities = (1..<200).map { Double($0) / 200 }
  for p in probabilities {
    #expect(coverage(of: p, by: exact) >= confidence - 1e-12, "n = \(n), p = \(p)")
  }
  let average = probabilities.map { coverage(of: $0, by: wilson) }.reduce(0, +) / Double(probabilities.count)
  expectClose(average, confidence, absolute: 0.01, "average coverage of Wilson's interval, n = \(n)")
}
