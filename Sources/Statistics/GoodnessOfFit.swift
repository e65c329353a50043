// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A count beside the success probability that a law computes for its cell.
public struct PredictedCount: Hashable, Sendable {
  /// What was counted.
  public let count: Proportion
  /// The computed probability p of one success.
  public let probability: Double

  /// A count and the probability, in 0…1, that it is measured against.
  public init(count: Proportion, probability: Double) {
    precondition((0...1).contains(probability), "a probability, not \(probability)")
    self.count = count
    self.probability = probability
  }

  /// The exact two-sided binomial p-value of this cell alone; see ``BinomialDistribution/twoSidedPValue(_:midP:)``.
  public func exactPValue(midP: Bool = false) -> Double {
    BinomialDistribution(trials: count.trials, successProbability: probability)
      .twoSidedPValue(count.successes, midP: midP)
  }

  fileprivate var deviation: Deviation {
    let expected = Double(count.trials) * probability
    return Deviation(value: Double(count.successes) - expected, weight: expected * (1 - probability))
  }
}

extension ChiSquare {
  /// χ² = Σ (k − np)²/(np(1 − p)) of independent binomial cells against computed probabilities, one degree of freedom a
  /// group.
  ///
  /// Neighbouring cells, in the order given, are pooled (deviations and variances added) until a group's variance
  /// reaches `minimumVariance`; a remainder joins the last group. Cells that cannot vary (p = 0 or 1) are left out when
  /// they agree and make the statistic infinite when they do not. Pooling hides what one sparse cell does: ask
  /// ``PredictedCount/exactPValue(midP:)`` as well.
  public init(of cells: [PredictedCount], minimumVariance: Double = 5) {
    self.init(pooling: cells.map(\.deviation), minimumWeight: minimumVariance, constraints: 0)
  }

  /// Pearson's χ² = Σ (k − np)²/(np) of one multinomial sample against the probabilities of its categories, one degree
  /// fewer than groups.
  ///
  /// Neighbouring categories are pooled until a group's expected count reaches `minimumExpected`; a remainder joins the
  /// last group. An observation in a category of probability 0 makes the statistic infinite.
  public init(counts: [Int], probabilities: [Double], minimumExpected: Double = 5) {
    precondition(counts.count == probabilities.count, "\(counts.count) counts, \(probabilities.count) probabilities")
    let sum = probabilities.reduce(0, +)
    precondition(abs(sum - 1) < 1e-9, "the probabilities of all categories must add to one, not \(sum)")
    let total = Double(counts.reduce(0, +))
    let deviations = zip(counts, probabilities).map { Deviation(value: Double($0) - total * $1, weight: total * $1) }
    self.init(pooling: deviations, minimumWeight: minimumExpected, constraints: 1)
  }
}

/// Observed − expected, and what its square is measured against.
private struct Deviation {
  var value: Double
  var weight: Double
}

extension ChiSquare {
  /// Adds neighbours together until every group has the weight asked for, where the total allows it, then sums
  /// value²/weight.
  private init(pooling deviations: [Deviation], minimumWeight: Double, constraints: Int) {
    var groups: [Deviation] = []
    for deviation in deviations where deviation.weight > 0 {
      if let last = groups.last, last.weight < minimumWeight {
        groups[groups.count - 1].absorb(deviation)
      } else {
        groups.append(deviation)
      }
    }
    if let last = groups.last, last.weight < minimumWeight, groups.count > 1 {
      groups.removeLast()
      groups[groups.count - 1].absorb(last)
    }
    let impossible = deviations.contains { $0.weight == 0 && $0.value != 0 }
    self.init(
      statistic: impossible ? .infinity : groups.map { $0.value * $0.value / $0.weight }.reduce(0, +),
      degreesOfFreedom: max(groups.count - constraints, 0))
  }
}

extension Deviation {
  fileprivate mutating func absorb(_ neighbour: Deviation) {
    value += neighbour.value
    weight += neighbour.weight
  }
}
