// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import LinearAlgebra
import NetTrim
import Networks
import TestSupport
import Testing

@Suite struct LayerBoundTests {
  private func check(_ error: Double, _ bound: Double, allowance: Double = 0, isCertified: Bool = true) -> LayerCheck {
    LayerCheck(label: "a layer", error: error, bound: bound, allowance: allowance, isCertified: isCertified)
  }

  @Test func oneCertifiedViolationRefutesABound() {
    #expect([check(0.5, 1), check(1, 1)].finding().verdict == .consistent)
    #expect([check(0.5, 1), check(1.001, 1)].finding().verdict == .refuted)
    #expect([check(0.5, 1), check(1.001, 1)].finding().violations == 1)
    #expect([check(1.001, 1, allowance: 0.002)].finding().verdict == .consistent)
    #expect([check(.nan, 1)].finding().verdict == .refuted, "an error that is no number is within no bound")
  }

  @Test func onlyCertifiedLayersCount() {
    let finding = [check(2, 1, isCertified: false), check(0.5, 1)].finding()
    #expect(finding.verdict == .consistent && finding.trials == 2 && finding.hypothesesCertified == 1)
    #expect(finding.measured == 0.5)
    #expect([check(2, 1, isCertified: false)].finding().verdict == .inconclusive)
  }

  /// A layer whose responses all vanish has error and bound 0.
  @Test func silentLayersHaveNoRatio() { #expect([check(0, 0)].finding().measured == 0) }

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
