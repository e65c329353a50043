// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling
import TestSupport
import Testing

@Suite struct CoreNetTests {
  @Test func cancellationIsTheQuotientOfSums() {
    let weights = Matrix(rows: 3, columns: 2, elements: [1, -2, 3, 1, 1, 1])
    let inputs = Matrix(rows: 3, columns: 3, elements: [1, 0, -1, 1, 0, 2, 1, 0, 1])
    let delta = cancellations(weights: weights, inputs: inputs)
    // (1, 1, 1): 6/2 and 1; zeros: 1; (−1, 2, 1): 8/|−1 − 4 + 3| and 4/2.
    #expect(delta.elements == [3, 1, 4, 1, 1, 2])
    expectClose(delta.largestColumnMean, 8.0 / 3, relative: 1e-14)
    let crossed = cancellations(
      weights: Matrix(column: [1, -1]), inputs: Matrix(rows: 1, columns: 2, elements: [2, 2]))
    #expect(crossed.elements == [.infinity])
  }

  /// Two equal inputs: Δ = (|u| + |v|)/|u + v|, so P(Δ > t) = (2/π)·arctan(1/t) and C = 2/π. Many equal ones: C → (2/π)√n. One: 0.
  @Test func theTailHasItsClosedForms() {
    expectClose(cancellationTail(inputs: [3, 3, 0]), 2 / .pi, relative: 1e-14)
    expectClose(
      cancellationTail(inputs: Array(repeating: 0.1, count: 10_000)), 200 / .pi, relative: 1e-4)
    expectClose(cancellationTail(inputs: [0, 5]), 0, absolute: 1e-7)
  }

  /// What two unequal inputs give by the angle of (u, v): Δ > t where |a u + b v| < (a|u| + b|v|)/t, an arc on each side of the
  /// line a u + b v = 0, in the quadrants of different signs, bounded by tan φ = (a/b)·(1 ± 1/t)/(1 ∓ 1/t).
  @Test(arguments: [(1.0, 1.0), (1, 3), (5, 0.2)])
  func theTailIsTheLimitForTwoInputs(a: Double, b: Double) {
    let t = 1e4
    func angle(_ ratio: Double) -> Double { atan(a / b * ratio) }
    let arc = angle((1 + 1 / t) / (1 - 1 / t)) - angle((1 - 1 / t) / (1 + 1 / t))
    expectClose(t * 2 * arc / (2 * .pi), cancellationTail(inputs: [a, b]), relative: 1e-6)
  }

  /// Any weights within 1 ± ε_ℓ, and the recursion of the proof: outputs stay within 1 ± ε, and nearly reach it where Δ = 1.
  @Test(arguments: 0..<20)
  func tolerancesCarryThroughTheNetwork(trial: Int) {
    var draws = stream("perturbed", trial: trial)
    let network = draws.network([6, 8, 8, 3])
    let inputs = draws.normals(10, 6)
    let largest = network.cancellations(on: inputs).map { $0.elements.max() ?? 1 }
    let epsilon = 0.8
    let tolerances = CoreNetBound(epsilon: epsilon, cancellations: largest).tolerances
    var perturbed: [Layer] = []
    for (layer, tolerance) in zip(network.layers, tolerances) {
      var weights = layer.extended
      for i in weights.elements.indices { weights.elements[i] *= 1 + tolerance * draws.sign() }
      perturbed.append(Layer(extended: weights, hasBias: true))
    }
    let other = Network(layers: perturbed, output: .linear)
    let (before, after) = (network.responses(to: inputs)[2], other.responses(to: inputs)[2])
    for (z, estimate) in zip(before.elements, after.elements) {
      #expect(abs(estimate - z) <= epsilon * abs(z) * (1 + 1e-9), "trial \(trial)")
    }
  }

  @Test func theRecursionMeetsEpsilonWhereNothingCancels() {
    func reached(_ cancellations: [Double], _ epsilon: Double) -> Double {
      zip(cancellations, CoreNetBound(epsilon: epsilon, cancellations: cancellations).tolerances).reduce(0) {
        $1.0 * ((1 + $1.1) * (1 + $0) - 1)
      }
    }
    expectClose(reached([1, 1, 1, 1], 0.3), 0.3, relative: 1e-12)
    #expect(reached([2, 5, 1.5], 0.3) <= 0.3 && reached([2, 5, 1.5], 0.3) > 0.2)
    let published = CoreNetBound(published: 0.3, cancellations: [2, 5, 1.5]).tolerances
    for (found, expected) in zip(published, [0.05 / 15, 0.05 / 7.5, 0.05 / 1.5]) {
      expectClose(found, expected, relative: 1e-14)
    }
  }

  /// η = 11, η* = 6, δ = 0.1: K = ln 66, κ = √K(1 + √K·ln 5,280).
  @Test func theConstantsAreThoseOfTheNetwork() {
    var draws = stream("constants")
    let constants = CoreNetConstants(draws.network([4, 5, 6]), delta: 0.1)
    #expect(constants.neurons == 11 && constants.width == 6)
    expectClose(constants.spread, 4.189655, relative: 1e-6)
    expectClose(constants.logarithm, 6.779922, relative: 1e-6)
    expectClose(constants.allowance, 2.046865 * (1 + 2.046865 * 8.571681), relative: 1e-6)
    // 8.571681·4.189655 = 35.91.
    #expect(constants.samples == 36 && coreNetSamples(edges: 66, delta: 0.1) == 36)
  }

  /// Nonnegative weights and inputs: Δ = 1, and the drawn network stays within 1 ± ε on S, at δ = 1e-7.
  @Test func aDrawnNetworkKeepsItsOutputs() throws {
    var draws = stream("network sampling")
    let weights = [draws.normals(10, 10), draws.normals(10, 4)].map { matrix in
      Layer(weights: Matrix(rows: 10, columns: matrix.columns, elements: matrix.elements.map { abs($0) }))
    }
    let network = Network(layers: weights, output: .linear)
    let inputs = Matrix(rows: 8, columns: 10, elements: draws.normals(8, 10).elements.map { abs($0) })
    let sampling = NetworkSampling(network, inputs: inputs, epsilon: 0.2, delta: 1e-7)
    expectClose(sampling.cancellation, 1, relative: 1e-12)
    #expect(sampling.publishedRatio > 100 * sampling.drawsRatio && sampling.drawsRatio > 10)
    let drawn = sampling.pruned(from: &draws)
    let pruned = try #require(drawn)
    let (before, after) = (network.responses(to: inputs)[1], pruned.responses(to: inputs)[1])
    #expect(pruned != network)
    for (z, estimate) in zip(before.elements, after.elements) { expectClose(estimate, z, relative: 0.2) }
    let signed = NetworkSampling(draws.network([9, 9, 9, 9]), inputs: draws.normals(40, 9), epsilon: 0.01, delta: 0.1)
    let none = signed.pruned(from: &draws)
    #expect(none == nil && signed.drawsRatio > 1e8)
  }
}
