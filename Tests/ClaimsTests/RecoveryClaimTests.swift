// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import TestSupport
import Testing

/// Studies whose trials went exactly as some law has it, so that the verdict on them is known.
@Suite struct RecoveryClaimTests {
  private let alarmRate = 1e-4

  /// A cell in which recovery succeeded with a frequency of `success`, to the nearest trial.
  private func cell(_ ensemble: PlantedEnsemble, _ success: Double, of trials: Int = 2_000) -> RecoveryCell {
    let recovered = Int((success * Double(trials)).rounded())
    return RecoveryCell(ensemble, count: count(recovered: recovered, failed: trials - recovered))
  }

  /// Cells across the transition whose success is the exact law's at P/(1 + `shift`).
  private func grid(
    _ shapes: [(Int, Int)] = [(50, 5), (100, 10)], inputs: InputDistribution = .gaussian, shift: Double = 0
  ) -> [RecoveryCell] {
    shapes.flatMap { dimension, sparsity in
      let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
      return (6...16).map { tenths in
        let samples = law.median * tenths / 10
        let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples, inputs: inputs)
        return cell(ensemble, law.success(samples: samples, shift: shift))
      }
    }
  }

  @Test func theRecoveryLawIsToldFromAShiftedOne() {
    let claim = RecoveryLawClaim()
    let found = claim.judge(grid(), .stated, alarmRate: alarmRate)
    #expect(found.verdict == .consistent && found.trials == 44_000 && found.hypothesesCertified == 44_000)
    #expect(claim.judge(grid(shift: 0.1), .stated, alarmRate: alarmRate).verdict == .refuted)
    #expect(found.remarks.contains { $0.contains("normal form") && $0.contains("N = 50") && $0.contains("N = 100") })
  }

  @Test(arguments: [RecoveryLawClaim(), Theorem3Claim(), SampleComplexityClaim()] as [any RecoveryClaim])
  func otherInputsDoNotCount(_ claim: any RecoveryClaim) {
    let found = claim.judge(grid(inputs: .uniform, shift: 5), .stated, alarmRate: alarmRate)
    #expect(found.verdict == .inconclusive && found.hypothesesCertified == 0 && found.trials == 44_000)
    #expect(found.remarks.contains { $0.contains("44000 trials with other inputs") })
  }

  /// N = 100, s = 5: at μ = 2 the theorem has P = ⌈62·2·ln 100⌉ = 572 and a failure probability of at most 1/100.
  @Test(arguments: [
    (572, 0.99, ClaimVerdict.consistent), (572, 0.95, .refuted), (286, 0.5, .consistent), (285, 0.01, .inconclusive),
  ])
  func theTheoremSpeaksOfItsOwnSamples(_ samples: Int, _ success: Double, _ verdict: ClaimVerdict) {
    let ensemble = PlantedEnsemble(dimension: 100, sparsity: 5, samples: samples)
    let found = Theorem3Claim().judge([cell(ensemble, success, of: 10_000)], .stated, alarmRate: alarmRate)
    #expect(found.verdict == verdict)
    if samples == 572 { expectClose(found.bound, 0.01, relative: 0.02) }
  }

  private let shapes = [50, 100, 200].flatMap { dimension in
    [0.02, 0.05, 0.1, 0.2].map { (dimension, Int($0 * Double(dimension))) }
  }

  @Test func successCurvesShowTheScaling() {
    let claim = SampleComplexityClaim()
    #expect(claim.judge(grid(shapes), .stated, alarmRate: alarmRate).verdict == .consistent)
    let one = claim.judge(grid([(50, 5)]), .stated, alarmRate: alarmRate)
    #expect(one.verdict == .consistent && one.hypothesesCertified == 22_000)
  }

  /// The fit's quantiles beside the exact law's, between whose whole numbers they lie but for the shape of the curve.
  @Test(arguments: [(50, 5), (100, 10), (200, 40)])
  func theFitHasTheLawsQuantiles(_ dimension: Int, _ sparsity: Int) throws {
    let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    let fitted = FittedTransition(grid([(dimension, sparsity)]))
    for probability in [0.1, 0.5, 0.9] {
      let samples = try #require(fitted.samples(probability))
      expectClose(
        samples, Double(law.samples(successAtLeast: probability)), absolute: 1, relative: 0.03, "\(probability)")
      #expect(fitted.samplesInterval(probability, confidence: 0.99).contains(samples))
    }
  }

  @Test func theFitIsNotExtrapolated() {
    let below = grid([(50, 5)]).filter { $0.ensemble.samples < RecoveryLaw(dimension: 50, sparsity: 5).median }
    #expect(FittedTransition(below).samples(0.5) == nil && FittedTransition(below).samples(0.05) != nil)
    let never = PlantedEnsemble(dimension: 50, sparsity: 5, samples: 5)
    #expect(FittedTransition([cell(never, 0)]).samples(0.5) == nil)
  }

  @Test func universalityIsJudgedForTheInputsItIsClaimedOf() {
    func found(_ inputs: InputDistribution, shift: Double) -> Finding {
      UniversalityClaim().judge(grid(inputs: inputs, shift: shift), .stated, alarmRate: alarmRate)
    }
    #expect(found(.rademacher, shift: 0.02).verdict == .consistent)
    #expect(found(.rademacher, shift: 0.25).verdict == .notBorneOut)
    #expect(found(.correlated(rho: 0.5), shift: 0.25).verdict == .inconclusive)
    expectClose(found(.uniform, shift: 0.25).measured, 0.25, absolute: 0.01)
    #expect(found(.correlated(rho: 0.5), shift: 0.25).remarks.count == 3, "one for each N and s, and one for the limit")
  }
}
