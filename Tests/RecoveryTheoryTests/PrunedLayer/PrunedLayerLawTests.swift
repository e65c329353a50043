// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct PrunedLayerLawTests {
  /// Twelve neurons, the largest of five times the norm of the smallest.
  private let layer = (0..<12).map { m in quantileWeights(60, 30 + 2 * m).map { $0 * pow(5, Double(m) / 11) } }

  @Test(arguments: [0.1, 0.3, 0.6]) func sharesTheBallAtOneMultiplier(relative: Double) throws {
    let law = try PrunedLayerLaw(weights: layer, samples: 180, goal: .relativeEpsilon(relative))
    let energy = law.neurons.reduce(0) { $0 + $1.norm * $1.norm }
    let spent = law.neurons.reduce(0) { $0 + pow($1.relativeEpsilon * $1.norm, 2) }
    expectClose(spent / energy, relative * relative, relative: 1e-12)
    // μ = λ(r − ε)/(Dε), with λK/b = D and b = λD_τ/τ eliminated nowhere: from α, τ and λ alone.
    let living = law.neurons.filter { $0.kept > 0 }
    for neuron in living {
      let (α, τ) = (neuron.alphaOverOmega, neuron.tauOverOmega)
      let (r, ε) = (90.0.squareRoot() * hypot(α - 1, τ), 90.0.squareRoot() * neuron.relativeEpsilon)
      let silent = 90 * ((α * α + τ * τ) * atan2(τ, α) - α * τ) / .pi
      let distance = (pow(r - ε, 2) + silent).squareRoot()
      expectClose(
        neuron.lambda * (r - ε) / (distance * ε) / neuron.norm, living[0].multiplier, relative: 1e-8)
    }
  }

  @Test func equalNeuronsAreNeurons() throws {
    let neuron = try PrunedNeuronLaw(weights: layer[3], samples: 180, relativeEpsilon: 0.25)
    let law = try PrunedLayerLaw(
      weights: Array(repeating: layer[3], count: 5), samples: 180, goal: .relativeEpsilon(0.25))
    for other in law.neurons {
      expectClose(other.relativeEpsilon, 0.25, relative: 1e-12)
      expectClose(other.kept, neuron.kept, relative: 1e-11)
    }
    expectClose(law.freshError, neuron.freshError, relative: 1e-11)
    expectClose(law.norm1Ratio, neuron.norm1Ratio, relative: 1e-11)
  }

  /// A neuron of a thousandth of the norm cannot pay for its samples; one of zeros has nothing to pay with.
  @Test func smallNeuronsGoWhole() throws {
    let weights = [layer[0], layer[1].map { 1e-3 * $0 }, layer[2].map { 0 * $0 }]
    let law = try PrunedLayerLaw(weights: weights, samples: 180, goal: .relativeEpsilon(0.2))
    #expect(law.neurons[1].kept == 0 && law.neurons[1].relativeEpsilon == 1 && law.neurons[1].freshError == 1)
    #expect(law.neurons[2].kept == 0 && law.neurons[2].relativeEpsilon == 0 && law.neurons[2].freshError == 0)
    expectClose(law.relativeEpsilon, 0.2, relative: 1e-12)
  }

  @Test(arguments: [false, true]) func goalsLeadToTheSameTolerance(isLinear: Bool) throws {
    let law = try PrunedLayerLaw(weights: layer, samples: 180, goal: .relativeEpsilon(0.3), isLinear: isLinear)
    for goal in [PrunedLayerLaw.Goal.keptFraction(law.keptFraction), .freshError(law.freshError)] {
      let other = try PrunedLayerLaw(weights: layer, samples: 180, goal: goal, isLinear: isLinear)
      expectClose(other.relativeEpsilon, 0.3, relative: 1e-9)
    }
  }

  /// A single ReLU neuron keeps all of nθ/π weights until it goes whole.
  @Test func goalsOutOfReachSayWhatCanBeHad() {
    do throws(PrunedLawError) {
      _ = try PrunedLayerLaw(weights: [layer[5]], samples: 180, goal: .keptFraction(0.01))
      Issue.record("a share below the last step")
    } catch {
      guard case .outOfReach(_, 0.01, let nearest) = error else { return #expect(Bool(false), "\(error)") }
      #expect(nearest.count == 2 && nearest[0] == 0 && nearest[1] > 0.01)
    }
  }

  @Test(arguments: [false, true]) func leastSamplesForAnExcess(isLinear: Bool) throws {
    let count = try PrunedLayerLaw.samples(
      weights: [layer[0], layer[1]], relativeEpsilon: 0.2, excess: 0.1, isLinear: isLinear)
    let errors = try [count - 1, count].map { samples in
      try PrunedLayerLaw(
        weights: [layer[0], layer[1]], samples: samples, goal: .relativeEpsilon(0.2), isLinear: isLinear
      ).freshError
    }
    #expect(errors[0] > 0.22 && errors[1] <= 0.22)
  }

  /// The law at P/N = 10⁴ is close to its limit, which is the thresholding of weights or the shrinking of neurons.
  @Test(arguments: [false, true]) func manySamplesReachTheFrontier(isLinear: Bool) throws {
    for relative in [0.1, 0.5, 0.9] {
      let limit = try PopulationLimit(weights: layer, relativeEpsilon: relative, isLinear: isLinear)
      let law = try PrunedLayerLaw(
        weights: layer, samples: 600_000, goal: .relativeEpsilon(relative), isLinear: isLinear)
      expectClose(law.norm1Ratio, limit.norm1Ratio, relative: 0.01)
      expectClose(law.freshError, relative, relative: 1e-3)
      // A ReLU neuron about to go keeps weights that in the limit go with it.
      if relative == 0.1 { expectClose(law.kept, limit.kept, absolute: 3) }
    }
  }
}
