// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import TestSupport
import Testing

// Foundation has one too.
private typealias Measurement = Experiments.Measurement

/// Judgements of orders and trends on trials that went as some law has it, so that the verdict on them is known.
@Suite struct TrendJudgementTests {
  private let alarmRate = 1e-5

  /// Trials 1 … count; a trial without measurements failed.
  private func trials(_ cell: Cell, _ count: Int, _ measured: (Int) -> [Measurement]?) -> CellTrials {
    CellTrials(
      cell: cell,
      trials: (1...count).map { number in
        let outcome = measured(number).map { TrialOutcome($0) }
        return FinishedTrial(number: number, result: outcome.map { .success($0) } ?? .failure(.init(message: "failed")))
      })
  }

  // MARK: Retraining

  private func retraining(
    reversals: Int, ties: Int = 0, of claim: RetrainingOrderClaim = .init(), samples: Int = 200
  ) -> CellTrials {
    typealias Pruning = RetrainingExperiment
    return trials(claim.experiment.cell([Pruning.samples.is(samples)]), 40 + ties) { number in
      let iterative = number > 40 ? 0.8 : number <= reversals ? 0.7 : 0.9
      return [
        Measurement(Pruning.original, 1), Measurement(Pruning.oneShot, 0.5), Measurement(Pruning.retrained, 0.8),
        Measurement(Pruning.iterative, iterative),
      ]
    }
  }

  // P(Bin(40, 0.6) ≤ 3) = Σ C(40, k) 0.6^k 0.4^(40−k) = 4.250704·10⁻¹² (binomial sum), twice for two steps. 27 wins of 40 show at 10⁻² only.
  @Test func theOrderIsTestedBySigns() throws {
    func finding(_ cells: CellTrials..., variant: ClaimVariant = .stated) -> Finding {
      RetrainingOrderClaim().judge(cells, variant, alarmRate: alarmRate)
    }
    #expect(finding(retraining(reversals: 0)).verdict == .consistent)
    #expect(finding(retraining(reversals: 20)).verdict == .inconclusive)
    #expect(finding(retraining(reversals: 13)).verdict == .inconclusive)
    let found = finding(retraining(reversals: 37))
    #expect(found.verdict == .notBorneOut && found.measured == 3.0 / 40 && found.trials == 40)
    let pValue = finding(retraining(reversals: 37, ties: 9)).pValue
    expectClose(try #require(pValue), 2 * 4.250704e-12, relative: 1e-6)
    #expect(finding(retraining(reversals: 0), variant: .falsified).verdict == .notBorneOut)
    // Cells are not pooled: one of two falls.
    let both = finding(retraining(reversals: 0), retraining(reversals: 40, samples: 100))
    #expect(both.violations == 1 && both.remarks.count == 6)
  }

  /// Both steps of the reversed order are refuted, each on its own, and by any number of workers alike.
  @Test func theReversedOrderFallsInBothSteps() async {
    let claim = RetrainingOrderClaim()
    var findings: [Finding] = []
    for workers in [1, 3] {
      let plan = VerificationPlan(budget: .quick, workers: workers)
      findings.append(claim.judge(await claim.verification(plan).run(plan), .falsified, alarmRate: plan.alarmRate))
    }
    #expect(findings[0].violations == 2, "\(findings[0])")
    #expect(findings[0].remarks == findings[1].remarks)
  }

  // MARK: Sparse networks

  private typealias Network = SparseNetworkExperiment

  private func place(neurons: Int = 2, samples: Int) -> Cell {
    Network().cell([
      Network.dimension.is(30), Network.neurons.is(neurons), Network.sparsity.is(2), Network.samples.is(samples),
    ])
  }

  /// Each way recovers the first so many of 60 networks; with twice the samples, known gates recover ten more.
  private func recovery(netTrim: Int, thresholded: Int, gated: Int, searched: Int) -> [CellTrials] {
    [40, 80].map { samples in
      trials(place(samples: samples), 60) { number in
        let more = samples == 80 ? 10 : 0
        return [
          Measurement(Network.netTrimRecovered, number <= netTrim),
          Measurement(Network.thresholdedRecovered, number <= thresholded),
          Measurement(Network.gatedRecovered, number <= gated + more),
          Measurement(Network.searchedRecovered, number <= searched),
        ]
      }
    }
  }

  /// Each of the orders can fall: responses over their sum, with either kind of gates, and Net-Trim over thresholding of the same responses.
  @Test func recoveryIsJudgedByItsOrder() {
    let claim = SparseNetworkRecoveryClaim()
    func verdict(_ cells: [CellTrials], _ variant: ClaimVariant = .stated) -> ClaimVerdict {
      claim.judge(cells, variant, alarmRate: alarmRate).verdict
    }
    #expect(verdict(recovery(netTrim: 60, thresholded: 50, gated: 20, searched: 5)) == .consistent)
    #expect(verdict(recovery(netTrim: 60, thresholded: 50, gated: 20, searched: 5), .falsified) == .notBorneOut)
    #expect(verdict(recovery(netTrim: 60, thresholded: 10, gated: 40, searched: 5)) == .notBorneOut)
    #expect(verdict(recovery(netTrim: 60, thresholded: 20, gated: 5, searched: 50)) == .notBorneOut)
    #expect(verdict(recovery(netTrim: 20, thresholded: 50, gated: 10, searched: 5)) == .notBorneOut)
    #expect(verdict([]) == .inconclusive)
  }

  /// Three networks of two neurons that are tried with thirty numbers of samples are three pairs, however many trials were made of them:
  /// as many as there are networks lose, p = 0.4³. Trials of a number stay together where others failed.
  @Test func everyNetworkIsOnePair() {
    func cells(_ fromResponses: Bool, gated: @escaping (Int, Int) -> Bool) -> [CellTrials] {
      (1...30).map { samples in
        trials(place(samples: samples), 4) { number in
          if number == 1 && samples == 30 { return nil }
          return [
            Measurement(Network.netTrimRecovered, fromResponses),
            Measurement(Network.thresholdedRecovered, fromResponses),
            Measurement(Network.gatedRecovered, gated(samples, number)),
            Measurement(Network.searchedRecovered, fromResponses),
          ]
        }
      }
    }
    let claim = SparseNetworkRecoveryClaim()
    let worse = claim.judge(cells(false) { _, number in number > 1 }, .stated, alarmRate: alarmRate)
    #expect(worse.verdict == .inconclusive && worse.remarks[1].contains("wins 0 of 3 ") && worse.violations == 0)
    expectClose(worse.pValue ?? .nan, 0.4 * 0.4 * 0.4, relative: 1e-12)
    // From the fewest samples to the most, without the network whose last trial failed.
    let rising = claim.judge(cells(true) { samples, _ in samples > 15 }, .stated, alarmRate: alarmRate)
    #expect(rising.remarks.contains { $0.hasPrefix("more samples: wins 3 of 3 ") && $0.contains("mean gain 1 ") })
  }

  // MARK: Prunability

  @Test func aTrendMustShow() {
    typealias Family = PrunabilityExperiment
    let claim = PrunabilityClaim()
    func finding(_ noise: Double, _ variant: ClaimVariant = .stated) -> Finding {
      let trials = trials(claim.experiment.cell([]), 1_000) { number in
        let place = Double(number - 1)
        // Evenly spread and without order: multiples of the golden ratio.
        let wobble = noise * (place * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
        return number == 6
          ? [Measurement(Family.reached, false)]
          : [
            Measurement(Family.reached, true), Measurement(Family.prunability, place / 1_000),
            Measurement(Family.gap, place / 1_000 + wobble),
          ]
      }
      return claim.judge([trials], variant, alarmRate: alarmRate)
    }
    #expect(finding(0.3).verdict == .consistent && finding(0.3).hypothesesCertified == 999)
    #expect(finding(100).verdict == .notBorneOut)
    #expect(finding(0.3, .falsified).verdict == .notBorneOut)
    let none = claim.judge([], .stated, alarmRate: alarmRate)
    #expect(none.verdict == .inconclusive && none.violations == 0)
  }
}
