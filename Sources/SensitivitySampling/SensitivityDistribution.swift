// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import RandomStreams
import Statistics

/// Sensitivities s_j > 0 of things that can be kept or left out, and the probabilities q_j = s_j/S that go with them.
///
/// Sampling m of them with replacement and giving thing j the factor count_j/(m·q_j) estimates every sum over the things
/// without bias.
public struct SensitivityDistribution: Hashable, Sendable {
  /// s_j, one for each thing that is drawn.
  public let sensitivities: [Double]
  /// S = Σ_j s_j.
  public let total: Double

  /// - Precondition: sensitivities above 0, at least one.
  public init(_ sensitivities: [Double]) {
    precondition(!sensitivities.isEmpty && sensitivities.allSatisfy { $0 > 0 }, "sensitivities above 0")
    self.sensitivities = sensitivities
    total = sensitivities.reduce(0, +)
  }

  /// The same for all: sampling that knows nothing of data and weights.
  public init(uniform count: Int) { self.init(Array(repeating: 1, count: count)) }

  /// Of what is drawn from.
  public var count: Int { sensitivities.count }

  /// q_j.
  public var probabilities: [Double] { sensitivities.map { $0 / total } }

  /// count_j/(m·q_j) for m draws with replacement; 0 for things that were not drawn, 1 in expectation.
  ///
  /// - Complexity: O(count), however large m is.
  public func sampledFactors(draws: Int, from stream: inout RandomStream) -> [Double] {
    let counts = stream.multinomial(trials: draws, weights: sensitivities)
    return zip(counts, sensitivities).map { Double($0) / (Double(draws) * ($1 / total)) }
  }

  /// Σ_j 1 − (1 − q_j)^m: how many different things m draws are expected to find.
  public func expectedDistinct(draws: Double) -> Double {
    sensitivities.reduce(0) { $0 - expm1(draws * log1p(-$1 / total)) }
  }

  /// So many draws as are expected to find `count` different things, one fewer than there are at most, in whole numbers.
  ///
  /// - Complexity: O(count·10).
  public func draws(distinct count: Int) -> Int {
    let wanted = Double(min(count, self.count - 1))
    guard wanted > 1 else { return max(count, 1) }
    // Rare things only come with many draws; all but one of them may not come in 10⁹.
    let root = brentRoot(in: 0...log(1e9), absolute: 1e-9, relative: 0) { expectedDistinct(draws: exp($0)) - wanted }
    return wholeDraws(root.map(exp) ?? 1e9)
  }

  /// 1 for the `kept` largest sensitivities, the first of equal ones, and 0 for the others.
  ///
  /// - Complexity: O(count·log count).
  public func largestFactors(_ kept: Int) -> [Double] {
    let order = sensitivities.indices.sorted { first, second in
      let (a, b) = (sensitivities[first], sensitivities[second])
      return a == b ? first < second : a > b
    }
    var factors = [Double](repeating: 0, count: count)
    for index in order.prefix(kept) { factors[index] = 1 }
    return factors
  }

  /// Σ s_j over what has the factor 0: with all other factors 1, a bound on the relative error on every sample that the
  /// sensitivities are the maximum over.
  public func leftOut(_ factors: [Double]) -> Double {
    zip(sensitivities, factors).reduce(0) { $1.1 == 0 ? $0 + $1.0 : $0 }
  }
}
