// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Statistics
import TestSupport
import Testing

/// Judgements of paired measurements that are worked out by hand.
@Suite struct PairedOrderTests {
  private let alarmRate = 1e-5

  /// P(Bin(3, 0.6) ≤ 2) = 1 − 0.6³, P(Bin(3, ½) ≥ 2) = ½.
  @Test func tiesAreLeftOut() {
    let order = PairedOrder("a over b", gains: [1, 2, -1, 0])
    #expect(order.wins.successes == 2 && order.wins.trials == 3)
    expectClose(order.pValue, 0.784, absolute: 1e-12)
    expectClose(order.oppositePValue ?? .nan, 0.5, absolute: 1e-12)
    #expect(order.remark.hasPrefix("a over b: wins 2 of 3 ") && order.remark.contains("mean gain 0.5 "))
  }

  /// kept = 2 − log rd against 1 − log rd at rd = 1, e, e²: they share e (twice) and differ by 1 where either is measured.
  @Test func curvesMeetAtTheDiscrepanciesInCommon() throws {
    let first = DiscrepancyCurve([(exp(2), 0), (1, 2)])
    let second = DiscrepancyCurve([(exp(1), 0), (exp(3), -2)])
    let means = try #require(DiscrepancyCurve.meansAtEqualDiscrepancy(first, second))
    expectClose(means.0, 0.5, absolute: 1e-12)
    expectClose(means.1, -0.5, absolute: 1e-12)
    #expect(DiscrepancyCurve.meansAtEqualDiscrepancy(first, DiscrepancyCurve([(exp(2.1), 5)])) == nil)
    let point = try #require(DiscrepancyCurve.meansAtEqualDiscrepancy(first, DiscrepancyCurve([(exp(0.5), 5)])))
    expectClose(point.0, 1.5, absolute: 1e-12)
    #expect(point.1 == 5)
  }

  private typealias Spiral = SpiralExperiment

  private func cell(_ values: Cell.Value...) -> Cell {
    SpiralExperiment().cell(
      values + [Spiral.width.is(50), Spiral.scheme.is(.cascade), Spiral.epsilon.is(0.01)])
  }

  /// Thirty trials in a cell, numbered from 1.
  private func trials(_ cell: Cell, solved: Bool = true, _ values: (Int) -> [Experiments.Measurement]) -> CellTrials {
    let finished = (1...30).map { number in
      FinishedTrial(number: number, result: .success(TrialOutcome(success: solved ? true : nil, values(number))))
    }
    return CellTrials(cell: cell, trials: finished)
  }

  /// 30 networks of which the first `lost` are denser under the cascade, at an rd between the parallel scheme's two.
  private func schemes(
    lost: Int, width: Int = 50, solved: Bool = true, discrepancy: Double = 0.01
  ) -> [CellTrials] {
    func cells(
      _ scheme: SpiralPruning.Scheme, _ epsilon: Double, _ rd: Double, _ kept: (Int) -> Double
    ) -> CellTrials {
      trials(cell(Spiral.scheme.is(scheme), Spiral.epsilon.is(epsilon), Spiral.width.is(width)), solved: solved) {
        [Measurement(Spiral.discrepancy, rd), Measurement(Spiral.kept, kept($0))]
      }
    }
    return [
      cells(.parallel, 0.01, 0.001) { _ in 0.4 }, cells(.parallel, 0.1, 0.1) { _ in 0.2 },
      cells(.cascade, 0.05, discrepancy) { $0 <= lost ? 0.35 : 0.25 },
    ]
  }

  @Test func theCascadeIsComparedAtEqualDiscrepancy() throws {
    let claim = CascadeSparserClaim()
    let found = claim.judge(schemes(lost: 3), .stated, alarmRate: alarmRate)
    #expect(found.verdict == .consistent && found.measured == 0.9 && found.trials == 90)
    #expect(claim.judge(schemes(lost: 3), .falsified, alarmRate: alarmRate).verdict == .notBorneOut)
    #expect(claim.judge(schemes(lost: 28), .stated, alarmRate: alarmRate).verdict == .notBorneOut)
    #expect(claim.judge(schemes(lost: 3, solved: false), .stated, alarmRate: alarmRate).verdict == .inconclusive)
    // Beyond .05 the amended form, a remark, claims nothing; straight in log rd the parallel scheme keeps .222 there.
    let far = claim.judge(schemes(lost: 3, discrepancy: 0.06), .stated, alarmRate: alarmRate)
    #expect(far.verdict == .notBorneOut && found.remarks.count == 2 && far.remarks.count == 1)
    // A second width is another comparison: not pooled with the first.
    let both = schemes(lost: 0) + schemes(lost: 30, width: 75)
    #expect(claim.judge(both, .stated, alarmRate: alarmRate).violations == 1)
    #expect(claim.judge([schemes(lost: 0)[2]], .stated, alarmRate: alarmRate).verdict == .inconclusive)
    // Straight in log rd: at .01 the parallel scheme keeps .3.
    let gains = EqualDiscrepancy.all(schemes(lost: 3))[0].gains(ofLayer: 0)
    expectClose(gains.first ?? .nan, -0.05, absolute: 1e-12)
    expectClose(gains.last ?? .nan, 0.05, absolute: 1e-12)
  }

  /// Widths in any order, trials by their numbers: number n of one width is n steps later in the other's list.
  @Test func neighbouringWidthsAreCompared() {
    func networks(
      _ width: Int, _ penalty: SpiralNetworks.Penalty, kept: (Int) -> Double
    ) -> CellTrials {
      trials(cell(Spiral.width.is(width), Spiral.penalty.is(penalty))) {
        [Measurement(Spiral.kept, item: 2, kept($0)), Measurement(Spiral.kept, 1)]
      }
    }
    let falling = [
      networks(100, .none) { 0.001 * Double($0) }, networks(50, .none) { 0.001 * Double($0) + 0.0005 },
      networks(75, .l1) { _ in 1 },
    ]
    let claim = WiderSparserClaim()
    let found = claim.judge(falling, .stated, alarmRate: alarmRate)
    #expect(found.verdict == .consistent && found.measured == 1 && found.remarks.count == 1)
    #expect(found.remarks[0].hasPrefix("h = 100 over 50, penalty none: wins 30 of 30"))
    #expect(claim.judge(falling, .falsified, alarmRate: alarmRate).verdict == .notBorneOut)
    let rising = falling + [networks(125, .none) { _ in 1 }]
    #expect(claim.judge(rising, .stated, alarmRate: alarmRate).violations == 1)
  }

  @Test func oneErrorBeyondItsBoundRefutes() {
    typealias Pruned = BoundedDiscrepancyExperiment
    func cells(within: Bool, certified: Bool, magnitude: Double) -> [CellTrials] {
      [(SpiralMethod.cascade, 0.1), (.parallel, 0.15), (.magnitude, magnitude)].map { method, rd in
        let cell = Pruned().cell([Pruned.width.is(50), Pruned.epsilon.is(0.01), Pruned.method.is(method)])
        let trials = (1...30).map { number in
          let (isWithin, isCertified) = number == 7 ? (within, certified) : (true, true)
          let outcome = TrialOutcome(
            success: isCertified ? true : nil,
            [
              Measurement(Pruned.discrepancy, rd), Measurement(Pruned.relativeBound, 0.2),
              Measurement(Pruned.isWithinBound, isWithin), Measurement(Pruned.isCertified, isCertified),
            ])
          return FinishedTrial(number: number, result: .success(outcome))
        }
        return CellTrials(cell: cell, trials: trials)
      }
    }
    let claim = BoundedDiscrepancyClaim()
    func verdict(_ cells: [CellTrials], _ variant: ClaimVariant = .stated) -> ClaimVerdict {
      claim.judge(cells, variant, alarmRate: alarmRate).verdict
    }
    #expect(verdict(cells(within: true, certified: true, magnitude: 0.3)) == .consistent)
    #expect(verdict(cells(within: false, certified: true, magnitude: 0.3)) == .refuted)
    #expect(verdict(cells(within: false, certified: false, magnitude: 0.3)) == .consistent)
    #expect(verdict(cells(within: true, certified: true, magnitude: 0.05)) == .notBorneOut)
    #expect(verdict(cells(within: true, certified: true, magnitude: 0.3), .falsified) == .notBorneOut)
    #expect(verdict([cells(within: true, certified: true, magnitude: 0.3)[0]]) == .inconclusive)
  }

  /// Shares left of layer 2 in Table S.1, to three digits, and what no network can have.
  @Test func thePublishedCountsArePlausible() throws {
    let shares = try [50, 75, 125, 175, 200].map { width in
      let row = try #require(PublishedSpirals.row(width: width, penalty: .none))
      return Double(row.after[1]) / Double(row.before[1])
    }
    for (share, expected) in zip(shares, [0.188, 0.127, 0.224, 0.0573, 0.0502]) {
      expectClose(share, expected, relative: 5e-3)
    }
    for row in PublishedSpirals.rows {
      let most = [2 * row.width, row.width * row.width, 2 * row.width]
      #expect(zip(row.before, most).allSatisfy { $0 <= $1 } && zip(row.after, row.before).allSatisfy { $0 <= $1 })
    }
    #expect(PublishedSpirals.row(width: 100, penalty: .none) == nil)
  }
}
