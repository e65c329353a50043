// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import TestSupport
import Testing

@Suite struct SubgaussianTests {
  private typealias Layers = SubgaussianExperiment

  private func outcome(bias: Double, depth: Int, pairs: Int) -> TrialOutcome {
    var workspace = TrialWorkspace()
    let cell = Layers().cell([
      Layers.width.is(10), Layers.depth.is(depth), Layers.bias.is(bias), Layers.pairs.is(pairs),
    ])
    return Layers().measure(cell, seed: 1, trial: 1, in: &workspace)
  }

  /// A first layer of large biases is linear: along its widest direction its outputs are Gaussian of deviation ‖W‖₂, the bound is attained and
  /// 2Q(2) = 4.55 % of the pairs are beyond it. Of 40,000 pairs fewer than 1,600 or more than 2,050 have a probability below 10⁻⁶.
  @Test func aLinearLayerAttainsTheBound() throws {
    let found = outcome(bias: 6, depth: 1, pairs: 40_000)
    let exceeding = try #require(found[Layers.exceeding, item: 1])
    #expect((1_600...2_050).contains(exceeding), "\(exceeding)")
    expectClose(try #require(found[Layers.tails, item: 1]), 1, absolute: 0.06)
    expectClose(try #require(found[Layers.principal, item: 1]), 1, absolute: 0.08)
    #expect(try #require(found[Layers.random, item: 1]) < 0.95)
  }

  /// Layers that are silent vary not at all.
  @Test func aSilentLayerHasNoTails() {
    let found = outcome(bias: -10, depth: 1, pairs: 200)
    #expect(found[Layers.exceeding, item: 1] == 0 && found[Layers.principal, item: 1] == 0)
    #expect(found[Layers.tails, item: 1] == nil)
  }

  /// The norms of all layers are held against products of norms: with each layer the bound is further away.
  @Test func deeperLayersAreFurtherFromTheBound() throws {
    let found = outcome(bias: 0, depth: 3, pairs: 4_000)
    let shares = try (1...3).map { try #require(found[Layers.principal, item: $0]) }
    #expect(shares[0] < 1 && shares[1] < shares[0] && shares[2] < shares[1], "\(shares)")
  }
}
