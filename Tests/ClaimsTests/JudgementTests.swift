// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics
import TestSupport
import Testing

/// `recovered` successes and `failed` failures.
func count(recovered: Int, failed: Int, undecided: Int = 0) -> OutcomeCount {
  OutcomeCount(succeeded: recovered, notSucceeded: failed, undecided: undecided)
}

/// Judgements on made-up measurements whose verdict is known.
@Suite struct JudgementTests {
  private let alarmRate = 1e-5

  // P(Bin(10, 0.1) ≥ 5) = 0.0016349374 (binomial sum).
  @Test func failuresAreTestedAgainstTheirBound() throws {
    func finding(_ tests: [FailureBoundTest]) -> Finding {
      Theorem3Claim().finding(tests, alarmRate: alarmRate)
    }
    let silent = FailureBoundTest("", count: count(recovered: 500, failed: 0), bound: 0.2)
    let frequent = FailureBoundTest("", count: count(recovered: 5, failed: 5, undecided: 3), bound: 0.1)
    let certain = FailureBoundTest("", count: count(recovered: 50, failed: 50), bound: 0.1)
    let vacuous = FailureBoundTest("", count: count(recovered: 0, failed: 50), bound: 7)
    let found = finding([silent, frequent])
    expectClose(try #require(found.pValue), 2 * 0.0016349374, relative: 1e-7)
    #expect(found.verdict == .inconclusive && found.measured == 0.5 && found.bound == 0.1)
    #expect(found.trials == 510 && found.hypothesesCertified == 510)
    #expect(finding([silent]).verdict == .consistent)
    #expect(finding([silent, certain]).verdict == .refuted && finding([silent, certain]).violations == 1)
    #expect(finding([vacuous]).verdict == .inconclusive && finding([vacuous]).vacuousCells == 1)
    let undecided = FailureBoundTest("", count: count(recovered: 0, failed: 0, undecided: 9), bound: 0.1)
    #expect(finding([undecided]).verdict == .inconclusive)
  }

  // erfc(1/√2) = 0.31731051: 25,384 of 2·200² fit, 26,400 are 7.7 standard errors off.
  @Test func keptFractionsAreTestedAgainstErfc() {
    typealias Layer = KeptFractionExperiment
    func verdict(_ kept: Double) -> ClaimVerdict {
      let outcome = TrialOutcome([Measurement(Layer.kept, kept / 2)])
      let trials = (1...2).map { FinishedTrial(number: $0, result: .success(outcome)) }
      let cell = CellTrials(cell: Layer().cell([Layer.width.is(200), Layer.quality.is(1)]), trials: trials)
      return MagnitudeKeptFractionClaim().judge([cell], .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(25_384) == .consistent && verdict(26_400) == .refuted && verdict(24_320) == .refuted)
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
      RecoveryLawClaim().finding([comparison], alarmRate: alarmRate).verdict
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
}
