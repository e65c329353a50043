// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import OverparameterisedPruning
import TestSupport
import Testing

/// Trials that went as some law has it, so that the verdict on them is known.
@Suite struct MeasuredJudgementTests {
  private let alarmRate = 1e-5

  /// A cell with the standard value of every parameter that is not `given`.
  private func cell(_ claim: some MeasuredClaim, _ given: [String: String]) -> ParameterCell {
    ParameterCell(claim.parameters.map { .init($0.name, given[$0.name] ?? $0.standard ?? "1") })
  }

  private func trials(
    _ claim: some MeasuredClaim, _ cell: ParameterCell, _ count: Int, _ values: (Int) -> [(String, Double)]
  ) -> MeasuredTrials {
    MeasuredTrials(
      cell: cell,
      trials: (0..<count).map { number in
        let measurements = values(number).map { Measurement($0, $1) }
        return (
          number + 1,
          MeasuredTrial(success: claim.isSuccess(measurements, in: cell), measurements: measurements, seconds: 0)
        )
      })
  }

  /// Risks of limit·(1 + shift + 3/p) with fluctuations of 1/√p; distances fall as p^(−exponent).
  private func regression(
    _ features: [Int], shift: Double = 0, exponent: Double = 0.5, ratio: String = "4"
  ) -> [MeasuredTrials] {
    let claim = OverparameterisedRiskClaim()
    return features.map { features in
      let place = cell(claim, ["features": "\(features)", "ratio": ratio])
      let limits = OverparameterisedCell(place).limits()
      return trials(claim, place, 100) { number in
        let fluctuation = (number.isMultiple(of: 2) ? 1 : -1) / Double(features).squareRoot()
        return limits.map { ($0.quantity, $0.value * (1 + shift + 3 / Double(features) + fluctuation)) }
          + [("coordinate_distance", pow(Double(features), -exponent) * (1 + fluctuation))]
      }
    }
  }

  @Test func risksAreHeldAgainstTheirLimits() {
    let claim = OverparameterisedRiskClaim()
    func verdict(_ cells: [MeasuredTrials]) -> ClaimVerdict {
      claim.judge(cells, .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(regression([100, 200, 400])) == .consistent)
    #expect(verdict(regression([100, 200, 400], shift: 0.1)) == .refuted)
    #expect(verdict(regression([100, 200, 400], shift: -0.1)) == .refuted)
    #expect(verdict(regression([100, 200, 400], exponent: 0.05)) == .refuted)
    #expect(verdict(regression([200])) == .inconclusive && verdict([]) == .inconclusive)
    // Near κ = 1 nothing counts, but what is retrained at κ = 0.09.
    #expect(verdict(regression([100, 400], shift: 0.1, ratio: "0.9")) == .refuted)
    let found = claim.judge(regression([100, 400], ratio: "0.9"), .stated, alarmRate: alarmRate)
    #expect(found.verdict == .consistent && found.remarks.allSatisfy { !$0.contains("full_risk") })
    #expect(claim.judge(regression([100, 200, 400]), .falsified, alarmRate: alarmRate).verdict == .refuted)
  }

  /// The limits' names are those of quantities, and all but the retrained ones of the data's choice have one.
  @Test func limitsAreOfQuantities() {
    let claim = OverparameterisedRiskClaim()
    let limits = OverparameterisedCell(cell(claim, ["features": "100", "ratio": "4"])).limits().map(\.quantity)
    #expect(Set(limits).isSubset(of: claim.quantities.map(\.name)) && limits.count == 5)
    expectClose(
      OverparameterisedCell(cell(claim, ["features": "100", "ratio": "4"])).limits()[0].value, 0.938, absolute: 1e-3)
    #expect(claim.problem(with: cell(claim, ["features": "100", "ratio": "4", "trained": "0.25"])) != nil)
    #expect(claim.problem(with: cell(claim, ["features": "100", "ratio": "10"])) != nil)
    #expect(claim.problem(with: cell(claim, ["features": "100", "ratio": "4"])) == nil)
  }

  @Test func oneNegativeSlackRefutesTheSubgradient() {
    let claim = RankSubgradientClaim()
    func verdict(_ slack: Double, _ error: Double = 1e-15, _ truncation: Double = 0.1) -> ClaimVerdict {
      let trials = trials(claim, cell(claim, ["rows": "3", "columns": "3"]), 10) { number in
        [
          ("subgradient_slack", number == 7 ? slack : 0.1), ("identity_error", number == 7 ? error : 0),
          ("truncation_slack", number == 7 ? truncation : 0),
        ]
      }
      return claim.judge([trials], .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(0) == .consistent && verdict(-1e-14) == .consistent)
    #expect(verdict(-1e-9) == .refuted && verdict(0, 1e-9) == .refuted && verdict(0, 0, -1e-9) == .refuted)
    #expect(verdict(.nan) == .refuted)
  }
}
