// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import TestSupport
import Testing

/// Trials that went as some law has it, so that the verdict on them is known.
@Suite struct MeasuredJudgementTests {
  private typealias Regression = OverparameterisedRiskExperiment

  private let alarmRate = 1e-5
  private let experiment = Regression()

  private func cell(features: Int, ratio: Double) -> Cell {
    experiment.cell([Regression.features.is(features), Regression.ratio.is(ratio)])
  }

  /// Risks of limit·(1 + shift + 3/p) with fluctuations of 1/√p; distances fall as p^(−exponent).
  private func regression(
    _ features: [Int], shift: Double = 0, exponent: Double = 0.5, ratio: Double = 4
  ) -> [CellTrials] {
    features.map { features in
      let cell = cell(features: features, ratio: ratio)
      let limits = OverparameterisedCell(cell).limits()
      let trials = (1...100).map { number in
        let fluctuation = (number.isMultiple(of: 2) ? -1 : 1) / Double(features).squareRoot()
        let risks = limits.map {
          Measurement($0.quantity, $0.value * (1 + shift + 3 / Double(features) + fluctuation))
        }
        let distance = pow(Double(features), -exponent) * (1 + fluctuation)
        return FinishedTrial(
          number: number,
          result: .success(TrialOutcome(risks + [Measurement(Regression.coordinateDistance, distance)])))
      }
      return CellTrials(cell: cell, trials: trials)
    }
  }

  @Test func risksAreHeldAgainstTheirLimits() {
    let claim = OverparameterisedRiskClaim()
    func verdict(_ cells: [CellTrials]) -> ClaimVerdict {
      claim.judge(cells, .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(regression([100, 200, 400])) == .consistent)
    #expect(verdict(regression([100, 200, 400], shift: 0.1)) == .refuted)
    #expect(verdict(regression([100, 200, 400], shift: -0.1)) == .refuted)
    #expect(verdict(regression([100, 200, 400], exponent: 0.05)) == .refuted)
    #expect(verdict(regression([200])) == .inconclusive && verdict([]) == .inconclusive)
    // Near κ = 1 nothing counts, but what is retrained at κ = 0.09.
    #expect(verdict(regression([100, 400], shift: 0.1, ratio: 0.9)) == .refuted)
    let found = claim.judge(regression([100, 400], ratio: 0.9), .stated, alarmRate: alarmRate)
    #expect(found.verdict == .consistent && found.remarks.allSatisfy { !$0.contains("full_risk") })
    #expect(claim.judge(regression([100, 200, 400]), .falsified, alarmRate: alarmRate).verdict == .refuted)
  }

  @Test func oneNegativeSlackRefutesTheSubgradient() {
    let cell = RankSubgradientExperiment().cell([
      RankSubgradientExperiment.rows.is(3), RankSubgradientExperiment.columns.is(3),
      RankSubgradientExperiment.rank.is(1),
    ])
    func verdict(_ slack: Double, _ error: Double = 1e-15, _ truncation: Double = 0.1) -> ClaimVerdict {
      let trials = (1...10).map { number in
        let isOdd = number == 8
        let outcome = RankSubgradientExperiment.outcome(
          subgradientSlack: isOdd ? slack : 0.1, identityError: isOdd ? error : 0,
          truncationSlack: isOdd ? truncation : 0)
        return FinishedTrial(number: number, result: .success(outcome))
      }
      return RankSubgradientClaim().judge([CellTrials(cell: cell, trials: trials)], .stated, alarmRate: alarmRate)
        .verdict
    }
    #expect(verdict(0) == .consistent && verdict(-1e-14) == .consistent)
    #expect(verdict(-1e-9) == .refuted && verdict(0, 1e-9) == .refuted && verdict(0, 0, -1e-9) == .refuted)
    #expect(verdict(.nan) == .refuted)
  }

  /// Lower ranks and losses with projections in the first `won` of 30 trials; one trial without a loss is no pair.
  @Test func trainedRanksAreJudgedPairByPair() {
    typealias Student = LowRankExperiment
    func finding(won: Int, _ variant: ClaimVariant = .stated) -> Finding {
      let trials = (1...30).map { number in
        let (rank, loss) = number <= won ? (2.0, 0.1) : (6.0, 0.3)
        let outcome = TrialOutcome([
          Measurement(Student.prunedRank, rank), Measurement(Student.truncatedRank, 4),
          Measurement(Student.prunedLoss, number == 1 ? .nan : loss), Measurement(Student.equalRankLoss, 0.2),
        ])
        return FinishedTrial(number: number, result: .success(outcome))
      }
      let cells = [CellTrials(cell: Student().cell([Student.rank.is(2)]), trials: trials)]
      return LowRankTeacherClaim().judge(cells, variant, alarmRate: alarmRate)
    }
    let found = finding(won: 30)
    #expect(found.verdict == .consistent && found.measured == 1 && found.trials == 30)
    #expect(found.remarks[0].contains("wins 30 of 30") && found.remarks[1].contains("wins 29 of 29"))
    #expect(finding(won: 30, .falsified).verdict == .notBorneOut && finding(won: 2).verdict == .notBorneOut)
  }
}
