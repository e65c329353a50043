// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import LinearAlgebra
import NetTrim
import Networks
import TestSupport
import Testing

private typealias Spiral = SpiralExperiment

/// The cell of networks that are trained on so few points that a test can afford them.
private func cell(_ scheme: SpiralPruning.Scheme, width: Int = 12) -> Cell {
  SpiralExperiment().cell([
    Spiral.width.is(width), Spiral.samples.is(40), Spiral.scheme.is(scheme), Spiral.epsilon.is(0.05),
  ])
}

private func measured(_ experiment: some Experiment, _ cell: Cell, _ number: Int) throws -> TrialOutcome {
  var workspace = TrialWorkspace()
  return try experiment.trial(cell, seed: 7, number: number, in: &workspace).result.get()
}

@Suite struct SpiralNetworksTests {
  private func trial(_ cell: Cell, _ number: Int) throws -> TrialOutcome {
    try measured(SpiralExperiment(), cell, number)
  }

  @Test func theNetworksLearnTheirSpirals() {
    let networks = SpiralNetworks(width: 32)
    let network = networks.network(seed: 7, trial: 1)
    #expect(network.accuracy(on: networks.data(seed: 7, trial: 1)) == 1)
    #expect(network.accuracy(on: networks.freshData(seed: 7, trial: 1)) > 0.97)
    #expect(network.layers.map(\.neurons) == [32, 32, 2] && network.output == .linear)
    #expect(networks.network(seed: 7, trial: 2) != network && networks.network(seed: 8, trial: 1) != network)
  }

  @Test func thePenaltyEmptiesTheMiddleLayer() {
    func weights(_ penalty: SpiralNetworks.Penalty) -> Int {
      let network = SpiralNetworks(width: 24, penalty: penalty, samples: 60).network(seed: 7, trial: 1)
      return network.layers[1].weights.elements.count { $0 != 0 }
    }
    #expect(weights(.none) == 24 * 24 && weights(.l1) < 24 * 24)
  }

  /// The same from the scheme itself, by its own choice of method: one optimum, whatever finds it.
  @Test(arguments: SpiralPruning.Scheme.allCases) func aTrialMeasuresThePrunedNetwork(_ scheme: SpiralPruning.Scheme)
    throws
  {
    let outcome = try trial(cell(scheme), 3)
    let networks = SpiralNetworks(width: 12, samples: 40)
    let (network, inputs) = (networks.network(seed: 7, trial: 3), networks.data(seed: 7, trial: 3).inputs)
    let pruning =
      scheme == .parallel
      ? try ParallelScheme(relative: 0.05, network: network, inputs: inputs).prune(network, inputs: inputs)
      : try CascadeScheme(relative: 0.05, gamma: 1.1, network: network, inputs: inputs).prune(network, inputs: inputs)
    let outputs = (network.responses(to: inputs)[2].elements, pruning.pruned.responses(to: inputs)[2].elements)
    #expect(outcome.success == true && outcome[Spiral.solvedLayers] == 3)
    expectClose(
      try #require(outcome[Spiral.discrepancy]), (outputs.0 - outputs.1).norm2 / outputs.0.norm2, relative: 1e-4)
    for layer in 0..<3 {
      let (before, after) = (network.layers[layer].weights, pruning.pruned.layers[layer].weights)
      #expect(outcome[Spiral.weightsBefore, item: layer + 1] == Double(before.elements.count { $0 != 0 }))
      let counted = Double(after.elements.count { $0 != 0 })
      expectClose(try #require(outcome[Spiral.weightsAfter, item: layer + 1]), counted, absolute: 1)
    }
    let whole = try (1...3).map { try #require(outcome[Spiral.weightsAfter, item: $0]) }.reduce(0, +)
    #expect(outcome[Spiral.weightsAfter] == whole && outcome[Spiral.kept] == whole / (24 + 144 + 24))
    let last = pruning.layers[2]
    expectClose(
      try #require(outcome[Spiral.errorOverBound]), last.discrepancy / last.bounds.general, relative: 1e-4)
  }

  /// Whatever ran before, and although networks are kept.
  @Test func aTrialDependsOnItsNumberAlone() throws {
    let first = try trial(cell(.cascade), 5)
    _ = try trial(cell(.parallel), 6)
    _ = try trial(cell(.cascade, width: 10), 5)
    #expect(try trial(cell(.cascade), 5).measurements == first.measurements)
    #expect(try trial(cell(.cascade), 6).measurements != first.measurements)
  }

  @Test func theFirstTrialHasThePictures() throws {
    let (first, second) = (try trial(cell(.cascade), 1), try trial(cell(.cascade), 2))
    #expect(first[SpiralPicture.marginBefore, item: 1] != nil && second[SpiralPicture.marginBefore, item: 1] == nil)
    let network = SpiralNetworks(width: 12, samples: 40).network(seed: 7, trial: 1)
    for number in [1, 2, 61, 3_600] {
      let place = SpiralPicture.place(ofPixel: number)
      let answer = network.responses(to: Matrix(rows: 1, columns: 2, elements: [place.x, place.y]))[2]
      expectClose(
        try #require(first[SpiralPicture.marginBefore, item: number]), answer[0, 1] - answer[0, 0], absolute: 1e-12)
    }
    for layer in 1...3 {
      for (sizes, weights) in [
        (SpiralPicture.sizesBefore, Spiral.weightsBefore), (SpiralPicture.sizesAfter, Spiral.weightsAfter),
      ] {
        let counts = (1...SpiralPicture.bins).compactMap { first[sizes[layer - 1], item: $0] }
        #expect(counts.count == 41 && counts.reduce(0, +) == first[weights, item: layer])
      }
    }
  }

  /// The lower left, its neighbour to the right and to the top, and the upper right pixel of 60×60 over [−1.15, 1.15]².
  @Test func pixelsRunFromTheLowerLeft() {
    let half = 1.15 / 60
    for (number, x, y) in [
      (1, -1.15 + half, -1.15 + half), (2, -1.15 + 3 * half, -1.15 + half), (61, -1.15 + half, -1.15 + 3 * half),
      (3_600, 1.15 - half, 1.15 - half),
    ] {
      let place = SpiralPicture.place(ofPixel: number)
      expectClose(place.x, x, absolute: 1e-12)
      expectClose(place.y, y, absolute: 1e-12)
    }
  }

  /// All methods but the parallel scheme end with no more non-zeros than the cascade; what magnitude pruning cuts off goes too.
  @Test func magnitudePruningKeepsTheCascadesCounts() throws {
    typealias Pruned = BoundedDiscrepancyExperiment
    func kept(_ method: SpiralMethod) throws -> Double {
      let place = Pruned().cell([
        Pruned.width.is(12), Pruned.samples.is(40), Pruned.epsilon.is(0.2), Pruned.method.is(method),
      ])
      let outcome = try measured(Pruned(), place, 4)
      #expect((outcome[Pruned.relativeBound] != nil) == [.cascade, .parallel].contains(method))
      #expect(outcome[Pruned.noise, item: 4] == 0.12 && outcome[Pruned.accuracy, item: 4] != nil)
      return try #require(outcome[Pruned.kept])
    }
    let cascade = try kept(.cascade)
    #expect(cascade < 0.8)
    #expect(try kept(.magnitude) <= cascade && kept(.magnitude) > 0)
    for method in [SpiralMethod.cascadeRetrained, .magnitudeRetrained, .magnitudeIterative] {
      #expect(try kept(method) <= cascade, "\(method)")
    }
  }
}
