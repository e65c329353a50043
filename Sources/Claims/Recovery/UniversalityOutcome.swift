// SPDX-License-Identifier: GPL-3.0-or-later
package import Ensembles
package import RecoveryTheory
import Statistics

/// How inputs of one distribution fared at a number of samples, mostly P₅₀ of the Gaussian law.
package struct UniversalityOutcome: Sendable {
  var inputs: InputDistribution
  var law: RecoveryLaw
  var samples: Int
  var count: OutcomeCount
  /// The mean of p_BP(n) over the trials' own numbers of active samples: what the law says if only these differ; nil where
  /// they are not known.
  var expectedGivenActive: Double?

  package init(
    inputs: InputDistribution, law: RecoveryLaw, samples: Int, count: OutcomeCount, expectedGivenActive: Double? = nil
  ) {
    self.inputs = inputs
    self.law = law
    self.samples = samples
    self.count = count
    self.expectedGivenActive = expectedGivenActive
  }

  /// How many more samples than Gaussian inputs these need for the same success (relative).
  package var shift: Double { shift(at: count.successes.rate) }

  /// The shift's interval, from Clopper and Pearson's of the rate.
  package func shiftInterval(confidence: Double) -> ClosedRange<Double> {
    let rates = count.successes.clopperPearsonInterval(confidence: confidence)
    return shift(at: rates.upperBound)...shift(at: rates.lowerBound)
  }

  /// The shift that takes the Gaussian law to success `rate` at P.
  private func shift(at rate: Double) -> Double {
    guard rate > 0 else { return .infinity }
    guard rate < 1 else { return -1 }
    let above = law.samples(successAtLeast: rate)
    let (low, high) = (law.success(samples: above - 1), law.success(samples: above))
    let equivalent = Double(above) - (high - rate) / (high - low)
    return Double(samples) / equivalent - 1
  }

  private var label: String { "\(inputs.name), N = \(law.volumes.dimension), s = \(law.volumes.sparsity)" }

  /// The law holds as far as these trials tell if no shift is among those that they allow (99 %).
  var remark: String {
    let interval = shiftInterval(confidence: 0.99)
    return
      "\(label): the law \(interval.contains(0) ? "holds" : "does not hold"), "
      + "P shifted by \(percent(shift)) (\(percent(interval.lowerBound)) to \(percent(interval.upperBound))); success "
      + "\(rounded(count.successes.rate)), law \(rounded(law.success(samples: samples)))"
      + (expectedGivenActive.map { ", given n \(rounded($0))" } ?? "")
  }

  private func percent(_ shift: Double) -> String { (shift < 0 ? "−" : "+") + rounded(abs(100 * shift)) + " %" }
}

extension [UniversalityOutcome] {
  /// For each distribution, N and s, the outcome at the P whose success the law has nearest to ½.
  var nearestToMedian: [UniversalityOutcome] {
    let groups = Dictionary(grouping: indices) { index in
      [self[index].inputs.name, "\(self[index].law.volumes.dimension)", "\(self[index].law.volumes.sparsity)"]
    }
    func distance(_ index: Int) -> Double { abs(self[index].law.success(samples: self[index].samples) - 0.5) }
    return groups.values.compactMap { $0.min { distance($0) < distance($1) } }.sorted().map { self[$0] }
  }
}

extension UniversalityOutcome {
  init(_ cell: RecoveryCell, law: RecoveryLaw) {
    self.init(
      inputs: cell.ensemble.inputs, law: law, samples: cell.ensemble.samples, count: cell.count,
      expectedGivenActive: cell.activeSamples.isEmpty ? nil : cell.activeSamples.mean(of: law))
  }
}

extension [Int] {
  /// The mean of p_BP(n) over these numbers of active samples.
  fileprivate func mean(of law: RecoveryLaw) -> Double {
    reduce(0) { $0 + law.volumes.basisPursuitSuccess(measurements: $1) } / Double(count)
  }
}
