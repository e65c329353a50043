// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks
import SensitivitySampling
import TestSupport
import Testing

@Suite struct SippTests {
  private static let parts: [SippAllocation.Part] = [
    .init(total: 1.5, edges: 8, weight: 0.05), .init(total: 4, edges: 20, weight: 0.05),
    .init(total: 4, edges: 6, weight: 0.05), .init(total: 2, edges: 30, weight: 0.25),
    .init(total: 7, edges: 40, weight: 0.25),
  ]

  private func objective(_ sizes: [Double]) -> Double {
    zip(Self.parts, sizes).reduce(0) { $0 + $1.0.weight * SippAllocation.error(total: $1.0.total, size: $1.1) }
  }

  /// The conditions of Karush, Kuhn and Tucker by finite differences: one marginal for all inner sizes, a larger one where a part is whole;
  /// and no exchange of 0.1 edges between two parts is better.
  @Test(arguments: [1.0, 20, 60, 100])
  func theAllocationIsOptimal(size: Double) {
    let sizes = SippAllocation(Self.parts).sizes(size)
    expectClose(sizes.reduce(0, +), size, relative: 1e-10)
    let marginals = zip(Self.parts, sizes).map { part, size in
      let step = 1e-5 * size
      func error(_ size: Double) -> Double { part.weight * SippAllocation.error(total: part.total, size: size) }
      return (error(size - step) - error(size + step)) / (2 * step)
    }
    let inner = Self.parts.indices.filter { sizes[$0] < Double(Self.parts[$0].edges) * (1 - 1e-9) }
    for index in Self.parts.indices {
      if inner.contains(index) {
        expectClose(marginals[index], marginals[inner[0]], relative: 1e-7)
      } else {
        #expect(marginals[index] > marginals[inner[0]])
      }
    }
    for (from, to) in sizes.indices.flatMap({ i in sizes.indices.map { (i, $0) } }) where from != to {
      var other = sizes
      let moved = min(0.1, sizes[from] / 2)
      (other[from], other[to]) = (other[from] - moved, other[to] + moved)
      #expect(other[to] > Double(Self.parts[to].edges) || objective(other) > objective(sizes))
    }
  }

  /// Nothing, and all there is. For u → ∞ errors go like S/m: of two equal layers' parts one with 4 S has twice the size.
  @Test func theAllocationHasItsLimits() {
    let allocation = SippAllocation(Self.parts)
    #expect(allocation.sizes(0) == [0, 0, 0, 0, 0] && allocation.sizes(104) == [8, 20, 6, 30, 40])
    let two = SippAllocation([.init(total: 1, edges: 100, weight: 1), .init(total: 4, edges: 100, weight: 1)])
    let sizes = two.sizes(0.03)
    expectClose(sizes[1] / sizes[0], 2, relative: 1e-3)
  }

  private let network: Network
  private let inputs: Matrix

  init() {
    var draws = stream("sipp")
    network = draws.network([10, 20, 20, 4])
    inputs = draws.normals(30, 10)
  }

  /// All biases stay; what is kept as it is has the size exactly, and draws vary by less than √(edges)/2 about their expectation.
  @Test(arguments: SippPruning.Rule.allCases, [250, 400, 600])
  func theSizeIsMet(rule: SippPruning.Rule, size: Int) {
    var stream = stream(rule.rawValue, trial: size)
    let pruned = SippPruning(network, inputs: inputs).pruned(by: rule, keeping: size, from: &stream)
    for (before, after) in zip(network.layers, pruned.layers) {
      #expect(before.bias == after.bias)
      let ratios = zip(after.weights.elements, before.weights.elements).map { $0 / $1 }
      #expect(ratios.allSatisfy { $0 >= 0 }, "no weight changes its sign")
      if rule != .random { #expect(ratios.allSatisfy { $0 == 0 || $0 == 1 }) }
    }
    if rule == .random {
      expectClose(Double(pruned.nonzeros), Double(size), relative: 0.12)
    } else {
      #expect(pruned.nonzeros == size)
    }
  }

  /// With the size of all weights every rule answers as the network does.
  @Test(arguments: [SippPruning.Rule.hybrid, .deterministic])
  func wholeNetworksAnswerAsBefore(rule: SippPruning.Rule) {
    var stream = stream("whole")
    let pruned = SippPruning(network, inputs: inputs).pruned(by: rule, keeping: network.nonzeros, from: &stream)
    for (z, estimate) in zip(network.responses(to: inputs)[2].elements, pruned.responses(to: inputs)[2].elements) {
      expectClose(estimate, z, absolute: 1e-12, relative: 1e-12)
    }
  }

  /// n equal things: n(1 − (1 − 1/n)^m) = k has one m; no more than all but one are asked for.
  @Test func drawsFindWhatIsWanted() {
    let distribution = SensitivityDistribution([0.5, 0.1, 0.9, 0.5, 0.2, 0.7])
    for count in 2...5 {
      let draws = Double(distribution.draws(distinct: count))
      #expect(distribution.expectedDistinct(draws: draws - 1) < Double(count))
      #expect(distribution.expectedDistinct(draws: draws + 1) > Double(count))
    }
    #expect(distribution.draws(distinct: 6) == distribution.draws(distinct: 5))
    #expect(distribution.draws(distinct: 1) == 1 && SensitivityDistribution([2]).draws(distinct: 1) == 1)
  }
}
