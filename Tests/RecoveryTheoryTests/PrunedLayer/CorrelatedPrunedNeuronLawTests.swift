// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import RandomStreams
import RecoveryTheory
import TestSupport
import Testing

@Suite struct CorrelatedPrunedNeuronLawTests {
  /// D by quadrature over (g, h), and its derivatives by finite differences.
  @Test(arguments: [(0.7, 1.2, 0.4, 0.3, 0.2), (-0.5, 0.9, 0.2, 0.6, -0.1), (0, 1, 0.8, 0.05, 0)])
  func distanceAndDerivatives(_ mean: Double, _ ω: Double, _ α: Double, _ τ: Double, _ mᵤ: Double) {
    let distance = SampleDistance(samples: 200, deviation: ω, mean: mean, relativeEpsilon: 0.1, isLinear: false)
    let edge = -mean / ω
    let energy = 200 * gaussianMean(cuts: [edge]) { g in pow(max(ω * g + mean, 0), 2) }
    expectClose(distance.energy, energy, relative: 1e-7)
    func value(_ m: Double, _ α: Double, _ τ: Double) -> Double {
      let (active, silent) = (
        gaussianMean(cuts: [edge]) { g in
          g <= edge ? 0 : gaussianMean { h in pow((α - ω) * g + τ * h + m - mean, 2) }
        },
        gaussianMean(cuts: [edge]) { g in
          g > edge ? 0 : gaussianMean(cuts: [-(α * g + m) / τ]) { h in pow(max(α * g + τ * h + m, 0), 2) }
        }
      )
      let excess = max((200 * active).squareRoot() - 0.1 * energy.squareRoot(), 0)
      return (excess * excess + 200 * silent).squareRoot()
    }
    let found = distance.value(mean: mᵤ, along: α, across: τ)
    expectClose(found.distance, value(mᵤ, α, τ), relative: 1e-6)
    let step = 1e-4
    expectClose(found.byMean, (value(mᵤ + step, α, τ) - value(mᵤ - step, α, τ)) / (2 * step), absolute: 1e-4, "m")
    expectClose(found.byAlong, (value(mᵤ, α + step, τ) - value(mᵤ, α - step, τ)) / (2 * step), absolute: 1e-4, "α")
    expectClose(
      found.byAcrossOverAcross * τ, (value(mᵤ, α, τ + step) - value(mᵤ, α, τ - step)) / (2 * step), absolute: 1e-4, "τ")
    let fresh = gaussianMean(cuts: [edge]) { g in
      gaussianMean(cuts: [-(α * g + mᵤ) / τ]) { h in pow(max(α * g + τ * h + mᵤ, 0) - max(ω * g + mean, 0), 2) }
    }
    expectClose(distance.freshError(mean: mᵤ, along: α, across: τ), fresh, relative: 1e-5, "fresh")
  }

  /// With m = 0 and Σ = I each draw is the isotropic scalar problem before its limit: off by O(1/√N), and the mean of 8 draws by 3 %.
  @Test(arguments: [false, true]) func isotropicInputsFollowTheIsotropicLaw(isLinear: Bool) throws {
    let n = 200
    let weights = quantileWeights(n, n)
    let identity = GaussianInputs(mean: Array(repeating: 0, count: n), covariance: .identity(n))
    let law = try CorrelatedPrunedNeuronLaw(
      weights: weights, samples: 600, relativeEpsilon: 0.2, inputs: identity, draws: draws(8, n), isLinear: isLinear)
    let limit = try PrunedNeuronLaw(weights: weights, samples: 600, relativeEpsilon: 0.2, isLinear: isLinear)
    expectClose(law.kept, limit.kept, relative: 0.04)
    expectClose(law.norm1Ratio, limit.norm1Ratio, relative: 0.03)
    expectClose(law.freshError, limit.freshError, relative: 0.05)
  }

  /// Inputs in other units are the same inputs: w_j/c with inputs c·x_j gives û_j/c, and with all c equal the same numbers.
  @Test func unitsDoNotMatter() throws {
    let weights = quantileWeights(40, 40)
    let mean = (0..<40).map { 0.3 * sin(Double($0)) }
    var covariance = Matrix.identity(40)
    for i in 0..<40 { for j in 0..<40 where i != j { covariance[i, j] = pow(0.5, Double(abs(i - j))) } }
    func law(_ c: Double) throws -> CorrelatedPrunedNeuronLaw {
      let inputs = GaussianInputs(
        mean: c * mean, covariance: Matrix(rows: 40, columns: 40, elements: (c * c) * covariance.elements))
      return try CorrelatedPrunedNeuronLaw(
        weights: (1 / c) * weights, samples: 100, relativeEpsilon: 0.2, inputs: inputs, draws: draws(1, 40))
    }
    let (one, other) = (try law(1), try law(1000))
    expectClose(other.norm1Ratio, one.norm1Ratio, relative: 1e-4)
    expectClose(other.freshError, one.freshError, relative: 1e-4)
  }

  /// Net-Trim on ReLU outputs of a random layer of N = 60, P = 180, R = .2: 30 trials, with 5.5 standard errors (false alarms below 1e-7)
  /// and 6 % for what two moments do not say.
  @Test func outputsOfARandomLayerFollowTheirMoments() throws {
    let (n, samples) = (60, 180)
    var stream = RandomStream(StreamKey(seed: 15, content: "pruned law", trial: 0, purpose: "layer"))
    let first = Matrix(rows: n, columns: n, elements: (0..<(n * n)).map { _ in stream.normal() / 60.0.squareRoot() })
    func outputs(_ count: Int, _ trial: UInt32) -> Matrix {
      let activities = normalSamples(count, n, trial: trial) * first
      return Matrix(rows: count, columns: n, elements: activities.elements.map { max($0, 0) })
    }
    let weights = quantileWeights(n, n)
    let population = outputs(20_000, 1000)
    let law = try CorrelatedPrunedNeuronLaw(
      weights: weights, samples: samples, relativeEpsilon: 0.2, inputs: GaussianInputs(samples: population),
      draws: draws(12, n))
    let target = (population * weights).map { max($0, 0) }
    var trials: [[Double]] = []
    for trial in 0..<30 {
      let inputs = outputs(samples, UInt32(trial))
      let responses = Matrix(column: (inputs * weights).map { max($0, 0) })
      let program = try LayerProgram(
        inputs: inputs, responses: responses, epsilon: 0.2 * responses.elements.norm2)
      let u = program.solve().weights.elements
      let error = ((population * u).map { max($0, 0) } - target).norm2 / target.norm2
      trials.append([Double(u.count { $0 != 0 }), u.norm1 / weights.norm1, error])
    }
    for (k, expected) in [law.kept, law.norm1Ratio, law.freshError].enumerated() {
      let values = trials.map { $0[k] }
      let mean = values.reduce(0, +) / 30
      let error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 29 / 30).squareRoot()
      expectClose(mean, expected, absolute: 5.5 * error, relative: 0.06, "quantity \(k)")
    }
  }

  /// The multiplier is the slope of ‖û‖₁ in ½ε², here by finite differences of the same draw.
  @Test func theMultiplierIsASlope() throws {
    let n = 80
    let inputs = GaussianInputs(mean: (0..<n).map { 0.2 * cos(Double($0)) }, covariance: .identity(n))
    let weights = quantileWeights(n, n)
    func law(_ relative: Double) throws -> CorrelatedPrunedNeuronLaw {
      try CorrelatedPrunedNeuronLaw(
        weights: weights, samples: 240, relativeEpsilon: relative, inputs: inputs, draws: draws(1, n))
    }
    let (low, middle, high) = (try law(0.29), try law(0.3), try law(0.31))
    let energy = 240 * middle.responseNorm * middle.responseNorm
    let slope = (high.norm1Ratio - low.norm1Ratio) * weights.norm1 / (energy * (0.31 * 0.31 - 0.29 * 0.29) / 2)
    expectClose(middle.multiplier, -slope, relative: 0.03)
  }

  /// Neurons of one shape and other sizes under one ball of isotropic inputs: the closed layer law, up to the noise of 6 draws.
  @Test func neuronsUnderOneBallShareIt() throws {
    let n = 150
    let weights = [1.0, 0.6, 0.2].map { $0 * quantileWeights(n, n) }
    let identity = GaussianInputs(mean: Array(repeating: 0, count: n), covariance: .identity(n))
    let law = try CorrelatedPrunedLayerLaw(
      weights: weights, samples: 450, relativeEpsilon: 0.3, inputs: identity, draws: draws(6, n), workers: 2)
    let limit = try PrunedLayerLaw(weights: weights, samples: 450, goal: .relativeEpsilon(0.3))
    for (neuron, expected) in zip(law.neurons, limit.neurons) {
      expectClose(neuron.relativeEpsilon, expected.relativeEpsilon, relative: 0.05)
    }
    // The largest neuron has the smallest share of its responses to lose, the smallest the largest.
    #expect(law.neurons[0].relativeEpsilon < 0.29 && law.neurons[2].relativeEpsilon > 0.6)
    let powers = law.neurons.map { pow($0.relativeEpsilon * $0.responseNorm, 2) }
    let power = law.neurons.reduce(0) { $0 + $1.responseNorm * $1.responseNorm }
    expectClose(powers.reduce(0, +) / power, 0.09, relative: 1e-5)
    expectClose(law.kept, limit.kept, relative: 0.05)
    expectClose(law.freshError, limit.freshError, relative: 0.05)
  }

  @Test func constantNeuronsOfALayerAreCounted() throws {
    let identity = GaussianInputs(mean: Array(repeating: 0, count: 20), covariance: .identity(20))
    let law = try CorrelatedPrunedLayerLaw(
      weights: [quantileWeights(20, 20), Array(repeating: 0, count: 20)], samples: 60, relativeEpsilon: 0.3,
      inputs: identity, draws: draws(1, 20))
    #expect(law.constantNeurons == 1 && law.neurons.count == 1)
  }

  @Test func neuronsThatDoNotVaryHaveNoLaw() throws {
    let inputs = GaussianInputs(mean: [1, 0], covariance: Matrix(rows: 2, columns: 2, elements: [0, 0, 0, 1]))
    func law(_ weights: [Double]) throws {
      _ = try CorrelatedPrunedNeuronLaw(
        weights: weights, samples: 10, relativeEpsilon: 0.2, inputs: inputs, draws: draws(1, 2))
    }
    #expect(throws: PrunedLawError.constantResponse) { try law([1, 0]) }
    #expect(throws: PrunedLawError.zeroWeights) { try law([0, 0]) }
    // Silent but for a chance of 1e-350.
    #expect(throws: PrunedLawError.constantResponse) { try law([-40, 1]) }
  }

  private func draws(_ count: Int, _ dimension: Int) -> [[Double]] {
    (0..<count).map { trial in
      var stream = RandomStream(
        StreamKey(seed: 15, content: "pruned law", trial: UInt32(trial), purpose: "noise"))
      return (0..<dimension).map { _ in stream.normal() }
    }
  }
}

extension Matrix {
  fileprivate static func identity(_ order: Int) -> Matrix {
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order { matrix[i, i] = 1 }
    return matrix
  }
}
