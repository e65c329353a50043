// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import LinearAlgebra
import NetTrim
import Networks
import TestSupport
import Testing

@Suite struct LayerExperimentTests {
  private typealias Layer = LayerExperiment

  /// A cell has all that decides what is pruned, and no γ in the parallel scheme.
  @Test(arguments: [PruningScheme.parallel(epsilon: 0.1), .cascade(epsilon: 0.1, gamma: 1)])
  func cellsAndEnsemblesAreTheSame(scheme: PruningScheme) {
    for scale in [SchemeEnsemble.Scale.linkNormalised, .natural(gain: 10)] {
      let ensemble = SchemeEnsemble(
        networks: .trained, scale: scale, depth: 2, width: 3, samples: 20, output: .linear, hasBias: false,
        scheme: scheme)
      #expect(SchemeEnsemble(ensemble.cell) == ensemble)
      #expect(LayerExperiment(.general).problem(with: ensemble.cell) == nil)
      #expect((ensemble.cell[optional: LayerExperiment.gamma] == nil) == (scheme.gamma == nil))
    }
    let cell = LayerExperiment(.general).cell([
      Layer.depth.is(2), Layer.width.is(3), Layer.samples.is(4), Layer.epsilon.is(0.1), Layer.scheme.is(.parallel),
      Layer.gain.is(2),
    ])
    #expect(LayerExperiment(.general).problem(with: cell) != nil, "normalised networks have no gain")
  }

  /// What is stored of a trial is what pruning found, layer by layer, and its success is that of its layers.
  @Test func aTrialHasTheLayersOfItsPruning() throws {
    let ensemble = SchemeEnsemble(
      networks: .dense, depth: 2, width: 4, samples: 12, scheme: .cascade(epsilon: 0.1, gamma: 1.1))
    var workspace = TrialWorkspace()
    let trial = LayerExperiment(.sharp).trial(ensemble.cell, seed: 3, number: 1, in: &workspace)
    let outcome = try #require(trial.outcome)
    let pruning = try ensemble.pruning(seed: 3, trial: 1)
    let layers = [CellTrials(cell: ensemble.cell, trials: [trial])].layers
    #expect(layers.map(\.layer) == [1, 2] && layers.map(\.ensemble) == [ensemble, ensemble])
    for (measured, layer) in zip(layers, pruning.layers) {
      #expect(measured.error == layer.discrepancy && measured.bounds == layer.bounds)
      #expect(measured.isCertified && measured.isOptimal && measured.responseNorm == layer.responseNorm)
      #expect(measured.nonzerosAfter == Double(layer.pruned.nonzeros) && measured.kept <= 1)
    }
    #expect(outcome.success == true)
    #expect(Set(outcome.measurements.map(\.name)) == Set(LayerExperiment(.sharp).quantities.map(\.name)))
  }

  /// The instance is a function of seed and number; its network is as large as asked.
  @Test(arguments: SchemeEnsemble.Networks.allCases, [true, false])
  func instancesAreReproducible(networks: SchemeEnsemble.Networks, isNormalised: Bool) {
    let ensemble = SchemeEnsemble(
      networks: networks, scale: isNormalised ? .linkNormalised : .natural(gain: 1), depth: 3, width: 5, samples: 12,
      scheme: .parallel(epsilon: 0.1))
    let (network, inputs) = ensemble.instance(seed: 1, trial: 2)
    #expect(ensemble.instance(seed: 1, trial: 2).network == network)
    #expect(ensemble.instance(seed: 1, trial: 3).network != network)
    #expect(network.depth == 3 && network.layers[1].neurons == 5 && inputs.rows == 12)
    for layer in network.layers where isNormalised { expectClose(layer.norm1, 1, absolute: 1e-14) }
  }

  /// y = w_L⋯w_1·x: parallel pruning takes the share R of every weight, so that e_2 = (2R − R²)‖y‖, and the spectral bound,
  /// R‖y‖ + |ŵ_2|·R‖y_1‖, is the same; cascade pruning in the second layer takes what e_1 = R‖y_1‖ allows, e_2 = √γ·|w_2|·e_1.
  @Test(arguments: 0..<20)
  func chainsAttainTheBounds(trial: Int) throws {
    var ensemble = SchemeEnsemble(
      networks: .dense, scale: .natural(gain: 10), depth: 2, width: 1, samples: 4, hasBias: false,
      scheme: .parallel(epsilon: 0.1))
    let parallel = try ensemble.pruning(seed: 5, trial: trial)
    ensemble.scheme = .cascade(epsilon: 0.1, gamma: 1.3)
    let cascade = try ensemble.pruning(seed: 5, trial: trial)
    let size = parallel.layers[1].responseNorm
    guard size > 0 else { return }
    expectClose(parallel.layers[1].discrepancy, 0.19 * size, relative: 1e-9)
    expectClose(parallel.layers[1].bounds.sharp, 0.19 * size, relative: 1e-9)
    expectClose(cascade.layers[1].discrepancy, 0.1 * 1.3.squareRoot() * size, relative: 1e-9)
    expectClose(cascade.layers[1].bounds.general, cascade.layers[1].discrepancy, relative: 1e-9)
  }
}
