// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics

/// How many samples a planted neuron needs, one by one: recovery only becomes true as samples are added.
///
/// Samples arrive in sequence; every trial has one least count P at which it is recovered. The count's distribution over trials is the
/// whole success curve, and its quantiles are P₅₀, P₉₅ without a model of the curve.
package struct CriticalSamples: Sendable {
  package let dimension: Int
  package let sparsity: Int
  /// Least sample counts of the decided trials, ascending.
  package let counts: [Int]
  package let undecided: Int

  package init(dimension: Int, sparsity: Int, counts: [Int?]) {
    self.dimension = dimension
    self.sparsity = sparsity
    self.counts = counts.compactMap { $0 }.sorted()
    undecided = counts.count - self.counts.count
  }

  /// The least P that recovers in a fraction `probability` of the trials.
  package func quantile(_ probability: Double) -> Int {
    counts[min(counts.count - 1, max(0, Int((probability * Double(counts.count)).rounded(.up)) - 1))]
  }

  /// An interval for the P at which success has probability `probability`: where Clopper and Pearson's interval of the frequency
  /// of success within P first holds it, and last. Distribution-free; the upper end is nil where the trials are too few.
  package func interval(_ probability: Double, confidence: Double) -> (lower: Int, upper: Int?) {
    let intervals = counts.indices.map { index in
      Proportion(successes: index + 1, trials: counts.count).clopperPearsonInterval(confidence: confidence)
    }
    let lower = intervals.firstIndex { $0.upperBound >= probability } ?? counts.count - 1
    return (counts[lower], intervals.firstIndex { $0.lowerBound >= probability }.map { counts[$0] })
  }
}

extension CriticalSamples {
  /// nil where the trials measured something else.
  init?(_ trials: CellTrials) {
    guard let outcome = trials.outcomes.first,
      outcome.measurements.contains(where: { $0.name == CriticalSamplesExperiment.criticalSamples.name })
    else { return nil }
    let counts = trials.trials.map { $0.outcome?[CriticalSamplesExperiment.criticalSamples].map { Int($0) } }
    self.init(
      dimension: trials.cell[CriticalSamplesExperiment.dimension],
      sparsity: trials.cell[CriticalSamplesExperiment.sparsity], counts: counts.map { $0 ?? nil })
  }
}

extension CriticalSamples: MeasuredTransition {
  package var decided: Int { counts.count }

  package func samples(_ probability: Double) -> Double? { counts.isEmpty ? nil : Double(quantile(probability)) }

  package func samplesInterval(_ probability: Double, confidence: Double) -> ClosedRange<Double> {
    let interval = interval(probability, confidence: confidence)
    return Double(interval.lower)...(interval.upper.map { Double($0) } ?? .infinity)
  }
}
