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

  /// Cells whose P₅₀ follows C·f exactly, but for a rounding to whole samples.
  private func cells(_ law: ScalingLaw, constant: Double) -> [CriticalSamples] {
    [100, 200, 400].flatMap { dimension in
      [0.01, 0.02, 0.05, 0.1, 0.2].map { fraction in
        let sparsity = Int(fraction * Double(dimension))
        let shape = CriticalSamples(dimension: dimension, sparsity: sparsity, counts: [])
        let fifty = Int((constant * law.scale(shape)).rounded())
        return CriticalSamples(
          dimension: dimension, sparsity: sparsity, counts: (-200...200).map { fifty * (1_000 + $0) / 1_000 })
      }
    }
  }

  @Test(arguments: [ScalingLaw.sparsityLogRatio, .sparsityLogDimension, .sparsity, .dimension])
  func eachLawIsFoundWhereItHolds(truth: ScalingLaw) {
    let measured = cells(truth, constant: 30)
    for law in ScalingLaw.allCases where law != .statisticalDimension {
      let finding = SampleComplexityClaim().judge(law, measured, alarmRate: alarmRate)
      #expect(finding.verdict == (law == truth ? .consistent : .notBorneOut), "\(law) on \(truth)")
    }
  }

  /// P₅₀ follows the law, P₉₅ does not: at N = 400 the slowest fifth of the trials needs ten times the samples.
  @Test func growthOfTheUpperQuantileRefutes() {
    let measured = cells(.sparsityLogRatio, constant: 30).map { cell in
      guard cell.dimension == 400 else { return cell }
      let slow = cell.counts.enumerated().map { $0.offset >= 320 ? 10 * $0.element : $0.element }
      return CriticalSamples(dimension: 400, sparsity: cell.sparsity, counts: slow)
    }
    let finding = SampleComplexityClaim().judge(.sparsityLogRatio, measured, alarmRate: alarmRate)
    #expect(finding.verdict == .notBorneOut && finding.measured > 5 * finding.bound)
  }
}
