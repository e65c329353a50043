// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Testing

@Suite struct SampleComplexityTests {
  private let alarmRate = 1e-5

  /// The order statistics x₍₄₀₎ and x₍₆₁₎ of 100 hold the median with 95 %: tabulated, e.g. Conover, Practical Nonparametric Statistics.
  @Test func quantilesHaveTheTabulatedIntervals() {
    let cell = CriticalSamples(dimension: 50, sparsity: 5, counts: (1...100).map { $0 }.shuffled() + [nil])
    #expect(cell.quantile(0.5) == 50 && cell.quantile(0.95) == 95 && cell.undecided == 1)
    let interval = cell.interval(0.5, confidence: 0.95)
    #expect(interval.lower == 40 && interval.upper == 61)
    #expect(cell.interval(0.95, confidence: 0.9999).upper == nil, "100 trials cannot bound P₉₅ so surely")
  }

  /// Cells whose P₅₀ follows C·f exactly, but for a rounding to whole samples, at small N and far beyond.
  private func cells(_ law: ScalingLaw, constant: Double) -> [CriticalSamples] {
    [(100, 2), (100, 5), (100, 20), (200, 4), (200, 10), (200, 40), (400, 8), (400, 20), (100_000, 1), (1_000_000, 10)]
      .map {
        dimension, sparsity in
        let shape = CriticalSamples(dimension: dimension, sparsity: sparsity, counts: [])
        let fifty = Int((constant * law.scale(shape)).rounded())
        return CriticalSamples(
          dimension: dimension, sparsity: sparsity, counts: (-200...200).map { fifty * (1_000 + $0) / 1_000 })
      }
  }

  private func verdict(_ cells: [CriticalSamples], _ variant: ClaimVariant = .stated) -> ClaimVerdict {
    SampleComplexityClaim().judge(cells, variant, alarmRate: alarmRate).verdict
  }

  /// Between 2.2 and 4 the constant may be anything; beyond it is refuted, on either side, and so is every rival's control.
  @Test(arguments: [(3.0, ClaimVerdict.consistent), (3.8, .consistent), (4.6, .refuted), (1.9, .refuted)])
  func constantsAreBracketed(constant: Double, verdict: ClaimVerdict) {
    #expect(self.verdict(cells(.sparsityLogRatio, constant: constant)) == verdict)
  }

  @Test(arguments: [ScalingLaw.sparsityLogRatio, .sparsityLogDimension, .sparsity, .dimension])
  func rivalsFallWhereTheyAreFalse(truth: ScalingLaw) {
    let constant = truth == .dimension ? 0.4 : truth == .sparsity ? 10 : 3.0
    let found = SampleComplexityClaim().judge(cells(truth, constant: constant), .falsified, alarmRate: alarmRate)
    #expect((found.verdict == .refuted) == (truth == .sparsityLogRatio), "\(found)")
    #expect(verdict(cells(truth, constant: constant)) == (truth == .sparsityLogRatio ? .consistent : .refuted))
  }
}
