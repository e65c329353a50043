// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
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
    #expect(finding(trials([0.95, 1])).verdict == .consistent)
    #expect(finding(trials([0.5, 1.001])).verdict == .refuted && finding(trials([0.5, 1.001])).violations == 1)
    #expect(finding(trials([0.5]), trials([1.001])).verdict == .refuted)
    // Half of a bound says little of it, in whichever layer.
    #expect(finding(trials([0.95, 0.5])).verdict == .inconclusive && finding(trials([0.95, 0.5])).detectable == 0.5)
    #expect(finding(trials([1.001], allowance: 0.002)).verdict == .consistent)
    #expect(finding(trials([.nan])).verdict == .refuted, "an error that is no number is within no bound")
  }

  @Test func onlyCertifiedLayersCount() {
    let (uncertified, fine) = (trials([2], isCertified: false), trials([0.95]))
    let found = finding(uncertified, fine)
    #expect(found.verdict == .consistent && found.trials == 2 && found.hypothesesCertified == 1)
    #expect(found.measured == 0.95)
    #expect(finding(uncertified).verdict == .inconclusive)
  }

  /// A layer whose responses all vanish has error and bound 0.
  @Test func silentLayersHaveNoRatio() { #expect(finding(trials([0], bound: 0)).measured == 0) }

  /// A trial that failed is no layer and no evidence.
  @Test func failedTrialsAreNotJudged() {
    let failed = FinishedTrial(number: 2, result: .failure(TrialFailure(message: "singular")))
    let cell = trials([0.95])
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
