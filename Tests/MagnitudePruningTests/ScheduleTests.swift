// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import LinearAlgebra
import MagnitudePruning
import Networks
import TestSupport
import Testing

@Suite struct ScheduleTests {
  private static let data = NestedSpirals(samples: 200, turns: 1).dataSet(seed: 1, trial: 0)
  private static let settings = TrainingSettings(
    optimiser: .adam(rate: 0.01), epochs: 40, batchSize: 50, dropout: .uniform(inputs: 0, hidden: 0.05))
  private static let network = Network(untrained: [2, 20, 20, 2], seed: 1, trial: 0)
    .trained(on: data, settings, seed: 1, trial: 0).network

  private func rounds(_ schedule: MagnitudePruning.Schedule, _ rules: [MagnitudeRule]) -> [Network] {
    MagnitudePruning(rules: rules, schedule: schedule, retraining: Self.settings)
      .rounds(of: Self.network, on: Self.data, seed: 1, trial: 0)
  }

  private let counts: [MagnitudeRule] = [.nonzeros(30), .nonzeros(60), .nonzeros(20)]

  @Test func oneShotOnlyPrunes() {
    let pruned = rounds(.oneShot, counts)
    #expect(pruned.count == 1)
    let layers = zip(Self.network.layers, [30, 60, 20]).map { $0.pruned(.nonzeros($1)) }
    #expect(pruned[0] == Network(layers: layers, output: .linear).disconnectingDeadNeurons())
  }

  /// Retraining moves the survivors, leaves the others at zero, and lowers the loss.
  @Test func retrainingKeepsThePattern() {
    let (before, after) = (rounds(.oneShot, counts)[0], rounds(.oneShotRetrained, counts)[0])
    for (old, new) in zip(before.layers, after.layers) {
      for (was, value) in zip(old.extended.elements, new.extended.elements) { #expect(was != 0 || value == 0) }
    }
    #expect(after.loss(on: Self.data) < before.loss(on: Self.data))
    #expect(after.nonzeros > before.nonzeros * 9 / 10)
  }

  /// Counts fall by equal factors, and pruned weights stay pruned. Only the middle layer is pruned, and not so far that neurons die.
  @Test func iterationsComeDownByEqualFactors() {
    let pruned = rounds(.iterative(rounds: 3), [.density(1), .nonzeros(300), .density(1)])
    #expect(pruned.count == 3)
    let start = Double(Self.network.layers[1].nonzeros)
    for (round, network) in pruned.enumerated() {
      let expected = start * pow(300 / start, Double(round + 1) / 3)
      #expect(Double(network.layers[1].nonzeros) == expected.rounded(), "round \(round)")
      for index in [0, 2] { #expect(network.layers[index].nonzeros == Self.network.layers[index].nonzeros) }
    }
    for (earlier, later) in zip(pruned, pruned.dropFirst()) {
      for (was, value) in zip(earlier.layers[1].weights.elements, later.layers[1].weights.elements) {
        #expect(was != 0 || value == 0)
      }
    }
  }

  @Test func aQualityPrunesInEveryRound() {
    let pruned = rounds(.iterative(rounds: 3), Array(repeating: .quality(0.3), count: 3))
    let counts = ([Self.network] + pruned).map(\.nonzeros)
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 > $1 }, "\(counts)")
  }

  /// D_r = D_o·√(C_r/C_o): a quarter of the connections halves the rate of the neurons they lead to; the inputs' rate stays.
  @Test func dropoutFallsWithTheConnections() {
    let original = NetworkEnsemble(widths: [8, 8, 8, 2], output: .linear).network(seed: 1, trial: 0)
    let layers = zip(original.layers, [16, 64, 5]).map { $0.pruned(.nonzeros($1)) }
    let pruned = Network(layers: layers, output: .linear)
    let adjusted = Dropout.uniform(inputs: 0.2, hidden: 0.5).adjusted(from: original, to: pruned)
    #expect(adjusted == .layers([0.2, 0.25, 0.5]))
    #expect(adjusted.rates(depth: 3) == [0.2, 0.25, 0.5])
  }
}
