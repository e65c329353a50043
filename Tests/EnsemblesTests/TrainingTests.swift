// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import TestSupport
import Testing

/// Trainings whose end point is known in closed form, or by its stationarity conditions.
@Suite struct TrainingTests {
  private static let samples = normalMatrix(60, 5, "regression samples")
  private static let responses: [Double] = {
    var noise = stream("noise")
    return (samples * [1.5, -2, 0.4, 0, 0]).map { $0 + 0.3 * noise.normal() + 0.7 }
  }()
  private static let regression = DataSet(
    inputs: samples, targets: .values(Matrix(column: responses)))

  private func linear(bias: Bool = false) -> Network {
    Network(layers: [Layer(weights: Matrix(rows: 5, columns: 1), bias: bias ? [0] : nil)], output: .linear)
  }

  private func train(
    _ optimiser: Optimiser, epochs: Int, _ penalty: Penalty = .none, bias: Bool = false
  ) -> Layer {
    let settings = TrainingSettings(
      optimiser: optimiser, epochs: epochs, batchSize: 60, penalty: penalty)
    return linear(bias: bias).trained(on: Self.regression, settings, seed: 1, trial: 0).network.layers[0]
  }

  /// Full-batch descent on ‖Xw + b − y‖²/(2P) ends at the least-squares solution (by LAPACK).
  @Test(arguments: [(Optimiser.sgd(rate: 0.3), 1e-10), (.adam(rate: 0.05), 1e-6)], [false, true])
  func aLinearNetworkEndsAtLeastSquares(method: (optimiser: Optimiser, tolerance: Double), bias: Bool) {
    let expected = linear(bias: bias).layers[0].extending(Self.samples).leastSquares(Self.responses)
    let trained = train(method.optimiser, epochs: 3_000, bias: bias)
    for (found, wanted) in zip(trained.extended.elements, expected) {
      expectClose(found, wanted, absolute: method.tolerance)
    }
  }

  /// With ℓ₂: (XᵀX/P + λI)w = Xᵀy/P, ridge regression. The bias is free: with it, the normal equations leave its row as it is.
  @Test(arguments: [false, true])
  func theL2PenaltyIsRidgeRegression(bias: Bool) throws {
    let lambda = 0.4
    let x = linear(bias: bias).layers[0].extending(Self.samples)
    var normal = x.gram()
    for i in normal.elements.indices { normal.elements[i] /= 60 }
    for i in 0..<5 { normal[i, i] += lambda }
    let expected = try #require(Cholesky(upper: normal)).solve((1.0 / 60) * x.transposeTimes(Self.responses))
    let trained = train(.sgd(rate: 0.3), epochs: 1_500, Penalty(l2: lambda), bias: bias)
    for (found, wanted) in zip(trained.extended.elements, expected) { expectClose(found, wanted, absolute: 1e-10) }
  }

  /// With ℓ₁ the end point is stationary: g_j = −λ·sign(w_j), or w_j is exactly 0 and |g_j| ≤ λ; both kinds occur.
  @Test(arguments: [(Optimiser.sgd(rate: 0.3), 1e-10), (.adam(rate: 0.02, memory: 0.99), 1e-6)])
  func theL1PenaltyLeavesExactZerosAtAStationaryPoint(optimiser: Optimiser, tolerance: Double) {
    let lambda = 0.5
    let w = train(optimiser, epochs: 3_000, Penalty(l1: lambda)).weights.elements
    let gradient = (1.0 / 60) * Self.samples.transposeTimes(Self.samples * w - Self.responses)
    for (entry, slope) in zip(w, gradient) {
      if entry == 0 {
        #expect(abs(slope) < lambda)
      } else {
        expectClose(slope, entry > 0 ? -lambda : lambda, absolute: tolerance)
      }
    }
    #expect(w.count { $0 == 0 } == 3, "\(w)")
  }

  /// At the minimum of logistic regression the residual 1[class k] − p_k is orthogonal to every input and to the constant.
  @Test func logisticRegressionIsStationary() {
    let labels = Self.responses.map { $0 > 0.9 ? 2 : $0 > -0.5 ? 1 : 0 }.enumerated().map { ($0 * 7) % 5 == 0 ? 0 : $1 }
    let data = DataSet(inputs: Self.samples, targets: .classes(labels, count: 3))
    let start = Network(
      layers: [Layer(weights: Matrix(rows: 5, columns: 3), bias: [0, 0, 0])], output: .linear)
    let settings = TrainingSettings(optimiser: .sgd(rate: 0.5), epochs: 4_000, batchSize: 60)
    let trained = start.trained(on: data, settings, seed: 1, trial: 0)
    let outputs = trained.network.responses(to: Self.samples)[0]
    for k in 0..<3 {
      let residual = (0..<60).map { p in
        (labels[p] == k ? 1 : 0) - exp(outputs[p, k]) / outputs.row(p).reduce(0) { $0 + exp($1) }
      }
      expectClose(residual.reduce(0, +), 0, absolute: 1e-8)
      expectClose(Self.samples.transposeTimes(residual).normInfinity, 0, absolute: 1e-8)
    }
    #expect(trained.losses[3_999] < trained.losses[0] - 0.1)
    expectClose(trained.losses[0], log(3), absolute: 1e-14)
  }

  /// Three steps of Adam by hand for w₀ = 1 and ½(w − 3)², rate 0.1, momentum 0.9, memory 0.99, ε = 0.01, from a
  /// 30-digit calculation (Tests/Fixtures/adam.py).
  @Test func adamTakesTheStepsOfItsPaper() {
    let data = DataSet(inputs: Matrix(column: [1]), targets: .values(Matrix(column: [3])))
    let expected = [1.09950248756218905, 1.19883928223034846, 1.29789571314024246]
    for epochs in 1...3 {
      let settings = TrainingSettings(
        optimiser: .adam(rate: 0.1, momentum: 0.9, memory: 0.99, epsilon: 0.01), epochs: epochs, batchSize: 1)
      let start = Network(layers: [Layer(weights: Matrix(column: [1]))], output: .linear)
      let trained = start.trained(on: data, settings, seed: 1, trial: 0)
      expectClose(trained.network.layers[0].weights[0, 0], expected[epochs - 1], relative: 1e-14)
    }
  }

  /// ½(w − 3)² from w = 1 at rates ½, ¼ and 0: 1 → 2 → 2.25 → 2.25.
  @Test func theRateFallsLinearly() {
    let data = DataSet(inputs: Matrix(column: [1]), targets: .values(Matrix(column: [3])))
    let settings = TrainingSettings(optimiser: .sgd(rate: 0.5), finalRate: 0, epochs: 3, batchSize: 1)
    let start = Network(layers: [Layer(weights: Matrix(column: [1]))], output: .linear)
    let training = start.trained(on: data, settings, seed: 1, trial: 0)
    #expect(training.network.layers[0].weights[0, 0] == 2.25)
    #expect(training.losses == [2, 0.5, 0.28125])
  }

  /// Five unit vectors in batches of two: every weight is met once, at 1/2 of its gradient, but one, alone in the last
  /// batch, at the whole; which one is drawn anew in each trial.
  @Test func anEpochTakesEverySampleOnce() {
    var identity = Matrix(rows: 5, columns: 5)
    for i in 0..<5 { identity[i, i] = 1 }
    let data = DataSet(inputs: identity, targets: .values(Matrix(column: [1, 1, 1, 1, 1])))
    let settings = TrainingSettings(optimiser: .sgd(rate: 1), epochs: 1, batchSize: 2)
    let last = (0..<40).map { trial in
      let training = linear().trained(on: data, settings, seed: 1, trial: trial)
      let weights = training.network.layers[0].weights.elements
      #expect(weights.sorted() == [0.5, 0.5, 0.5, 0.5, 1] && training.losses == [0.5])
      return weights.firstIndex(of: 1)
    }
    // A sample is never the last in 40 uniform orders with probability 1.3e-4; for this seed each one is.
    #expect(Set(last).count == 5)
  }

  @Test func aDivergedTrainingSaysSo() {
    let settings = TrainingSettings(optimiser: .sgd(rate: 50), epochs: 1_000, batchSize: 60)
    let training = linear().trained(on: Self.regression, settings, seed: 1, trial: 0)
    #expect(training.losses.last?.isFinite == false && training.losses.count < 1_000)
  }
}

/// Networks for the spirals.
@Suite struct SpiralTrainingTests {
  private static let spirals = NestedSpirals(samples: 400).dataSet(seed: 2, trial: 0)
  private static let settings = TrainingSettings(
    optimiser: .adam(rate: 0.01), epochs: 5, batchSize: 70, dropout: .uniform(inputs: 0, hidden: 0.1),
    penalty: Penalty(l1: 1e-4))

  private static func train(
    _ settings: TrainingSettings = settings, from start: Network? = nil, seed: UInt64 = 3, trial: Int = 0,
    stage: Int = 0
  ) -> Training {
    let network = start ?? Network(untrained: [2, 30, 20, 2], seed: 3, trial: 0)
    return network.trained(
      on: spirals, settings, keeping: start.map(SparsityPattern.init), seed: seed, trial: trial, stage: stage)
  }

  @Test func theResultDependsOnItsKeyOnly() async {
    let alone = Self.train()
    let together = await withTaskGroup(of: Training.self) { group in
      for _ in 0..<4 { group.addTask { Self.train() } }
      return await group.reduce(into: [Training]()) { $0.append($1) }
    }
    #expect(together.allSatisfy { $0.network == alone.network && $0.losses == alone.losses })
    let others = [Self.train(seed: 4), Self.train(trial: 1), Self.train(stage: 1)]
    #expect(Set(([alone] + others).map(\.network)).count == 4)
  }

  /// Pruned weights stay at zero, and those that remain are trained.
  @Test func aPatternIsKept() {
    var start = Network(untrained: [2, 30, 20, 2], seed: 3, trial: 0)
    for index in 0..<3 {
      var layer = start.layers[index]
      for i in stride(from: index, to: layer.weights.elements.count, by: 2) { layer.weights.elements[i] = 0 }
      layer.bias = layer.bias!.indices.map { $0 % 2 == 0 ? 0 : 0.1 }
      start = start.replacing(index, by: layer)
    }
    var settings = Self.settings
    settings.penalty = Penalty(l2: 1e-3)
    let trained = Self.train(settings, from: start).network
    for (before, after) in zip(start.layers, trained.layers) {
      for (old, new) in zip(before.extended.elements, after.extended.elements) { #expect((old == 0) == (new == 0)) }
    }
    #expect(trained.layers[1].weights != start.layers[1].weights)
  }

  /// A pattern prunes the network it is given with.
  @Test func aPatternIsPutUponTheStart() {
    let dense = Network(untrained: [2, 30, 20, 2], seed: 3, trial: 0)
    var sparse = dense
    for index in 0..<3 {
      var layer = dense.layers[index]
      for i in stride(from: 0, to: layer.weights.elements.count, by: 3) { layer.weights.elements[i] = 0 }
      sparse = sparse.replacing(index, by: layer)
    }
    let settings = TrainingSettings(epochs: 0, batchSize: 10)
    let training = dense.trained(
      on: Self.spirals, settings, keeping: SparsityPattern(of: sparse), seed: 3, trial: 0)
    #expect(training.network == sparse && training.losses.isEmpty)
  }

  /// More than 98 % of fresh points, for networks of the published kind.
  @Test func theSpiralsAreLearned() {
    let data = NestedSpirals(samples: 1_000).dataSet(seed: 5, trial: 0)
    let settings = TrainingSettings(
      optimiser: .adam(rate: 0.01), epochs: 60, batchSize: 100, dropout: .uniform(inputs: 0, hidden: 0.1))
    let training = Network(untrained: [2, 50, 50, 2], seed: 5, trial: 0).trained(on: data, settings, seed: 5, trial: 0)
    let fresh = NestedSpirals(samples: 2_000).dataSet(seed: 5, trial: 1)
    #expect(training.network.accuracy(on: data) > 0.98)
    #expect(training.network.accuracy(on: fresh) > 0.98)
  }
}
