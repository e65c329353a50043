// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

private func freshStream() -> RandomStream {
  RandomStream(StreamKey(seed: 5, content: "ensembles", trial: 0, purpose: "test"))
}

private let distributions: [InputDistribution] = [
  .gaussian, .rademacher, .uniform, .sparseGaussian(density: 0.3), .correlated(rho: 0.6), .reluOutputs(layers: 2),
  .student(degrees: 12), .mixture(share: 0.2, scale: 2), .blockCorrelated(rho: 0.4, block: 2), .lowRank(rank: 4),
]

@Test(arguments: distributions, WeightDistribution.simple + [.powerLaw(exponent: 1.5)])
func instancesAreWhatTheyClaim(inputs: InputDistribution, weights: WeightDistribution) {
  let ensemble = PlantedEnsemble(dimension: 12, sparsity: 4, samples: 30, inputs: inputs, weights: weights)
  var stream = freshStream()
  for trial in 0..<20 {
    let neuron = PlantedNeuron(ensemble, seed: 1, trial: trial, stream: &stream)
    let inactive = neuron.inactive(stream: &stream)
    #expect(neuron.support == neuron.support.sorted() && Set(neuron.support).count == 4)
    #expect(neuron.weights.count { $0 != 0 } == 4 && neuron.weights.selecting(neuron.support) == neuron.values)
    #expect(neuron.active.rows + inactive.rows == 30)
    #expect((neuron.active * neuron.weights).allSatisfy { $0 > -1e-14 })
    #expect(neuron.responses.allSatisfy { $0 > 0 })
    expectClose((neuron.active * neuron.weights - neuron.responses).normInfinity, 0, absolute: 1e-13)
    let activities = inactive * neuron.weights
    #expect(activities.allSatisfy { $0 < 1e-14 })
    #expect(activities[..<neuron.ties].allSatisfy { abs($0) < 1e-14 })
  }
}

@Test func anInstanceDoesNotDependOnWhatIsDrawnOfIt() {
  let ensemble = PlantedEnsemble(dimension: 20, sparsity: 3, samples: 25)
  var stream = freshStream()
  let first = PlantedNeuron(ensemble, seed: 1, trial: 4, stream: &stream)
  let inactive = first.inactive(stream: &stream)
  let second = PlantedNeuron(ensemble, seed: 1, trial: 4, stream: &stream)
  #expect(first.active == second.active && first.values == second.values)
  #expect(second.inactive(stream: &stream) == inactive)
  #expect(PlantedNeuron(ensemble, seed: 2, trial: 4, stream: &stream).active != first.active)
  #expect(PlantedNeuron(ensemble, seed: 1, trial: 5, stream: &stream).active != first.active)
}

@Test func degenerateEnsemblesAreDrawn() {
  var stream = freshStream()
  let none = PlantedNeuron(
    PlantedEnsemble(dimension: 5, sparsity: 0, samples: 7), seed: 1, trial: 0, stream: &stream)
  #expect(none.active.rows == 0 && none.ties == 7 && none.inactive(stream: &stream).rows == 7)
  let full = PlantedNeuron(
    PlantedEnsemble(dimension: 1, sparsity: 1, samples: 1), seed: 1, trial: 0, stream: &stream)
  #expect(full.support == [0] && full.active.rows + full.inactive(stream: &stream).rows == 1)
}

/// Second moments E[x_i·x_j] from 40,000 samples, at 5.3 standard errors of an entry bounded by √E[x⁴]: false alarm
/// below 1e-6 over the 15 moments of each law.
@Test(arguments: distributions.filter { $0 != .reluOutputs(layers: 2) && $0 != .lowRank(rank: 4) })
func samplesHaveTheirSecondMoments(inputs: InputDistribution) {
  var stream = freshStream()
  let count = 40_000
  let x = InputSampler(inputs, dimension: 5, stream: &stream).draw(count, from: &stream)
  let moments = Matrix.product(transposed: x, x)
  // Student's: 3(ν − 2)/(ν − 4); the mixture's: 3·(.8 + .2·16)/1.6².
  let fourthMoments: [InputDistribution: Double] = [
    .sparseGaussian(density: 0.3): 10, .student(degrees: 12): 3.75, .mixture(share: 0.2, scale: 2): 4.6875,
  ]
  let fourthMoment = fourthMoments[inputs] ?? 3
  for i in 0..<5 {
    for j in i..<5 {
      var expected = i == j ? 1.0 : 0
      if case .correlated(let rho) = inputs { expected = (i..<j).reduce(1) { product, _ in product * rho } }
      if case .blockCorrelated(let rho, let block) = inputs, i != j { expected = i / block == j / block ? rho : 0 }
      let tolerance = 5.3 * (fourthMoment / Double(count)).squareRoot()
      expectClose(moments[i, j] / Double(count), expected, absolute: tolerance, "\(inputs.name) (\(i), \(j))")
    }
  }
}

/// An active Gaussian sample is half-normal along w* and standard normal across it: E[xᵀw*]/‖w*‖ = √(2/π), and an
/// entry off the support has mean 0. Both at 5.3 standard errors (false alarm 1e-7 each); n ~ Bin(P, ½) likewise.
@Test func activeSamplesAreHalfGaussians() {
  let ensemble = PlantedEnsemble(dimension: 6, sparsity: 2, samples: 40_000)
  var stream = freshStream()
  let neuron = PlantedNeuron(ensemble, seed: 3, trial: 0, stream: &stream)
  let n = Double(neuron.active.rows)
  expectClose(n, 20_000, absolute: 5.3 * 100)
  let along = neuron.responses.reduce(0, +) / n / neuron.values.norm2
  expectClose(along, (2 / Double.pi).squareRoot(), absolute: 5.3 * ((1 - 2 / Double.pi) / n).squareRoot())
  for j in 0..<6 where !neuron.support.contains(j) {
    expectClose(neuron.active.column(j).reduce(0, +) / n, 0, absolute: 5.3 / n.squareRoot(), "entry \(j)")
  }
}

/// He scaling: the mean square of a deep layer's outputs stays that of its inputs, within the spread of one random
/// network of width 400 (a few per cent).
@Test func reluOutputsAreNonnegativeAndKeepTheirScale() {
  var stream = freshStream()
  let x = InputSampler(.reluOutputs(layers: 3), dimension: 400, stream: &stream).draw(200, from: &stream)
  #expect(x.elements.allSatisfy { $0 >= 0 })
  let meanSquare = x.elements.dot(x.elements) / Double(x.elements.count)
  expectClose(meanSquare, 1, absolute: 0.3)
}

/// Given the factor, samples have rank r; over factors, an entry has E[x_i²] = 1 exactly and E[x_i·x_j] = 0, i ≠ j, with variance 1/r of its
/// mean given the factor: 5.3 standard errors of 4,000 factors with one sample each, whose x_i² x_j² has mean at most 3.
@Test func lowRankSamplesHaveTheirRankAndSecondMoments() {
  var stream = freshStream()
  let one = InputSampler(.lowRank(rank: 3), dimension: 8, stream: &stream).draw(20, from: &stream)
  let values = one.singularValues
  #expect(values[2] > 1e-3 && values[3] < 1e-12)
  var moments = Matrix(rows: 3, columns: 3)
  let count = 4000
  for _ in 0..<count {
    let x = InputSampler(.lowRank(rank: 2), dimension: 3, stream: &stream).draw(1, from: &stream)
    moments.elements.add(Matrix.product(transposed: x, x).elements)
  }
  for i in 0..<3 {
    for j in i..<3 {
      expectClose(
        moments[i, j] / Double(count), i == j ? 1 : 0, absolute: 5.3 * (3 / Double(count)).squareRoot(), "(\(i), \(j))")
    }
  }
}
