// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import TestSupport
import Testing

// Foundation has one too.
private typealias Measurement = Experiments.Measurement

/// Judgements on trials whose outcome is given.
@Suite struct SamplingClaimTests {
  /// Trials of one cell, each with what `found` says of its number.
  private func trials(_ cell: Cell, _ count: Int, _ found: (Int) -> TrialOutcome) -> CellTrials {
    CellTrials(
      cell: cell, trials: (1...count).map { FinishedTrial(number: $0, result: .success(found($0))) })
  }

  private typealias Neuron = NeuronSamplingExperiment

  private func neuron(bound: Neuron.Bound = .bernstein) -> Cell {
    Neuron().cell([
      Neuron.inputs.is(200), Neuron.samples.is(25), Neuron.bound.is(bound), Neuron.epsilon.is(0.4),
    ])
  }

  /// 1,000 trials at δ = 0.1: 100 failures are what it allows, 200 are not; a trial without an error says nothing.
  @Test(arguments: [(100, ClaimVerdict.consistent), (200, .refuted), (1_000, .refuted)])
  func failuresBeyondDeltaRefute(failures: Int, verdict: ClaimVerdict) {
    let claim = SamplingPerNeuronClaim()
    let found = claim.judge(
      [
        trials(neuron(), 1_000) { number in
          TrialOutcome(success: number > failures, [Measurement(Neuron.drawsRatio, 0.5)])
        }
      ], .stated, alarmRate: 1e-4)
    #expect(found.verdict == verdict && found.hypothesesCertified == 1_000)
    #expect(found.remarks.last?.contains("fewer in 1 of 1 cells") == true)
    let silent = claim.judge([trials(neuron(), 10) { _ in .init(success: nil, []) }], .stated, alarmRate: 1e-4)
    #expect(silent.verdict == .inconclusive && silent.hypothesesCertified == 0)
  }

  /// What `verify` runs of the false variant is the same cells with fewer draws.
  @Test func theControlIsShortOfDraws() throws {
    let (claim, plan) = (SamplingPerNeuronClaim(), VerificationPlan(budget: .quick, workers: 1))
    let (stated, control) = (claim.verification(plan), try #require(claim.falseVerification(plan)))
    #expect(stated.cells.map(\.cell) == control.cells.map { $0.cell.with(Neuron.cut, 1) })
    #expect(control.cells.allSatisfy { $0.cell[Neuron.cut] > 1 })
    #expect(stated.cells.map(\.trials) == [250, 250, 250, 500, 250])
  }

  /// A cell with fewer samples than CoreNet asks for, or with fewer draws than the theorem, does not count; where a cut breaks it is said.
  @Test func cellsOutsideTheTheoremDoNotCount() {
    let claim = SamplingPerNeuronClaim()
    func found(_ bound: Neuron.Bound, samplesRatio: Double = 1, cut: Double = 1, failures: Int = 900) -> CellTrials {
      trials(neuron(bound: bound).with(Neuron.cut, cut), 1_000) { number in
        TrialOutcome(
          success: number > failures,
          [Measurement(Neuron.drawsRatio, 0.5), Measurement(Neuron.samplesRatio, samplesRatio)])
      }
    }
    func judged(_ cells: CellTrials..., variant: ClaimVariant = .stated) -> Finding {
      claim.judge(cells, variant, alarmRate: 1e-4)
    }
    let few = judged(found(.coreNet, samplesRatio: 0.7))
    #expect(few.verdict == .inconclusive && few.remarks[0].contains("|S| is 0.7 of what CoreNet's theorem asks for"))
    #expect(judged(found(.coreNet, samplesRatio: 1)).verdict == .refuted)
    #expect(
      judged(found(.hybrid)).verdict == .inconclusive && judged(found(.bernstein, cut: 2)).verdict == .inconclusive)
    #expect(judged(found(.bernstein, cut: 2), variant: .falsified).verdict == .refuted)
    let swept = judged(
      found(.bernstein, failures: 0), found(.bernstein, cut: 3, failures: 50), found(.bernstein, cut: 4, failures: 200))
    #expect(swept.verdict == .consistent && swept.hypothesesCertified == 1_000)
    #expect(swept.remarks.contains { $0.hasSuffix("with 4 times fewer draws 0.2 fail where 0.1 may") })
  }

  /// Counts that follow the law pass; half or twice as many are refuted, and unsigned weights do not count.
  @Test(arguments: [(1.0, ClaimVerdict.consistent), (0.5, .refuted), (2, .refuted), (0, .refuted)])
  func theTailsLawIsTold(share: Double, verdict: ClaimVerdict) {
    typealias Tail = CancellationExperiment
    let claim = CoreNetStabilityClaim()
    func found(_ weights: Tail.Weights) -> Finding {
      let counts = trials(claim.experiment.cell([Tail.weights.is(weights)]), 100) { _ in
        TrialOutcome([
          Measurement(Tail.firstTail, share * 10), Measurement(Tail.secondTail, share * 20),
          Measurement(Tail.pairs, 1_000), Measurement(Tail.logDisagreement, log(2)),
        ])
      }
      return claim.judge([counts], .stated, alarmRate: 1e-4)
    }
    #expect(found(.signed).verdict == verdict && found(.nonnegative).verdict == .inconclusive)
    #expect(found(.signed).hypothesesCertified == 100_000 && found(.nonnegative).hypothesesCertified == 0)
    #expect(
      found(.signed).remarks == ["signed weights: two Δ̂ of a neuron differ by a factor (median) of 2 for |S| = 10"])
  }

  /// The assumption and the theorem for single edges are judged apart; rare features and small K do not count.
  @Test func theAssumptionIsJudgedWhereItIsClaimed() {
    typealias Fresh = FreshSensitivityExperiment
    let claim = FreshSensitivityClaim()
    func found(
      broken: Int = 0, first: Int = 0, activations: ActivationLaw = .relu, spread: Double = 3, samples: Int = 49
    ) -> Finding {
      let place = claim.experiment.cell([
        Fresh.activations.is(activations), Fresh.spread.is(spread), Fresh.samples.is(samples),
      ])
      let measured = trials(place, 5_000) { number in
        TrialOutcome(
          success: number > broken,
          [
            Measurement(Fresh.broken, number <= broken), Measurement(Fresh.beyond, 0.0),
            Measurement(Fresh.firstBeyond, number <= first),
          ])
      }
      return claim.judge([measured], .stated, alarmRate: 1e-4)
    }
    #expect(found(broken: 250, first: 100).verdict == .consistent)
    #expect(found(broken: 500).verdict == .notBorneOut && found(first: 250).verdict == .notBorneOut)
    #expect(found(broken: 4_500, samples: 29).verdict == .notBorneOut)
    for other in [found(broken: 4_500, activations: .rare), found(broken: 4_500, spread: 2.5)] {
      #expect(other.verdict == .inconclusive && other.trials == 5_000 && other.hypothesesCertified == 0)
    }
  }

  private typealias Pruning = EqualSizeExperiment

  private func pruning(_ method: EqualSizeMethod, depth: Int = 3, width: Int = 20, kept: Double) -> Cell {
    Pruning().cell([
      Pruning.networks.is(.dense), Pruning.depth.is(depth), Pruning.width.is(width), Pruning.samples.is(40),
      Pruning.method.is(method), Pruning.kept.is(kept),
    ])
  }

  /// Errors are compared network by network.
  @Test func theOrderIsJudgedByPairs() {
    func found(_ errors: [EqualSizeMethod: (Int) -> Double], _ variant: ClaimVariant = .stated) -> Finding {
      EqualSizeClaim().judge(
        errors.sorted { $0.key.rawValue < $1.key.rawValue }.map { method, error in
          trials(pruning(method, kept: 0.3), 40) { TrialOutcome([Measurement(Pruning.error, error($0))]) }
        }, variant, alarmRate: 1e-4)
    }
    let ordered: [EqualSizeMethod: (Int) -> Double] = [
      .uniform: { Double($0) }, .sippRandom: { Double($0) - 0.5 }, .sippDeterministic: { Double($0) - 0.6 },
      .netTrim: { _ in 0 },
    ]
    #expect(found(ordered).verdict == .consistent && found(ordered).measured == 1 && found(ordered).trials == 160)
    #expect(found(ordered, .falsified).verdict == .notBorneOut)
    var swapped = ordered
    swapped[.sippRandom] = { Double($0) + 0.5 }
    #expect(found(swapped).verdict == .notBorneOut && found(swapped).violations == 1)
    #expect(found([.uniform: { Double($0) }]).verdict == .inconclusive)
    let first: [EqualSizeMethod: (Int) -> Double] = [
      .commonTolerance: { Double($0) + 0.5 }, .largestSensitivities: { Double($0) - 0.6 },
    ]
    let both = found(ordered.merging(first) { old, _ in old })
    #expect(both.verdict == .consistent && both.remarks.contains("first form: not-borne-out"))
  }
}
