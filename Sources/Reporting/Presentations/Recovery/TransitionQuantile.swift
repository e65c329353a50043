// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import RecoveryTheory
import Statistics
import StudyModel

/// Where a measured success curve reaches a probability, beside where the exact law does.
package struct TransitionQuantile: Codable, Hashable, Sendable {
  package let probability: Double
  /// nil where the trials do not determine it.
  package let samples, low, high: Double?
  /// Of low to high.
  package let confidence: Double
  /// Where the exact law for Gaussian inputs and one neuron crosses it, between whole numbers of samples.
  package let samplesExact: Double

  /// samples/samplesExact.
  package var ratio: Double? { samples.map { $0 / samplesExact } }

  /// "5 %" as headings have it.
  var percent: String { (100 * probability).general(4) }
}

extension RecoveryResults.Transition {
  /// Confidence of the intervals of curves that are fitted to listed cells.
  static let confidence = 0.95

  /// By the search's own intervals, which hold wherever it stopped, where there was one; else by the fit's profile likelihood.
  func quantile(_ probability: Double) -> TransitionQuantile {
    let exact = predicted.quantile(probability)
    if let found = search?.estimates.first(where: { $0.probability == probability }) {
      return TransitionQuantile(
        probability: probability, samples: found.samples, low: found.low, high: found.high,
        confidence: found.confidence, samplesExact: exact)
    }
    let interval = interval(probability)
    return TransitionQuantile(
      probability: probability, samples: fitted.samples(probability),
      low: interval.flatMap { $0.lowerBound.isFinite ? $0.lowerBound : nil },
      high: interval.flatMap { $0.upperBound.isFinite ? $0.upperBound : nil }, confidence: Self.confidence,
      samplesExact: exact)
  }

  /// Whether a search ended with its trials used up before its intervals were narrow enough.
  var isCapped: Bool { search?.phase == .capped }

  /// p-value of Pearson's χ² of the probit fit; nil where nothing is fitted.
  var fitPValue: Double? { fitted.fit.pearson?.pValue }
}

extension RecoveryResults {
  /// The probabilities whose numbers of samples a reader sees: of an adaptive study those that it asked for.
  var probabilities: [Double] { study.grid.policy?.probabilities ?? [0.05, 0.5, 0.95] }

  /// Those of the console, which has little room.
  var mainProbabilities: [Double] { study.grid.policy?.probabilities ?? [0.5] }

  /// Whether the probit curve does not fit, at 1 % for all curves together.
  func isRejected(_ transition: Transition) -> Bool {
    transition.fitPValue.map { $0 <= 0.01 / Double(transitions.count) } ?? false
  }
}
