// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import ConvexRecovery
import Ensembles
import Experiments
import Foundation
import Statistics
import TestSupport
import Testing

/// Judgements of the lemmas on recovery on made-up trials whose verdict is known.
@Suite struct LemmaTests {
  private let alarmRate = 1e-5

  private func trials(_ cell: Cell, _ outcomes: [TrialOutcome]) -> CellTrials {
    CellTrials(
      cell: cell, trials: outcomes.enumerated().map { FinishedTrial(number: $0 + 1, result: .success($1)) })
  }

  @Test(arguments: [
    ([0.2, 0.9], true, ClaimVerdict.consistent), ([0.2, 1.01], true, .refuted), ([-0.01, 0.5], true, .refuted),
    ([-1e-12, 1], true, .consistent), ([2], false, .inconclusive),
  ])
  func theBracketAllowsNothingOutside(positions: [Double], isCertified: Bool, verdict: ClaimVerdict) {
    typealias Bracket = DimensionBracketExperiment
    let cell = Bracket().cell([Bracket.dimension.is(9), Bracket.sparsity.is(1)])
    let cells = positions.map {
      trials(cell, [TrialOutcome([Measurement(Bracket.position, $0), Measurement(Bracket.certified, isCertified)])])
    }
    let claim = StatisticalDimensionBracketClaim()
    #expect(claim.judge(cells, .stated, alarmRate: alarmRate).verdict == verdict)
    #expect(claim.judge(cells, width: 3, alarmRate: alarmRate).verdict != .refuted || positions[0] < -1e-9)
  }

  @Test func oneDisagreementRefutesTheReduction() {
    func verdict(_ instances: ReductionVerdicts...) -> ClaimVerdict { verdict(instances) }
    func verdict(_ instances: [ReductionVerdicts]) -> ClaimVerdict {
      let cell = ActiveSetReductionExperiment().cell(.init(dimension: 20, sparsity: 2, samples: 12))
      return ActiveSetReductionClaim().judge(
        [trials(cell, instances.map(\.outcome))], .stated, alarmRate: alarmRate
      ).verdict
    }
    func instance(
      whole: RecoveryVerdict = .recovered, reduced: RecoveryVerdict = .recovered,
      certificate: RecoveryVerdict = .recovered, strictness: Double = 1
    ) -> ReductionVerdicts {
      ReductionVerdicts(
        wholeProgram: whole, reducedProgram: reduced, reducedCertificate: certificate, strictness: strictness)
    }
    let agreeing = instance()
    let other = instance(reduced: .notRecovered)
    let certificate = instance(certificate: .notRecovered)
    let open = instance(certificate: .undecided)
    let unsolved = instance(whole: .notRecovered, reduced: .undecided)
    let tied = instance(reduced: .notRecovered, strictness: 1e-6)
    let allActive = instance(strictness: .infinity)
    #expect(verdict(Array(repeating: agreeing, count: 230) + [open, tied, unsolved]) == .consistent)
    #expect(verdict(agreeing, open, tied, unsolved) == .inconclusive, "one instance could not break it in a hundred")
    #expect(verdict(agreeing, other) == .refuted)
    #expect(verdict(agreeing, certificate) == .refuted)
    #expect(verdict(tied, unsolved) == .inconclusive)
    #expect(verdict(allActive) == .inconclusive)
  }

  @Test func nullSpacesAreComparedAsSamples() {
    typealias NullSpace = NullSpaceExperiment
    let cell = NullSpace().cell([
      NullSpace.dimension.is(20), NullSpace.sparsity.is(2), NullSpace.activeSamples.is(8),
    ])
    func judge(_ shift: Double, _ count: Int = 200) -> Finding {
      let outcomes = (0..<count).map { value in
        TrialOutcome([
          Measurement(NullSpace.activeAlongWeights, value), Measurement(NullSpace.gaussianAlongWeights, value),
          Measurement(NullSpace.activeAlongCoordinate, Double(value) + shift),
          Measurement(NullSpace.gaussianAlongCoordinate, value),
        ])
      }
      return SignFlipClaim().judge([trials(cell, outcomes)], .stated, alarmRate: alarmRate)
    }
    #expect(judge(10).verdict == .inconclusive && judge(10).trials == 800)
    #expect(judge(70).verdict == .refuted && judge(70).violations == 1)
    #expect(judge(10, 0).verdict == .inconclusive)
  }

  private func comparison(_ successes: Int) -> LawComparison {
    LawComparison([
      LawComparison.Cell(label: "", successes: Proportion(successes: successes, trials: 10_000), predicted: 0.5)
    ])
  }

  @Test func theCertificateLawFallsByEitherMeasurement() {
    let (good, bad) = (comparison(5_000), comparison(5_600))
    func mean(_ value: Double) -> CertificateLawClaim.Mean {
      CertificateLawClaim.Mean(values: RunningSummary((0..<1_000).map { value + Double($0 % 2) / 10 }), expected: 0.5)
    }
    let (near, far) = (mean(0.45), mean(0.46))
    func verdict(_ plain: LawComparison, _ mean: CertificateLawClaim.Mean) -> ClaimVerdict {
      CertificateLawClaim().judge(plain, [mean], alarmRate: alarmRate).verdict
    }
    #expect(verdict(good, near) == .consistent)
    #expect(verdict(bad, near) == .refuted)
    #expect(verdict(good, far) == .refuted)
  }

  /// Where N = s + 1, P(certificate | ‖ξ‖) = 2Φ(1/‖ξ‖) − 1 = erf(1/(√2‖ξ‖)); a block without ξ certifies nothing.
  @Test func blocksAreAveragedAndActiveSamplesCounted() {
    typealias Certificates = CertificateExperiment
    func cell(_ extent: Certificates.Extent) -> Cell { Certificates.cell((2, 1, 20), extent) }
    func block(_ norm: Double) -> TrialOutcome { TrialOutcome([Measurement(Certificates.norm, norm)]) }
    let active = trials(
      cell(.active), (0..<300).map { TrialOutcome(success: $0 < 200, []) })
    func finding(_ blocks: [TrialOutcome]) -> Finding {
      CertificateLawClaim().judge([trials(cell(.block), blocks), active], .stated, alarmRate: alarmRate)
    }
    let found = finding([block(1), block(.nan), block(2), block(0.5)])
    #expect(found.trials == 304 && found.measured == 200.0 / 300)
    let mean = (erf(1 / 2.0.squareRoot()) + erf(0.5 / 2.0.squareRoot()) + erf(2 / 2.0.squareRoot())) / 4
    let without = finding((0..<4_000).map { block($0 % 4 == 0 ? .nan : [1, 2, 0.5][$0 % 4 - 1]) })
    #expect(abs(mean - found.bound) > 0.1 && without.verdict == .refuted, "\(mean) beside \(found.bound)")
  }

  /// The true chain falls with one link, the false chain only with all.
  @Test func theProofChainIsAsStrongAsItsLinks() {
    func link(_ name: String, ratios: [Double] = [0.9, 1]) -> Theorem3ProofLink {
      Theorem3ProofLink(name, ratios: ratios)
    }
    func verdict(_ variant: ClaimVariant, _ links: Theorem3ProofLink...) -> ClaimVerdict {
      Theorem3ProofChainClaim().judge(links, variant, alarmRate: alarmRate).verdict
    }
    let (broken, empty) = (link("b", ratios: [1.01]), link("b", ratios: []))
    #expect(verdict(.stated, link("a"), link("b")) == .consistent)
    #expect(verdict(.stated, link("a"), broken) == .refuted)
    #expect(verdict(.stated, link("a"), empty) == .inconclusive)
    #expect(verdict(.falsified, broken, link("b")) == .inconclusive)
    #expect(verdict(.falsified, broken, broken) == .refuted)
    // S.28: one counterexample refutes, and two hundred and thirty instances are needed to exclude one in a hundred.
    #expect(verdict(.stated, Theorem3ProofLink("S.28", instances: 300, counterexamples: 1)) == .refuted)
    #expect(verdict(.stated, Theorem3ProofLink("S.28", instances: 300, counterexamples: 0)) == .consistent)
    #expect(verdict(.stated, Theorem3ProofLink("S.28", instances: 3, counterexamples: 0)) == .inconclusive)
  }

  /// Without trials the links about s and P alone stand, and the others say nothing.
  @Test func aChainWithoutTrialsIsInconclusive() {
    let claim = Theorem3ProofChainClaim()
    #expect(claim.judge([] as [CellTrials], .stated, alarmRate: alarmRate).verdict == .inconclusive)
    #expect(claim.judge([] as [CellTrials], .falsified, alarmRate: alarmRate).verdict == .inconclusive)
  }

  /// λ_min of one trial in ten far below P/2, which (S.37) allows once in 10⁴: P = 400, s = 1, bound e^{−t²/(2.5·P − t/3)}.
  @Test func aHeavyTailOfTheSmallestEigenvalueRefutesTheChain() throws {
    typealias Certificates = CertificateExperiment
    func finding(low: Int) throws -> (pValue: Double, violations: Int) {
      let outcomes = (0..<100).map { number in
        TrialOutcome([
          Measurement(Certificates.norm, 0.05),
          Measurement(Certificates.smallestEigenvalue, number < low ? 150.0 : 200.0),
        ])
      }
      let found = Theorem3ProofChainClaim().judge(
        [trials(Certificates.cell((100, 1, 400), .block), outcomes)], .stated, alarmRate: alarmRate)
      return (try #require(found.pValue), found.violations)
    }
    // At exponent 2 the shift is −√(2·400·2.5) = −44.7, the bound exp(−2000/(1000 + 14.9)) = 0.139.
    #expect(try finding(low: 10).violations == 0)
    let bound = exp(-2_000 / (1_000 + 2_000.0.squareRoot() / 3))
    let tail = (60...100).reduce(0.0) { sum, k in
      let logBinomial = lgamma(101) - lgamma(Double(k) + 1) - lgamma(Double(101 - k))
      return sum + exp(logBinomial + Double(k) * log(bound) + Double(100 - k) * log1p(-bound))
    }
    #expect(try finding(low: 60).violations == 2)
    expectClose(try finding(low: 60).pValue, 3 * tail, relative: 1e-9)
  }
}
