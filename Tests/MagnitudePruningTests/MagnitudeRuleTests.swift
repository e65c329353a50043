// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import MagnitudePruning
import Networks
import Testing

@Suite struct MagnitudeRuleTests {
  /// Non-zero entries ±1, ±2, ±3 (mean 0, σ = √(28/6) = 2.16) and two zeros, which do not count for σ.
  private let layer = Layer(
    weights: Matrix(rows: 3, columns: 2, elements: [1, -3, 2, 0, 3, -1]), bias: [0, -2])

  @Test(
    arguments: [
      (MagnitudeRule.quality(0), [1, -3, 2, 0, 3, -1, 0, -2]), (.quality(0.462), [1, -3, 2, 0, 3, -1, 0, -2]),
      (.quality(0.463), [0, -3, 2, 0, 3, 0, 0, -2]), (.quality(0.925), [0, -3, 2, 0, 3, 0, 0, -2]),
      (.quality(0.926), [0, -3, 0, 0, 3, 0, 0, 0]), (.quality(1.39), [0, 0, 0, 0, 0, 0, 0, 0]),
      (.density(0.25), [0, -3, 0, 0, 3, 0, 0, 0]), (.density(0.3), [0, -3, 0, 0, 3, 0, 0, 0]),
      (.density(0.5), [0, -3, 2, 0, 3, 0, 0, -2]), (.nonzeros(0), [0, 0, 0, 0, 0, 0, 0, 0]),
      (.nonzeros(5), [1, -3, 2, 0, 3, 0, 0, -2]), (.nonzeros(100), [1, -3, 2, 0, 3, -1, 0, -2]),
    ] as [(MagnitudeRule, [Double])])
  func theRuleKeepsTheLargest(rule: MagnitudeRule, expected: [Double]) {
    let pruned = layer.pruned(rule)
    #expect(pruned.weights.elements == Array(expected[..<6]) && pruned.bias == Array(expected[6...]))
  }

  /// σ is taken about the mean: 4, 5, 6, 7 have σ = √1.25 = 1.118, and 4.5σ = 5.03.
  @Test func theDeviationIsAboutTheMean() {
    let shifted = Layer(weights: Matrix(column: [4, 5, 6, 7]))
    #expect(shifted.pruned(.quality(4.5)).weights.elements == [0, 0, 6, 7])
  }

  @Test func aLayerOfZerosStays() {
    let zeros = Layer(weights: Matrix(rows: 2, columns: 2))
    for rule in [MagnitudeRule.quality(1), .density(0.5), .nonzeros(1)] { #expect(zeros.pruned(rule) == zeros) }
  }
}
