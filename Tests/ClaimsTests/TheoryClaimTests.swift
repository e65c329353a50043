// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import OverparameterisedPruning
import TestSupport
import Testing

// Foundation's is not meant.
private typealias Measurement = Experiments.Measurement

/// Judgements on made-up trials whose verdict is known.
@Suite struct TheoryClaimTests {
  private let alarmRate = 1e-5

  private func trials(_ cell: Cell, _ count: Int, _ outcome: (Int) -> TrialOutcome) -> CellTrials {
    CellTrials(cell: cell, trials: (1...count).map { FinishedTrial(number: $0, result: .success(outcome($0))) })
  }

  /// Either direction of the equivalence falls by one instance; conditions without strictness are refuted by minimisers among others.
  @Test func uniquenessIsJudgedBothWays() {
    typealias Unique = UniquenessExperiment
    let cell = Unique().cell([Unique.dimension.is(8), Unique.sparsity.is(2), Unique.samples.is(8)])
    func verdict(lone: Int, unproved: Int, _ variant: ClaimVariant = .stated) -> ClaimVerdict {
      let cells = trials(cell, 600) { number in
        let holds = number <= 300
        let isUnique = holds ? number > unproved : number > 600 - lone
        return TrialOutcome(
          success: holds == isUnique,
          [
            Measurement(Unique.conditions, holds), Measurement(Unique.weakConditions, true),
            Measurement(Unique.unique, isUnique), Measurement(Unique.fullRank, true), Measurement(Unique.ties, 0),
          ])
      }
      return Proposition2Claim().judge([cells], variant, alarmRate: alarmRate).verdict
    }
    #expect(verdict(lone: 0, unproved: 0) == .consistent)
    #expect(verdict(lone: 1, unproved: 0) == .refuted)
    #expect(verdict(lone: 0, unproved: 1) == .refuted)
    #expect(verdict(lone: 0, unproved: 0, .falsified) == .refuted)
  }

  /// The law says which model is ahead: at s/n = 0.8 the pruned one, at 0.4 the small one. Each order is tested where it is, and falls there.
  @Test func theLawSaysWhichModelIsAhead() {
    typealias Regression = OverparameterisedRiskExperiment
    func finding(at kept: Double, pruned: Double, small: Double, _ variant: ClaimVariant = .stated) -> Finding {
      let cell = Regression().cell([Regression.features.is(240), Regression.ratio.is(4), Regression.kept.is(kept)])
      let cells = trials(cell, 60) { number in
        let noise = Double(number) / 1_000
        return TrialOutcome([
          Measurement(Regression.risk(keptBy: .hessian), pruned + noise),
          Measurement(Regression.risk(keptBy: .magnitude), pruned + noise),
          Measurement(Regression.retrainedRisk(keptBy: .oracle), small + noise),
        ])
      }
      return LargeThenPrunedClaim().judge([cells], variant, alarmRate: alarmRate)
    }
    // σ² + the rest's signal is 0.322 at s/p = 0.2, and 0.322/(1 − 0.8) = 1.61: nearly twice the pruned model's.
    #expect(finding(at: 0.2, pruned: 0.9, small: 1.6).verdict == .consistent)
    #expect(finding(at: 0.2, pruned: 1.6, small: 0.9).verdict == .notBorneOut)
    #expect(finding(at: 0.2, pruned: 0.9, small: 1.6, .falsified).verdict == .notBorneOut)
    // 0.331/(1 − 0.4) = 0.552, of the pruned model 0.867 and 1.127.
    #expect(finding(at: 0.1, pruned: 0.9, small: 0.55).verdict == .consistent)
    #expect(finding(at: 0.1, pruned: 0.55, small: 0.9).verdict == .notBorneOut)
  }

  /// Kernels whose patches overlap are not judged; separate ones fall by a frequency that the law does not have: 27 weights, 3 of them planted.
  @Test func separatePatchesAreJudgedByTheLaw() {
    typealias Layer = ConvolutionExperiment
    func verdict(stride: Int, recovered: Int) -> ClaimVerdict {
      let cell = Layer().cell([
        Layer.side.is(15), Layer.channels.is(3), Layer.stride.is(stride), Layer.sparsity.is(3),
      ])
      let cells = trials(cell, 4_000) { number in
        TrialOutcome([Measurement(Layer.patches, 18), Measurement(Layer.recovered, number <= recovered)])
      }
      return ConvolutionRecoveryClaim().judge([cells], .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(stride: 1, recovered: 4_000) == .inconclusive)
    #expect(verdict(stride: 3, recovered: 4_000) == .refuted)
  }

  @Test func convolutionsFallByOneInstance() {
    typealias Layer = ConvolutionExperiment
    let cell = Layer().cell([Layer.side.is(7), Layer.stride.is(1), Layer.sparsity.is(3)])
    func verdict(wrong: Int, undecided: Int = 0) -> ClaimVerdict {
      let cells = trials(cell, 300) { number in
        TrialOutcome(success: number <= undecided ? nil : number > 300 - wrong ? false : true, [])
      }
      return ConvolutionProgramClaim().judge([cells], .stated, alarmRate: alarmRate).verdict
    }
    #expect(verdict(wrong: 0) == .consistent && verdict(wrong: 0, undecided: 290) == .inconclusive)
    #expect(verdict(wrong: 1) == .refuted)
  }

  /// A P₅₀ below 2.2 s ln(N/s), or a P of Theorem II beyond P₅₀; s > N/5 has no scale to be held against.
  @Test(arguments: [
    (20, 80, 70, 2.5, ClaimVerdict.inconclusive), (20, 80, 70, 2.1, .refuted), (20, 80, 81, 2.5, .refuted),
    (60, 80, 70, 2.1, .inconclusive),
  ])
  func theConverseFallsByEitherBound(sparsity: Int, median: Int, proved: Int, constant: Double, verdict: ClaimVerdict) {
    typealias Converse = ConverseExperiment
    let cell = Converse().cell([Converse.dimension.is(100), Converse.sparsity.is(sparsity)])
    // One instance of Theorem II at .875 leaves no more than an eighth to find, one constant of 2.5 an eighth as well: below the margin.
    let outcome = TrialOutcome([
      Measurement(Converse.median, median), Measurement(Converse.proved, proved),
      Measurement(Converse.constant, constant),
    ])
    let found = ConverseClaim().judge([trials(cell, 1) { _ in outcome }], .stated, alarmRate: alarmRate)
    #expect(found.verdict == (verdict == .refuted ? .refuted : .consistent), "\(found)")
  }

  /// 2Q(2) = 4.55 % of the pairs may exceed; a layer whose pairs do in 6.5 % falls, whichever it is.
  @Test func everyLayerIsHeldAgainstItsTail() {
    typealias Layers = SubgaussianExperiment
    let cell = Layers().cell([Layers.width.is(10), Layers.depth.is(2)])
    func finding(first: Int, second: Int, _ variant: ClaimVariant = .stated) -> Finding {
      let cells = trials(cell, 20) { _ in
        TrialOutcome([
          Measurement(Layers.exceeding, item: 1, first), Measurement(Layers.exceeding, item: 2, second),
          Measurement(Layers.exceedingMeanGain, item: 1, 100), Measurement(Layers.exceedingMeanGain, item: 2, 0),
        ])
      }
      return SubgaussianClaim().judge([cells], variant, alarmRate: alarmRate)
    }
    #expect(finding(first: 22, second: 5).verdict == .consistent)
    #expect(finding(first: 33, second: 5).violations == 1)
    #expect(finding(first: 5, second: 33).verdict == .refuted)
    #expect(finding(first: 5, second: 5, .falsified).verdict == .refuted)
  }

  @Test func oneLayerOutsideItsConstraintsIsNotBorneOut() {
    typealias Published = PublishedADMMExperiment
    let cell = Published().cell([
      Published.dimension.is(20), Published.neurons.is(5), Published.samples.is(60), Published.epsilon.is(0.1),
    ])
    func verdict(excess: Double, violation: Double, _ variant: ClaimVariant = .stated) -> ClaimVerdict {
      let cells = trials(cell, 30) { number in
        TrialOutcome([
          Measurement(Published.stopExcess, number == 7 ? excess : -1e-12),
          Measurement(Published.stopViolation, number == 9 ? violation : 0),
        ])
      }
      return PublishedADMMClaim().judge([cells], variant, alarmRate: alarmRate).verdict
    }
    #expect(verdict(excess: 5e-4, violation: 5e-4) == .consistent)
    #expect(verdict(excess: 2e-3, violation: 0) == .notBorneOut && verdict(excess: 0, violation: 2e-3) == .notBorneOut)
    #expect(verdict(excess: 1e-8, violation: 0, .falsified) == .notBorneOut)
  }

  /// Instances without a promise do not count; one that contracts less than promised refutes, one less than half of δ the false variant.
  @Test func contractionIsJudgedWherePromised() {
    typealias Contraction = ThresholdingContractionExperiment
    let cell = Contraction().cell([
      Contraction.dimension.is(8), Contraction.neurons.is(1), Contraction.nonzeros.is(2), Contraction.samples.is(60),
    ])
    func verdict(_ success: Bool?, rate: Double, _ variant: ClaimVariant = .stated) -> ClaimVerdict {
      let cells = trials(cell, 300) { number in
        TrialOutcome(
          success: number == 1 ? success : true,
          [
            Measurement(Contraction.constant, 0.3), Measurement(Contraction.rate, number == 1 ? rate : 0.1),
            Measurement(Contraction.recovered, true),
          ])
      }
      return ThresholdingContractionClaim().judge([cells], variant, alarmRate: alarmRate).verdict
    }
    #expect(verdict(true, rate: 0.4) == .consistent && verdict(nil, rate: 2) == .consistent)
    #expect(verdict(false, rate: 0.6) == .refuted)
    #expect(verdict(true, rate: 0.2, .falsified) == .refuted && verdict(nil, rate: 0.2, .falsified) == .consistent)
  }
}
