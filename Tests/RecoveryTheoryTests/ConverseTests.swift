// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct ConverseTests {
  /// Σ_n C(P, n) 2^{−P} b(n), term by term.
  @Test(arguments: [(50, 20.0, 30), (400, 150, 200), (400, 150, 20), (2_000, 900, 1_100)])
  func theBoundIsItsSum(dimension: Int, dimensionOfCone: Double, samples: Int) {
    let bound = PhaseTransitionBound(dimension: dimension, statisticalDimension: dimensionOfCone)
    let sum = (0...samples).reduce(0.0) { sum, n in
      let logBinomial = lgamma(Double(samples + 1)) - lgamma(Double(n + 1)) - lgamma(Double(samples - n + 1))
      let distance = dimensionOfCone - Double(n)
      let tail = distance > 0 ? min(1, 4 * exp(-distance * distance / (8 * Double(dimension)))) : 1
      return sum + exp(logBinomial - Double(samples) * log(2)) * tail
    }
    expectClose(bound.successBound(samples: samples), sum, relative: 1e-9)
  }

  /// It bounds the exact law from above for every P, and its P is the last one at which it is at most the target.
  @Test(arguments: [(200, 40), (1_000, 200), (1_000, 3)])
  func theExactLawIsBelow(dimension: Int, sparsity: Int) {
    let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    let bound = PhaseTransitionBound(dimension: dimension, statisticalDimension: law.volumes.statisticalDimension)
    for share in [0.1, 0.3, 0.5, 0.7, 0.9, 1.1] {
      let samples = Int(share * Double(law.median))
      #expect(law.success(samples: samples) <= bound.successBound(samples: samples) * (1 + 1e-12), "P = \(samples)")
    }
    let last = bound.samples(successAtMost: 0.5)
    #expect(last <= law.median)
    #expect(bound.successBound(samples: last + 1) > 0.5)
    #expect(last == 0 || bound.successBound(samples: last) <= 0.5)
  }

  /// Few weights among many: the theorem says nothing.
  @Test func fewWeightsAreBeyondIt() {
    let law = RecoveryLaw(dimension: 1_000, sparsity: 3)
    let bound = PhaseTransitionBound(dimension: 1_000, statisticalDimension: law.volumes.statisticalDimension)
    #expect(bound.samples(successAtMost: 0.5) == 0)
  }
}
