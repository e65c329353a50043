// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import NetTrim
import Networks
import TestSupport
import Testing

private let networks = [
  RandomNetwork(widths: [6, 8, 3], samples: 30, output: .linear, bias: true, seed: 1),
  RandomNetwork(widths: [6, 8, 3], samples: 30, output: .relu, bias: false, seed: 2),
  RandomNetwork(widths: [10, 12, 9, 4], samples: 40, output: .linear, bias: false, seed: 3),
  RandomNetwork(widths: [10, 12, 9, 4], samples: 40, output: .relu, bias: true, seed: 4),
  RandomNetwork(widths: [8, 10, 10, 10, 4], samples: 40, output: .relu, bias: true, seed: 5),
  RandomNetwork(widths: [5, 7, 7, 7, 7, 7, 3], samples: 40, output: .linear, bias: true, density: 0.5, seed: 6),
]

private let relativeTolerances = [0, 1e-13, 0.05, 0.3]

/// The program of a layer, evaluated from its definition.
private struct PlainProgram {
  /// √Σ_Ω (uᵀx − y)², and the largest uᵀx − v off Ω.
  private(set) var residual = 0.0
  private(set) var violation = 0.0
  private(set) var scale = 0.0

  init(_ layer: Layer, inputs: [[Double]], responses: [[Double]], slack: [[Double]]?, isRectified: Bool) {
    for p in inputs.indices {
      for (m, z) in plainActivities(layer, inputs[p]).enumerated() {
        if !isRectified || responses[p][m] > 0 {
          residual += (z - responses[p][m]) * (z - responses[p][m])
          scale = max(scale, abs(responses[p][m]))
        } else {
          violation = max(violation, z - (slack?[p][m] ?? 0))
          scale = max(scale, abs(slack?[p][m] ?? 0))
        }
      }
    }
    residual = residual.squareRoot()
  }
}

private func norm(_ rows: [[Double]]) -> Double { distance(rows, rows.map { $0.map { _ in 0 } }) }

private func rows(_ matrix: Matrix) -> [[Double]] { (0..<matrix.rows).map { matrix.row($0) } }

/// Hypotheses and conclusions of both theorems, recomputed from the weights alone.
private func expectSound(_ pruning: Pruning, _ random: RandomNetwork, cascade: Bool, _ label: String) {
  let (network, inputs) = (random.network, random.inputs)
  let before = PlainSignals(network, inputs)
  let after = PlainSignals(pruning.pruned, inputs)
  #expect(pruning.hypothesesCertified, "\(label)")
  for (l, layer) in pruning.layers.enumerated() {
    let label = "\(label), layer \(l)"
    let source = cascade ? after : before
    let signal = l == 0 ? rows(inputs) : source.responses[l - 1]
    let slack = cascade && l > 0 ? signal.map { plainActivities(network.layers[l], $0) } : nil
    let found = PlainProgram(
      pruning.pruned.layers[l], inputs: signal, responses: before.responses[l], slack: slack,
      isRectified: network.isRectified(l))
    let size = norm(before.responses[l])
    #expect(found.residual <= layer.epsilon * (1 + 1e-9) + 3e-14 * size, "\(label): residual")
    #expect(found.violation <= 1e-9 * found.scale, "\(label): violation")
    #expect(plainNorm1(pruning.pruned.layers[l]) <= plainNorm1(network.layers[l]) * (1 + 1e-9), "\(label): norm")
    #expect(pruning.pruned.layers[l] == layer.pruned && network.layers[l] == layer.original)
    let error = distance(after.responses[l], before.responses[l])
    expectClose(layer.discrepancy, error, absolute: 1e-13 * size, relative: 1e-9, label)
    let bounds = layer.bounds
    #expect(bounds.allowance <= 1e-8 * (size + norm(signal)), "\(label): allowance \(bounds.allowance)")
    for (name, bound) in [("general", bounds.general), ("sharp", bounds.sharp)] {
      #expect(error <= bound * (1 + 1e-9) + bounds.allowance, "\(label): \(name) bound \(bound), error \(error)")
    }
    #expect(bounds.sharp <= bounds.general * (1 + 1e-9) + bounds.allowance, "\(label): sharp above general")
  }
}

@Suite struct SchemeTests {
  @Test(arguments: networks, relativeTolerances)
  func parallelLayersAreFeasibleAndWithinTheBounds(random: RandomNetwork, relative: Double) throws {
    let scheme = ParallelScheme(relative: relative, network: random.network, inputs: random.inputs)
    for (epsilon, signal) in zip(scheme.epsilons, PlainSignals(random.network, random.inputs).responses) {
      expectClose(epsilon, relative * norm(signal), relative: 1e-12)
    }
    let pruning = try scheme.prune(random.network, inputs: random.inputs)
    #expect(pruning.layers.map(\.epsilon) == scheme.epsilons)
    expectSound(pruning, random, cascade: false, "\(random) ε=\(relative)")
  }

  @Test(arguments: networks, relativeTolerances)
  func cascadeLayersAreFeasibleAndWithinTheBounds(random: RandomNetwork, relative: Double) throws {
    for gamma in random.bias ? [1.1] : [1] {
      let scheme = CascadeScheme(relative: relative, gamma: gamma, network: random.network, inputs: random.inputs)
      let pruning = try scheme.prune(random.network, inputs: random.inputs)
      let label = "\(random) ε=\(relative) γ=\(gamma)"
      expectSound(pruning, random, cascade: true, label)
      // ε_ℓ from its definition.
      let before = PlainSignals(random.network, random.inputs)
      let after = PlainSignals(pruning.pruned, random.inputs)
      for l in random.network.layers.indices.dropFirst() {
        let planted = PlainProgram(
          random.network.layers[l], inputs: after.responses[l - 1], responses: before.responses[l], slack: nil,
          isRectified: random.network.isRectified(l))
        expectClose(
          pruning.layers[l].epsilon, gamma.squareRoot() * planted.residual,
          absolute: 1e-13 * norm(before.responses[l]), relative: 1e-9, "\(label), layer \(l)")
      }
    }
  }

  /// Fewer samples than inputs, and sparse layers with many ties: what no method solves to the last digit has its hypotheses
  /// certified all the same.
  @Test(arguments: [([8, 20, 20, 20, 5], 15, 0.01), ([8, 12, 12, 12, 5], 60, 0)])
  func hypothesesHoldEvenWhereNoMethodConverges(widths: [Int], samples: Int, relative: Double) throws {
    let random = RandomNetwork(widths: widths, samples: samples, output: .relu, density: 0.3, seed: 5)
    let pruning = try ParallelScheme(relative: relative, network: random.network, inputs: random.inputs)
      .prune(random.network, inputs: random.inputs)
    expectSound(pruning, random, cascade: false, "\(random) ε=\(relative)")
  }

  @Test(arguments: networks)
  func withoutToleranceTheResponsesStayAsTheyAre(random: RandomNetwork) throws {
    let parallel = try ParallelScheme(epsilons: random.network.layers.map { _ in 0 })
      .prune(random.network, inputs: random.inputs)
    let cascade = try CascadeScheme(epsilon: 0, gamma: 1).prune(random.network, inputs: random.inputs)
    for pruning in [parallel, cascade] {
      #expect(pruning.isOptimal, "\(random)")
      for layer in pruning.layers {
        #expect(layer.discrepancy <= 1e-11 * layer.responseNorm, "\(random)")
        #expect(layer.pruned.norm1 <= layer.original.norm1 * (1 + 1e-12), "\(random)")
      }
    }
  }

  /// Twelve 30 %-dense neurons behind twice the samples they need: the weights come back, zeros as exact zeros.
  @Test func plantedWeightsAreRecoveredWithTheirZeros() throws {
    let random = RandomNetwork(widths: [30, 12, 4], samples: 150, bias: false, density: 0.1, seed: 8)
    let network = random.network
    for pruning in [
      try ParallelScheme(epsilons: [0, 0]).prune(network, inputs: random.inputs),
      try CascadeScheme(epsilon: 0, gamma: 1.1).prune(network, inputs: random.inputs),
    ] {
      #expect(pruning.pruned.layers[0].nonzeros == network.layers[0].nonzeros)
      let difference = pruning.pruned.layers[0].extended.elements - network.layers[0].extended.elements
      expectClose(difference.normInfinity, 0, absolute: 1e-12)
    }
  }

  /// Counting non-zeros is counting exact zeros: whatever the method, small entries are none or of some size.
  @Test(arguments: [0, 0.01, 0.1]) func prunedWeightsAreZeroOrNot(relative: Double) throws {
    let random = RandomNetwork(widths: [20, 30, 5], samples: 60, seed: 9)
    let pruning = try ParallelScheme(relative: relative, network: random.network, inputs: random.inputs)
      .prune(random.network, inputs: random.inputs)
    for layer in pruning.layers {
      let entries = layer.pruned.extended.elements
      #expect(layer.pruned.nonzeros == entries.count { abs($0) > 1e-12 })
      if relative == 0.1 { #expect(layer.pruned.nonzeros < layer.original.nonzeros) }
    }
  }

  @Test(arguments: networks)
  func parallelIsEveryLayerForItself(random: RandomNetwork) throws {
    let network = random.network
    var scheme = ParallelScheme(relative: 0.05, network: network, inputs: random.inputs)
    let one = try scheme.prune(network, inputs: random.inputs)
    let responses = network.responses(to: random.inputs)
    for index in network.layers.indices {
      let signal = index == 0 ? random.inputs : responses[index - 1]
      let ones = Matrix(column: Array(repeating: 1, count: signal.rows))
      let alone = try LayerProgram(
        inputs: random.bias ? .joiningColumns(signal, ones) : signal, responses: responses[index],
        epsilon: scheme.epsilons[index], activation: network.isRectified(index) ? .relu : .linear
      ).solve()
      #expect(one.pruned.layers[index].extended == alone.weights)
    }
    for workers in [1, 2, 7] {
      scheme.workers = workers
      let other = try scheme.prune(network, inputs: random.inputs)
      #expect(other.pruned == one.pruned)
      #expect(other.layers.map(\.bounds) == one.layers.map(\.bounds))
      #expect(other.layers.map(\.discrepancy) == one.layers.map(\.discrepancy))
    }
  }

  /// Layers whose inputs or responses are all 0, and programs without an active sample.
  @Test(arguments: [0, 0.1], Network.Output.allCases)
  func deadNeuronsCostNothing(relative: Double, output: Network.Output) throws {
    let random = RandomNetwork(widths: [4, 5, 3, 2], samples: 20, output: output, seed: 10)
    let dead = Layer(
      weights: Matrix(rows: 5, columns: 3, elements: (0..<15).map { -Double($0 + 1) }), bias: [-1, -2, -3])
    let deadFirst = Layer(weights: Matrix(rows: 4, columns: 5), bias: Array(repeating: -1, count: 5))
    for network in [random.network.replacing(1, by: dead), random.network.replacing(0, by: deadFirst)] {
      let parallel = try ParallelScheme(relative: relative, network: network, inputs: random.inputs)
        .prune(network, inputs: random.inputs)
      let cascade = try CascadeScheme(relative: relative, gamma: 1, network: network, inputs: random.inputs)
        .prune(network, inputs: random.inputs)
      for pruning in [parallel, cascade] {
        #expect(pruning.isOptimal && pruning.hypothesesCertified)
        for layer in pruning.layers where layer.responseNorm == 0 { #expect(layer.discrepancy == 0) }
      }
      #expect(parallel.layers.contains { $0.responseNorm == 0 && $0.pruned.nonzeros == 0 })
    }
  }
}
