// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import ConvexRecovery
import Statistics
import TestSupport
import Testing

/// `recovered` successes and `failed` failures.
func count(recovered: Int, failed: Int, undecided: Int = 0) -> RecoveryCount {
  RecoveryCount(
    Array(repeating: RecoveryVerdict.recovered, count: recovered) + Array(repeating: .notRecovered, count: failed)
      + Array(repeating: .undecided, count: undecided))
}

/// Judgements on made-up measurements whose verdict is known.
@Suite struct JudgementTests {
  private let alarmRate = 1e-5

  // P(Bin(10, 0.1) ≥ 5) = 0.0016349374 (binomial sum).
  @Test func failuresAreTestedAgainstTheirBound() throws {
    func finding(_ cells: [FailureBoundTest.Cell]) -> Finding { FailureBoundTest(cells).finding(alarmRate: alarmRate) }
    let silent = FailureBoundTest.Cell(count: count(recovered: 50, failed: 0), bound: 0.2)
    let frequent = FailureBoundTest.Cell(count: count(recovered: 5, failed: 5, undecided: 3), bound: 0.1)
    let certain = FailureBoundTest.Cell(count: count(recovered: 50, failed: 50), bound: 0.1)
    let vacuous = FailureBoundTest.Cell(count: count(recovered: 0, failed: 50), bound: 7)
    let found = finding([silent, frequent])
    expectClose(try #require(found.pValue), 2 * 0.0016349374, relative: 1e-7)
    #expect(found.verdict == .consistent && found.measured == 0.5 && found.bound == 0.1)
    #expect(found.trials == 63 && found.hypothesesCertified == 60)
    #expect(finding([silent, certain]).verdict == .refuted && finding([silent, certain]).violations == 1)
    #expect(finding([vacuous]).verdict == .consistent)
    #expect(finding([.init(count: count(recovered: 0, failed: 0, undecided: 9), bound: 0.1)]).verdict == .inconclusive)
  }

  @Test(arguments: [
    ([0.2, 0.9], true, ClaimVerdict.consistent), ([0.2, 1.01], true, .refuted), ([-0.01, 0.5], true, .refuted),
    ([-1e-12, 1], true, .consistent), ([2], false, .inconclusive),
  ])
  func theBracketAllowsNothingOutside(positions: [Double], isCertified: Bool, verdict: ClaimVerdict) {
    let cells = positions.map {
      StatisticalDimensionBracketClaim.Cell(dimension: 9, sparsity: 1, position: $0, isCertified: isCertified)
    }
    #expect(StatisticalDimensionBracketClaim().judge(cells, width: 1).verdict == verdict)
    #expect(StatisticalDimensionBracketClaim().judge(cells, width: 3).verdict != .refuted || positions[0] < -1e-9)
  }

  // erfc(1/√2) = 0.31731051: 25,384 of 2·200² fit, 26,400 are 7.7 standard errors off.
  @Test func keptFractionsAreTestedAgainstErfc() {
    func verdict(_ kept: Double) -> ClaimVerdict {
      let trials = [kept / 2, kept / 2].enumerated().map { number, kept in
        (
          number + 1,
          MeasuredTrial(success: true, measurements: [Measurement("kept", kept)], seconds: 0) as MeasuredTrial?
        )
      }
      let cell = MeasuredTrials(cell: ParameterCell([.init("width", "200"), .init("quality", "1.0")]), trials: trials)
      return MagnitudeKeptFractionClaim().judge([cell], .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(25_384) == .consistent && verdict(26_400) == .refuted && verdict(24_320) == .refuted)
  }

  @Test func oneDisagreementRefutesTheReduction() {
    typealias Comparison = ActiveSetReductionClaim.Comparison
    func verdict(_ comparisons: Comparison...) -> ClaimVerdict {
      ActiveSetReductionClaim().judge(comparisons).verdict
    }
    func comparison(
      whole: RecoveryVerdict = .recovered, reduced: RecoveryVerdict = .recovered,
      certificate: RecoveryVerdict = .recovered, strictness: Double = 1
    ) -> Comparison {
      Comparison(
        wholeProgram: whole, reducedProgram: reduced, reducedCertificate: certificate, strictness: strictness)
    }
    let agreeing = comparison()
    let other = comparison(reduced: .notRecovered)
    let certificate = comparison(certificate: .notRecovered)
    let open = comparison(certificate: .undecided)
    let unsolved = comparison(whole: .notRecovered, reduced: .undecided)
    let tied = comparison(reduced: .notRecovered, strictness: 1e-6)
    #expect(verdict(agreeing, open, tied, unsolved) == .consistent)
    #expect(verdict(agreeing, other) == .refuted)
    #expect(verdict(agreeing, certificate) == .refuted)
    #expect(verdict(tied, unsolved) == .inconclusive)
  }

  @Test func nullSpacesAreComparedAsSamples() {
    let values = (0..<200).map { Double($0) }
    func judge(_ shift: Double) -> Finding {
      let same = SignFlipClaim.Comparison(label: "same", active: values, gaussian: values)
      let shifted = SignFlipClaim.Comparison(label: "shifted", active: values.map { $0 + shift }, gaussian: values)
      return SignFlipClaim().judge([same, shifted], alarmRate: alarmRate)
    }
    #expect(judge(10).verdict == .consistent)
    #expect(judge(70).verdict == .refuted && judge(70).violations == 1)
    #expect(SignFlipClaim().judge([], alarmRate: alarmRate).verdict == .inconclusive)
  }

  private func comparison(_ successes: [Int], of trials: Int, predicted: Double) -> LawComparison {
    LawComparison(
      successes.map {
        LawComparison.Cell(label: "", successes: Proportion(successes: $0, trials: trials), predicted: predicted)
      })
  }

  /// A law falls by one cell that is far off, or by many that are a little off in total.
  @Test func lawsAreTestedCellByCellAndTogether() {
    func verdict(_ comparison: LawComparison) -> ClaimVerdict {
      comparison.finding(trials: 1, alarmRate: alarmRate).verdict
    }
    let exact = comparison(Array(repeating: 5_000, count: 100), of: 10_000, predicted: 0.5)
    #expect(verdict(exact) == .consistent && exact.pValue == 1)
    // One cell of 100 at 6σ: p = 2·10⁻⁹ in its cell, χ² = 36 on 100.
    let oneCell = comparison([5_300] + Array(repeating: 5_000, count: 99), of: 10_000, predicted: 0.5)
    #expect(verdict(oneCell) == .refuted && oneCell.chiSquare.pValue > 0.99)
    // All at 1.6σ: p = 0.11 each, χ² = 256 on 100.
    let allCells = comparison(Array(repeating: 5_080, count: 100), of: 10_000, predicted: 0.5)
    #expect(verdict(allCells) == .refuted && allCells.cellPValues.allSatisfy { $0 == 1 })
    #expect(verdict(comparison([0], of: 0, predicted: 0.5)) == .inconclusive)
  }

  @Test func theCertificateLawFallsByEitherMeasurement() {
    let good = comparison([500], of: 1_000, predicted: 0.5)
    let bad = comparison([600], of: 1_000, predicted: 0.5)
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

  /// The true chain falls with one link, the false chain only with all.
  @Test func theProofChainIsAsStrongAsItsLinks() {
    func link(_ name: String, checks: Int = 10, violations: Int = 0, pValue: Double? = nil) -> Theorem3ProofLink {
      Theorem3ProofLink(name: name, checks: checks, violations: violations, pValue: pValue)
    }
    func verdict(_ variant: ClaimVariant, _ links: Theorem3ProofLink...) -> ClaimVerdict {
      Theorem3ProofChainClaim().judge(links, variant).verdict
    }
    #expect(verdict(.stated, link("a"), link("b")) == .consistent)
    #expect(verdict(.stated, link("a"), link("b"), link("b", violations: 1)) == .refuted)
    #expect(verdict(.stated, link("a"), link("b", checks: 0)) == .inconclusive)
    #expect(verdict(.falsified, link("a", violations: 1), link("b")) == .consistent)
    #expect(verdict(.falsified, link("a", violations: 1), link("b"), link("b", violations: 1)) == .refuted)
    let tested = Theorem3ProofChainClaim().judge([link("a", pValue: 0.01), link("b", pValue: 0.5)], .stated)
    #expect(tested.pValue == 0.06)
  }
}
