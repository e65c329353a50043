// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct StatisticalDimensionTests {
  /// The reference table was computed by a separate program (scipy's scalar minimiser).
  @Test func meetsTheReferenceTable() throws {
    for row in try ReferenceTable("recovery_probability").rows {
      let cone = StatisticalDimension(dimension: try row.count("N"), sparsity: try row.count("s"))
      expectClose(cone.threshold, try row.number("tau"), relative: 1e-8, "τ of \(row)")
      expectClose(cone.value, try row.number("delta_asymptotic"), relative: 1e-11, "δ of \(row)")
      expectClose(cone.variance, try row.number("variance_asymptotic"), relative: 1e-10, "σ² of \(row)")
    }
  }

  /// ψ's definition, evaluated by a Riemann sum over |Z| that knows no Gaussian tail formula.
  @Test(arguments: [(100, 1), (100, 20), (10, 9), (100_000, 10)])
  func isTheMinimumItIsDefinedAs(dimension: Int, sparsity: Int) {
    let cone = StatisticalDimension(dimension: dimension, sparsity: sparsity)
    let ρ = Double(sparsity) / Double(dimension)
    func objective(_ τ: Double) -> Double {
      let step = 1e-4
      let tail = (0..<120_000).reduce(0.0) { sum, k in
        let excess = (Double(k) + 0.5) * step
        return sum + excess * excess * exp(-(excess + τ) * (excess + τ) / 2)
      }
      return ρ * (1 + τ * τ) + (1 - ρ) * tail * step * (2 / Double.pi).squareRoot()
    }
    let minimum = cone.value / Double(dimension)
    expectClose(objective(cone.threshold), minimum, relative: 1e-8, "ψ(\(ρ))")
    for factor in [0.9, 0.99, 1.01, 1.1] {
      #expect(objective(factor * cone.threshold) > minimum, "ψ(\(ρ)) at \(factor)τ")
    }
  }

  @Test func extremesAreTheSubspaceAndTheHalfSpace() {
    let zero = StatisticalDimension(dimension: 7, sparsity: 0)
    #expect(zero.value == 0 && zero.variance == 0 && zero.bracket == 0...0)
    let dense = StatisticalDimension(dimension: 7, sparsity: 7)
    expectClose(dense.value, 7, relative: 1e-15, "ψ(1) = 1")
    expectClose(dense.threshold, 0, absolute: 1e-15, "τ at ρ = 1")
    expectClose(dense.variance, 0, absolute: 1e-13, "σ² at ρ = 1")
  }

  /// The ratio drifts from 2.66 at s/N = .01 to 3.18 at .2, and tends to 4 as s/N → 0.
  @Test(arguments: [(0.01, 2.66), (0.05, 2.72), (0.1, 2.86), (0.2, 3.18)])
  func medianOverSLogIsNotConstant(density: Double, published: Double) {
    let sparsity = Int(1e6 * density)
    let median = NormalForm(dimension: 1_000_000, sparsity: sparsity).median
    expectClose(median / (Double(sparsity) * log(1 / density)), published, absolute: 0.005, "2δ/(s ln(N/s))")
  }
}
