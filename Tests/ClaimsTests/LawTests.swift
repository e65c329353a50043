// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import RecoveryTheory
import Statistics
import TestSupport
import Testing

/// How sensitive the law's test is, and how shifts from the law are read.
@Suite struct LawTests {
  private static let cells: [RecoveryLawCell] = [(20, 2), (50, 5), (100, 5)].flatMap { dimension, sparsity in
    let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    return [0.1, 0.3, 0.5, 0.7, 0.9].map {
      RecoveryLawCell(law: law, samples: law.samples(successAtLeast: $0), trials: 2_000)
    }
  }

  /// The simulated power against the noncentral χ² law of the statistic: at the error of power 0.9 by simulation with other
  /// draws, and by the closed form 0.9 as well, to the ±0.05 that 400 repetitions and its normal approximation allow.
  @Test func theDetectableErrorIsDetectedNineTimesInTen() throws {
    let alarmRate = 1e-5
    let power = LawPower(cells: Self.cells, alarmRate: alarmRate, seed: 1)
    let error = try #require(power.detectableError(power: 0.9))
    #expect(error > 0.005 && error < 0.05)
    let again = LawPower(cells: Self.cells, alarmRate: alarmRate, seed: 2)
    expectClose(again.power(error: error), 0.9, absolute: 0.06)
    let noncentrality = Self.cells.reduce(0) { sum, cell in
      let (stated, true_) = (cell.law.success(samples: cell.samples), cell.predicted(error: error))
      return sum + Double(cell.trials) * (true_ - stated) * (true_ - stated) / (stated * (1 - stated))
    }
    // χ² is one of two tests, so it runs at half the rate; where its tail is 5·10⁻⁶ for 15 degrees of freedom: 52.32.
    let limit = 52.32
    expectClose(ChiSquare(statistic: limit, degreesOfFreedom: 15).pValue, alarmRate / 2, relative: 0.1)
    let predicted = noncentralChiSquareTail(limit, degreesOfFreedom: 15, noncentrality: noncentrality)
    expectClose(predicted, 0.9, absolute: 0.06)
  }

  @Test func aTrueLawIsNotDetected() {
    #expect(LawPower(cells: Self.cells, alarmRate: 1e-5, seed: 3).power(error: 0) == 0)
    #expect(LawPower(cells: Self.cells, alarmRate: 1e-5, seed: 3).power(error: 0.1) == 1)
  }

  /// δ off by 10 % moves P₅₀ by 10 %.
  @Test func aShiftedLawIsTheLawElsewhere() {
    let law = RecoveryLaw(dimension: 100, sparsity: 5)
    expectClose(law.success(samples: 44, shift: 0.1), law.success(samples: 40), relative: 1e-9)
    let between = law.success(samples: 40, shift: 40 / 40.5 - 1)
    expectClose(between, (law.success(samples: 40) + law.success(samples: 41)) / 2, relative: 1e-9)
  }

  private func outcome(_ inputs: InputDistribution, recovered: Int, sparsity: Int = 5) -> UniversalityOutcome {
    let law = RecoveryLaw(dimension: 100, sparsity: sparsity)
    return UniversalityOutcome(
      inputs: inputs, law: law, samples: 40, count: count(recovered: recovered, failed: 10_000 - recovered),
      expectedGivenActive: 0.5)
  }

  /// At P = 40 inputs that succeed as often as Gaussian ones do with 44 samples need 40/44 of theirs.
  @Test func shiftsAreReadOffTheGaussianLaw() {
    let law = RecoveryLaw(dimension: 100, sparsity: 5)
    let quick = outcome(.uniform, recovered: Int(10_000 * law.success(samples: 44)))
    expectClose(quick.shift, 40.0 / 44 - 1, absolute: 1e-3)
    #expect(quick.shiftInterval(confidence: 0.99).contains(40.0 / 44 - 1))
    #expect(outcome(.uniform, recovered: 0).shift == .infinity && outcome(.uniform, recovered: 10_000).shift == -1)
  }

  /// Success at P₅₀ of the Gaussian law as of inputs that need a share `shift` more samples, at N = 100 and 200, s = N/20.
  private func course(_ inputs: InputDistribution, shifts: [Double]) -> [UniversalityOutcome] {
    zip([100, 200], shifts).map { dimension, shift in
      let law = RecoveryLaw(dimension: dimension, sparsity: dimension / 20)
      let recovered = Int(10_000 * law.success(samples: law.median, shift: shift))
      return UniversalityOutcome(
        inputs: inputs, law: law, samples: law.median, count: count(recovered: recovered, failed: 10_000 - recovered))
    }
  }

  /// A shift that halves as N doubles goes to 0; one that stays does not, and of other inputs nothing is claimed.
  @Test func onlyTheLimitOfClaimedInputsCounts() {
    func finding(_ outcomes: [UniversalityOutcome]) -> Finding {
      UniversalityClaim().judge(outcomes, .stated, alarmRate: 1e-5)
    }
    let (falling, staying) = (course(.uniform, shifts: [0.2, 0.1]), course(.rademacher, shifts: [0.1, 0.1]))
    #expect(finding(falling).verdict == .consistent)
    #expect(finding(falling).remarks.contains { $0.contains("uniform, s/N = 0.05: P₅₀ shifted by +20") })
    #expect(finding(falling + staying).verdict == .notBorneOut && finding(falling + staying).violations == 1)
    #expect(finding(course(.correlated(rho: 0.5), shifts: [0.1, 0.1])).verdict == .inconclusive)
    #expect(finding([falling[0]]).verdict == .inconclusive)
  }
}
