// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import LinearAlgebra
import Networks
import TestSupport
import Testing

@Suite struct NetworkEnsembleTests {
  @Test(arguments: [1, 0.25, 0.01], [false, true])
  func everyNeuronHasItsNonzeros(density: Double, hasBias: Bool) {
    for depth in 2...6 {
      let widths = Array([20, 30, 12, 16, 9, 24, 5].suffix(depth + 1))
      let ensemble = NetworkEnsemble(widths: widths, density: density, hasBias: hasBias)
      let network = ensemble.network(seed: 1, trial: depth)
      #expect(network.depth == depth && network.output == .relu)
      for (index, layer) in network.layers.enumerated() {
        #expect(layer.inputs == widths[index] && layer.neurons == widths[index + 1])
        let expected = max(1, Int((density * Double(layer.inputs)).rounded()))
        for m in 0..<layer.neurons { #expect(layer.weights.column(m).count { $0 != 0 } == expected) }
        #expect((layer.bias?.count { $0 != 0 } ?? 0) == (hasBias ? layer.neurons : 0))
      }
    }
  }

  /// Weights have variance 2/s: the sum of 40,000 squares is within 5.3 standard errors √(2/n) (false alarm 1e-7).
  @Test(arguments: [1, 0.1])
  func weightsHaveTheirVariance(density: Double) {
    let network = NetworkEnsemble(widths: [400, 100], density: density).network(seed: 1, trial: 0)
    let squares = network.layers[0].weights.elements.dot(network.layers[0].weights.elements)
    let count = density * 40_000
    expectClose(squares / count, 2 / (400 * density), relative: 5.3 * (2 / count).squareRoot())
  }

  @Test func normalisedNetworksHaveNormOne() {
    let ensemble = NetworkEnsemble(widths: [9, 8, 7, 6], density: 0.5, hasBias: true, isLinkNormalised: true)
    for layer in ensemble.network(seed: 2, trial: 0).layers { expectClose(layer.norm1, 1, absolute: 1e-14) }
  }

  @Test func networksAndTheirNamesDiffer() {
    let ensembles = [
      NetworkEnsemble(widths: [9, 8, 7]), NetworkEnsemble(widths: [9, 8, 7], density: 0.5),
      NetworkEnsemble(widths: [9, 8, 7], weights: .signs), NetworkEnsemble(widths: [9, 8, 7], hasBias: true),
      NetworkEnsemble(widths: [9, 8, 7], output: .linear), NetworkEnsemble(widths: [9, 8, 7], isLinkNormalised: true),
      NetworkEnsemble(widths: [9, 87]),
    ]
    #expect(Set(ensembles.map(\.name)).count == ensembles.count)
    #expect(ensembles[0].network(seed: 1, trial: 0) == ensembles[0].network(seed: 1, trial: 0))
    #expect(ensembles[0].network(seed: 1, trial: 0) != ensembles[0].network(seed: 1, trial: 1))
    #expect(ensembles[0].network(seed: 1, trial: 0) != ensembles[0].network(seed: 2, trial: 0))
  }

  @Test func aTeacherAnswersItsSamples() throws {
    let ensemble = NetworkEnsemble(widths: [6, 5, 4], density: 0.5, hasBias: true)
    let data = ensemble.dataSet(30, inputs: .uniform, seed: 1, trial: 3)
    let responses = try #require(ensemble.network(seed: 1, trial: 3).responses(to: data.inputs).last)
    #expect(data.targets == .values(responses) && data.samples == 30)
    #expect(ensemble.network(seed: 1, trial: 3).loss(on: data) == 0)
    #expect(ensemble.network(seed: 1, trial: 4).loss(on: data) > 0.01)
  }
}

@Suite struct NestedSpiralTests {
  /// Without noise a sample lies on its arm: its angle is 2π·turns·radius + π·class.
  @Test func samplesLieOnTheirArms() throws {
    let data = NestedSpirals(samples: 501, turns: 1.75, noise: 0).dataSet(seed: 1, trial: 0)
    guard case .classes(let classes, 2) = data.targets else {
      Issue.record("\(data.targets)")
      return
    }
    #expect(classes.count { $0 == 0 } == 251)
    for (p, arm) in classes.enumerated() {
      let (x, y) = (data.inputs[p, 0], data.inputs[p, 1])
      let radius = hypot(x, y)
      #expect(radius >= 0.1 && radius <= 1)
      let excess = atan2(y, x) - 2 * .pi * 1.75 * radius - .pi * Double(arm)
      expectClose(cos(excess), 1, absolute: 1e-12, "sample \(p)")
    }
    let radii = (0..<501).map { hypot(data.inputs[$0, 0], data.inputs[$0, 1]) }
    // radius² is uniform on [0.01, 1]: its mean is 0.505 within 5.3 standard errors 0.99/√(12·501).
    expectClose(radii.dot(radii) / 501, 0.505, absolute: 5.3 * 0.99 / (12 * 501.0).squareRoot())
  }

  /// Distances to the arms' noiseless points: the noise of both coordinates has mean square 2·noise² (5.3 standard errors).
  @Test func noiseIsAdded() {
    let quiet = NestedSpirals(samples: 3_000, turns: 1, noise: 0)
    let noisy = NestedSpirals(samples: 3_000, turns: 1, noise: 1)
    #expect(quiet.name != noisy.name)
    let inputs = noisy.dataSet(seed: 1, trial: 0).inputs.elements
    // E‖x‖² = E t² + 2.
    expectClose(inputs.dot(inputs) / 3_000, 2.505, absolute: 5.3 * (6.2 / 3_000).squareRoot())
    #expect(noisy.dataSet(seed: 1, trial: 1) != noisy.dataSet(seed: 1, trial: 0))
    #expect(noisy.dataSet(seed: 1, trial: 0) == noisy.dataSet(seed: 1, trial: 0))
  }
}

@Suite struct InitialisationTests {
  /// 100,000 weights: the variance is within 5.3 standard errors.
  @Test(arguments: [(Initialisation.he, 2.0 / 1_000), (.glorot, 2.0 / 1_100)])
  func weightsHaveTheirVariance(initialisation: Initialisation, variance: Double) {
    let network = Network(untrained: [1_000, 100], initialisation: initialisation, seed: 1, trial: 0)
    let weights = network.layers[0].weights.elements
    expectClose(weights.dot(weights) / 100_000, variance, relative: 5.3 * (2 / 100_000.0).squareRoot())
    #expect(network.layers[0].bias == Array(repeating: 0, count: 100))
  }
}
