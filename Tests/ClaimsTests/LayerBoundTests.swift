// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import LinearAlgebra
import NetTrim
import Networks
import TestSupport
import Testing

@Suite struct LayerBoundTests {
  private typealias Layer = LayerExperiment

  /// A cell of one trial, whose layers have the given errors, all bounds 1 and the given allowance.
  private func trials(
    _ errors: [Double], bound: Double = 1, allowance: Double = 0, isCertified: Bool = true,
    scheme: PruningScheme = .parallel(epsilon: 0.1), output: Network.Output = .relu
  ) -> CellTrials {
    let ensemble = SchemeEnsemble(
      networks: .dense, depth: errors.count, width: 3, samples: 5, output: output, scheme: scheme)
    let measurements = errors.indices.flatMap { index in
      [
        (Layer.error, errors[index]), (Layer.boundNormalised, bound), (Layer.boundGeneral, bound),
        (Layer.boundSharp, bound), (Layer.allowance, allowance), (Layer.certified, isCertified ? 1 : 0),
      ].map { Measurement($0, item: index + 1, $1) }
    }
    return CellTrials(
      cell: ensemble.cell, trials: [FinishedTrial(number: 1, result: .success(TrialOutcome(measurements)))])
  }

  private func finding(
    _ cells: CellTrials..., of claim: LayerBoundClaim = .theorem1, _ variant: ClaimVariant = .stated
  ) -> Finding {
    claim.judge(cells, variant, alarmRate: 1e-5)
  }

  @Test func oneCertifiedViolationRefutesABound() {
    #expect(finding(trials([0.5, 1])).verdict == .consistent)
    #expect(finding(trials([0.5, 1.001])).verdict == .refuted && finding(trials([0.5, 1.001])).violations == 1)
    #expect(finding(trials([0.5]), trials([1.001])).verdict == .refuted)
    #expect(finding(trials([1.001], allowance: 0.002)).verdict == .consistent)
    #expect(finding(trials([.nan])).verdict == .refuted, "an error that is no number is within no bound")
  }

  @Test func onlyCertifiedLayersCount() {
    let (uncertified, fine) = (trials([2], isCertified: false), trials([0.5]))
    let found = finding(uncertified, fine)
    #expect(found.verdict == .consistent && found.trials == 2 && found.hypothesesCertified == 1)
    #expect(found.measured == 0.5)
    #expect(finding(uncertified).verdict == .inconclusive)
  }

  /// A layer whose responses all vanish has error and bound 0.
  @Test func silentLayersHaveNoRatio() { #expect(finding(trials([0], bound: 0)).measured == 0) }

  /// A trial that failed is no layer and no evidence.
  @Test func failedTrialsAreNotJudged() {
    let failed = FinishedTrial(number: 2, result: .failure(TrialFailure(message: "singular")))
    let cell = trials([0.5])
    let found = finding(CellTrials(cell: cell.cell, trials: cell.trials + [failed]))
    #expect(found.trials == 1 && found.verdict == .consistent)
    #expect(finding(CellTrials(cell: cell.cell, trials: [failed])).verdict == .inconclusive)
  }

  /// Of layers beyond every bound each claim sees those that it speaks of.
  @Test(arguments: [
    (LayerBoundClaim.theorem1, 1), (.theorem2, 1), (.propositionS1, 2), (.generalBounds, 4), (.spectralBound, 2),
  ])
  func claimsSpeakOfTheirSchemeAndOutput(claim: LayerBoundClaim, violations: Int) {
    let cells = [PruningScheme.parallel(epsilon: 0.1), .cascade(epsilon: 0.1, gamma: 1.1)].flatMap { scheme in
      [Network.Output.relu, .linear].map { trials([2], scheme: scheme, output: $0) }
    }
    #expect(claim.judge(cells, .stated, alarmRate: 1e-5).violations == violations)
  }

  /// What is false of any network is nine tenths of the bound; theorem 1 is falsified by other networks.
  @Test func theFalseVariantClaimsNineTenths() {
    for claim in [LayerBoundClaim.generalBounds, .spectralBound] {
      #expect(finding(trials([0.89]), of: claim, .falsified).verdict == .consistent)
      #expect(finding(trials([0.91]), of: claim, .falsified).verdict == .refuted)
    }
    #expect(finding(trials([0.91]), of: .theorem1, .falsified).verdict == .consistent)
  }

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

  /// What the search claims to have found is at most the bound, and more than random networks reach.
  @Test(arguments: [PruningScheme.parallel(epsilon: 0.05), .cascade(epsilon: 0.05, gamma: 1.1)])
  func theSearchComesCloserThanChance(scheme: PruningScheme) async {
    let plan = VerificationPlan(budget: .quick, workers: 2)
    let before = await TightnessSearch(scheme, restarts: 4, steps: 0, plan).largestRatios()
    let after = await TightnessSearch(scheme, restarts: 4, steps: 120, plan).largestRatios()
    #expect(after.random > before.random && after.chain > before.chain, "\(before) → \(after)")
    #expect(after.random <= 1 + 1e-9 && after.chain <= 1 + 1e-9, "\(after)")
    #expect(after.chain > 0.6, "\(after)")
  }
}
