// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import NetTrim
import Networks
import TestSupport
import Testing

private let root5 = 5.0.squareRoot()

private func layer(_ weights: [Double], inputs: Int, bias: [Double]? = nil) -> Layer {
  Layer(weights: Matrix(rows: inputs, columns: weights.count / inputs, elements: weights), bias: bias)
}

private func samples(_ values: Double...) -> Matrix { Matrix(column: values) }

/// Networks whose programs can be solved by hand.
@Suite struct HandComputedTests {
  /// x = 1, 2, −1 through y = ReLU(x) and z = 2y: 5(u − 1)² ≤ ε_1² and 5(u − 2)² ≤ ε_2².
  private func chain(_ output: Network.Output) -> Network {
    Network(layers: [layer([1], inputs: 1), layer([2], inputs: 1)], output: output)
  }

  @Test(arguments: Network.Output.allCases) func parallel(output: Network.Output) throws {
    let pruning = try ParallelScheme(epsilons: [root5 / 4, root5 / 2]).prune(chain(output), inputs: samples(1, 2, -1))
    expectClose(pruning.pruned.layers[0].weights[0, 0], 0.75, absolute: 1e-12)
    expectClose(pruning.pruned.layers[1].weights[0, 0], 1.5, absolute: 1e-12)
    let layer = pruning.layers[1]
    expectClose(layer.discrepancy, 0.875 * root5, absolute: 1e-12)
    expectClose(layer.bounds.linkNormalised, 0.75 * root5, absolute: 1e-12)
    expectClose(layer.bounds.general, root5, absolute: 1e-12)
    // The spectral bound is attained.
    expectClose(layer.bounds.sharp, 0.875 * root5, absolute: 1e-12)
  }

  /// ε_2 = κ·√1.44·√5/2, and 5(0.75u − 2)² ≤ ε_2².
  @Test(arguments: Network.Output.allCases, [1, 0.5])
  func cascade(output: Network.Output, kappa: Double) throws {
    let scheme = CascadeScheme(epsilon: root5 / 4, gamma: 1.44, kappa: kappa)
    let pruning = try scheme.prune(chain(output), inputs: samples(1, 2, -1))
    expectClose(pruning.pruned.layers[0].weights[0, 0], 0.75, absolute: 1e-12)
    expectClose(pruning.pruned.layers[1].weights[0, 0], (2 - 0.6 * kappa) / 0.75, absolute: 1e-12)
    let layer = pruning.layers[1]
    expectClose(layer.epsilon, 0.6 * kappa * root5, absolute: 1e-12)
    expectClose(layer.discrepancy, 0.6 * kappa * root5, absolute: 1e-12)
    expectClose(layer.bounds.sharp, 0.6 * kappa * root5, absolute: 1e-12)
    // κ√γ = .6 helps a linear layer; before a ReLU the factor is at least 1.
    let factor = output == .linear ? 1.2 * kappa : max(1.2 * kappa, 1)
    expectClose(layer.bounds.general, root5 / 4 * factor * 2, absolute: 1e-12)
    expectClose(layer.bounds.linkNormalised, root5 / 4 * factor, absolute: 1e-12)
    #expect(layer.kappa == kappa && pruning.layers[0].kappa == 1)
  }

  /// z = y + 1 at y = 2 is cheaper as z = 1.5y: the pruned weights are larger than the weights, not than weights and bias.
  @Test func theBiasMayTurnIntoWeights() throws {
    let network = Network(layers: [layer([1], inputs: 1), layer([1], inputs: 1, bias: [1])], output: .linear)
    let pruning = try ParallelScheme(epsilons: [0.2, 0]).prune(network, inputs: samples(2))
    #expect(pruning.pruned.layers[1].bias == [0])
    expectClose(pruning.pruned.layers[1].weights[0, 0], 1.5, absolute: 1e-12)
    let layer = pruning.layers[1]
    expectClose(layer.discrepancy, 0.3, absolute: 1e-12)
    expectClose(layer.bounds.general, 0.4, absolute: 1e-12)
    expectClose(layer.bounds.sharp, 0.3, absolute: 1e-12)
    let withoutBias = Network(layers: [network.layers[0], Layer(weights: network.layers[1].weights)], output: .linear)
    #expect(Theorem1.bounds(epsilons: [0.2, 0], original: withoutBias)[1] < layer.discrepancy)
  }

  /// x = 1, 3 through y = x + 1 and z = y. With ε_1² = .5, ŷ = 1.3x; the best fit of a multiple of ŷ to z leaves √.4 of
  /// the planted √.5, so that the smallest feasible risk coefficient is √.8.
  @Test func aRiskThatNoWeightsMeet() throws {
    let network = Network(layers: [layer([1], inputs: 1, bias: [1]), layer([1], inputs: 1)], output: .linear)
    var scheme = CascadeScheme(epsilon: 0.5.squareRoot(), gamma: 1, kappa: 0.5)
    let risked = try scheme.prune(network, inputs: samples(1, 3))
    expectClose(risked.pruned.layers[0].weights[0, 0], 1.3, absolute: 1e-12)
    #expect(risked.pruned.layers[0].bias == [0])
    #expect(risked.layers.map(\.solution.status) == [.optimal, .infeasible])
    #expect(!risked.isOptimal && !risked.hypothesesCertified)
    for precision in [0.1, 0.01, 0.001] {
      scheme.kappaPrecision = precision
      let retried = try scheme.prune(network, inputs: samples(1, 3))
      let kappa = retried.layers[1].kappa
      #expect(retried.isOptimal && kappa >= 0.8.squareRoot() && kappa <= 0.8.squareRoot() + precision)
      expectClose(retried.layers[1].epsilon, kappa * 0.5.squareRoot(), absolute: 1e-12)
      expectClose(retried.layers[1].discrepancy, kappa * 0.5.squareRoot(), absolute: 1e-9)
      expectClose(retried.layers[1].bounds.general, kappa * 0.5.squareRoot(), absolute: 1e-12)
    }
    // What is feasible is not retried.
    scheme.kappa = 0.9
    #expect(try scheme.prune(network, inputs: samples(1, 3)).layers[1].kappa == 0.9)
  }

  @Test func oneLayerBearsTheRiskItself() throws {
    let network = Network(layers: [layer([1], inputs: 1)], output: .linear)
    let pruning = try CascadeScheme(epsilon: root5 / 4, gammas: [], kappa: 0.5).prune(network, inputs: samples(1, 2))
    expectClose(pruning.pruned.layers[0].weights[0, 0], 0.875, absolute: 1e-12)
    let bounds = pruning.layers[0].bounds
    for bound in [bounds.general, bounds.linkNormalised, bounds.sharp] {
      expectClose(bound, root5 / 8, absolute: 1e-12)
    }
  }
}

@Suite struct BoundTests {
  private let network = Network(
    layers: [
      layer([3, -4], inputs: 2), layer([1, -1, 2], inputs: 1, bias: [1, 1, -1]),
      layer([0, 2, 1], inputs: 3, bias: [3]),
    ], output: .linear)

  @Test func theTheoremsAsTheyAreStated() {
    #expect(Theorem1.bounds(epsilons: [1, 2, 4]) == [1, 3, 7])
    #expect(Theorem2.bounds(epsilon: 3, gammas: [4, 9]) == [3, 6, 18])
    #expect(Theorem2.bounds(epsilon: 3, gammas: [4, 9], kappa: 0.25) == [3, 6, 4.5])
    #expect(Theorem2.bounds(epsilon: 3, gammas: [4, 9], kappa: 0.25, output: .relu) == [3, 6, 6])
    #expect(Theorem2.bounds(epsilon: 3, gammas: [4, 9], kappa: 0.5, output: .relu) == [3, 6, 9])
  }

  /// ‖W‖₁ + ‖b‖₁ = 7, 7, 6 and ‖W‖₂ = 5, √6, √5.
  @Test func theNormsThatCount() {
    #expect(Theorem1.bounds(epsilons: [1, 2, 4], original: network) == [1, 9, 58])
    let spectral = Theorem1.spectralBounds(epsilons: [1, 2, 4], pruned: network)
    let general = Theorem2.bounds(epsilon: 3, gammas: [4, 9], kappa: 0.5, original: network)
    let (root6, root30) = (6.0.squareRoot(), 30.0.squareRoot())
    for (found, expected) in zip(spectral, [1, 2 + root6, 4 + 2 * root5 + root30]) {
      expectClose(found, expected, absolute: 1e-12)
    }
    for (found, expected) in zip(general, [3, 6 * root6, 9 * root30]) { expectClose(found, expected, absolute: 1e-12) }
  }

  /// On link-normalised networks the theorems hold as stated; on others the same numbers are no bounds.
  @Test(arguments: 1...6) func normalisationIsAHypothesis(seed: UInt64) throws {
    let random = RandomNetwork(
      widths: [8, 15, 15, 4], samples: 50, output: seed.isMultiple(of: 2) ? .linear : .relu, seed: seed)
    func excesses(_ network: Network) throws -> [Bool] {
      try [
        ParallelScheme(relative: 0.1, network: network, inputs: random.inputs).prune(network, inputs: random.inputs),
        CascadeScheme(relative: 0.1, gamma: 1.1, network: network, inputs: random.inputs)
          .prune(network, inputs: random.inputs),
      ].map { pruning in
        #expect(pruning.hypothesesCertified)
        return pruning.layers.contains { $0.discrepancy > $0.bounds.linkNormalised * (1 + 1e-9) + $0.bounds.allowance }
      }
    }
    #expect(try excesses(random.network.linkNormalised.network) == [false, false], "seed \(seed)")
    #expect(try excesses(random.network) == [true, true], "seed \(seed)")
  }
}
