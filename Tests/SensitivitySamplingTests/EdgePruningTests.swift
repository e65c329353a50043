// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks
import SensitivitySampling
import TestSupport
import Testing

@Suite struct EdgePruningTests {
  private let network: Network
  private let inputs: Matrix

  init() {
    var draws = stream("edge pruning")
    network = draws.network([10, 20, 20, 4])
    inputs = draws.normals(30, 10)
  }

  /// Distinct draws vary by less than √(edges)/2 about their expectation, rounding of a part's draws by less than half an edge: 12 %
  /// of the size is 6 of these deviations and more.
  @Test(arguments: EdgePruning.Rule.allCases, [200, 400, 600])
  func theSizeIsMet(rule: EdgePruning.Rule, size: Int) {
    var stream = stream(rule.rawValue, trial: size)
    let pruned = EdgePruning(network, inputs: inputs).pruned(by: rule, keeping: size, from: &stream)
    if rule == .largestSensitivities {
      #expect(pruned.nonzeros == size)
    } else {
      expectClose(Double(pruned.nonzeros), Double(size), relative: 0.12, rule.rawValue)
    }
    for (before, after) in zip(network.layers, pruned.layers) {
      let ratios = zip(after.extended.elements, before.extended.elements).map { $0 / $1 }
      #expect(ratios.allSatisfy { $0 >= 0 }, "no weight changes its sign")
      if rule == .largestSensitivities { #expect(ratios.allSatisfy { $0 == 0 || $0 == 1 }) }
    }
  }

  /// With all edges that matter the network answers as before; with one fewer, the least sensitive of all is missing.
  @Test func theLeastSensitiveGoesFirst() throws {
    var stream = stream("least")
    let layers = zip(network.layers, [inputs] + network.responses(to: inputs))
    let parts = layers.map { NeuronPart.all(weights: $0.extended, inputs: $0.extending($1)) }
    let all = parts.joined().flatMap(\.distribution.sensitivities)
    let pruning = EdgePruning(network, inputs: inputs)
    let whole = pruning.pruned(by: .largestSensitivities, keeping: all.count, from: &stream)
    for (z, estimate) in zip(network.responses(to: inputs)[2].elements, whole.responses(to: inputs)[2].elements) {
      expectClose(estimate, z, absolute: 1e-12, relative: 1e-12)
    }
    let one = pruning.pruned(by: .largestSensitivities, keeping: all.count - 1, from: &stream)
    let (layer, part, edge) = try #require(
      parts.enumerated().flatMap { layer, parts in
        parts.flatMap { part in zip(part.edges, part.distribution.sensitivities).map { (layer, part, $0.0, $0.1) } }
      }.min { $0.3 < $1.3 }.map { ($0.0, $0.1, $0.2) })
    #expect(one.layers[layer].extended[edge, part.neuron] == 0)
    #expect(whole.layers[layer].extended[edge, part.neuron] != 0)
  }

  /// Each part of each sum of the first layer is off by at most the sensitivities left out of it.
  @Test func whatIsLeftOutBoundsTheError() {
    var stream = stream("left out")
    let pruned = EdgePruning(network, inputs: inputs).pruned(by: .largestSensitivities, keeping: 300, from: &stream)
    let (before, after) = (network.layers[0].extended, pruned.layers[0].extended)
    var tightest = 0.0
    for part in NeuronPart.all(weights: before, inputs: network.layers[0].extending(inputs)) {
      let factors = part.edges.map { after[$0, part.neuron] == 0 ? 0.0 : 1 }
      var (alone, reduced) = (Matrix(rows: 11, columns: 1), Matrix(rows: 11, columns: 1))
      for (edge, factor) in zip(part.edges, factors) {
        alone[edge, 0] = before[edge, part.neuron]
        reduced[edge, 0] = factor * before[edge, part.neuron]
      }
      let error = largestPartError(of: reduced, for: alone, inputs: network.layers[0].extending(inputs))
      #expect(error <= part.distribution.leftOut(factors) + 1e-12)
      tightest = max(tightest, error / max(part.distribution.leftOut(factors), 1e-300))
    }
    #expect(tightest > 0.9, "with one edge left out the bound is met")
  }

  /// The mean of 4,000 drawn networks is the network: 6 standard errors of each weight, false alarms 2e-9 each, 1e-6 in all.
  @Test(arguments: [EdgePruning.Rule.uniform, .coreNet, .commonTolerance])
  func drawnNetworksAreUnbiased(rule: EdgePruning.Rule) {
    var stream = stream("unbiased \(rule.rawValue)")
    let small = Network(layers: [network.layers[0]], output: .linear)
    let pruning = EdgePruning(small, inputs: inputs)
    let weights = small.layers[0].extended.elements
    var (sums, squares) = (weights.map { _ in 0.0 }, weights.map { _ in 0.0 })
    let trials = 4_000
    for _ in 0..<trials {
      let drawn = pruning.pruned(by: rule, keeping: 120, from: &stream).layers[0].extended.elements
      for i in drawn.indices {
        sums[i] += drawn[i]
        squares[i] += drawn[i] * drawn[i]
      }
    }
    for i in weights.indices {
      let mean = sums[i] / Double(trials)
      let variance = squares[i] / Double(trials) - mean * mean
      expectClose(mean, weights[i], absolute: 6 * (variance / Double(trials)).squareRoot() + 1e-12)
    }
  }

  /// CoreNet's tolerances shrink with the cancellation still to come: it spends more of the size on the first layer.
  @Test func coreNetSpendsMoreOnEarlyLayers() {
    let shares = [EdgePruning.Rule.coreNet, .commonTolerance].map { rule in
      var stream = stream("shares")
      let pruned = EdgePruning(network, inputs: inputs).pruned(by: rule, keeping: 350, from: &stream)
      return Double(pruned.layers[0].nonzeros) / Double(pruned.nonzeros)
    }
    #expect(shares[0] > 1.2 * shares[1])
  }

  /// Few draws bound nothing, so that the hybrid takes the largest; very many of many edges bound better than leaving one out.
  @Test func theHybridTakesTheBetterBound() {
    var stream = stream("hybrid")
    let edges = SensitivityDistribution(uniform: 100_000)
    func factors(_ sensitivities: SensitivityDistribution, _ draws: Int) -> Set<Double> {
      Set(EdgeChoice.hybrid.factors(of: sensitivities, draws: draws, logarithm: 5, from: &stream))
    }
    #expect(factors(SensitivityDistribution([0.5, 0.3, 0.1]), 3).isSubset(of: [0, 1]))
    // Left out: about 10⁵/e of 10⁵ sensitivities of 1; the random bound is √(2·10⁵·5/10⁵) = 3.2 and less.
    #expect(factors(edges, 100_000).contains { $0 > 1 })
    #expect(Set(EdgeChoice.deterministic.factors(of: edges, draws: 100_000, logarithm: 5, from: &stream)) == [0, 1])
  }
}
