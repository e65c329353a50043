// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What the law of a pruned neuron needs of its weights: the distinct magnitudes |w_j|/‖w‖ and how often each occurs.
///
/// Signs do not matter, since q ~ N(0, I) has none, and equal magnitudes share their expectations: the zeros of a sparse neuron cost
/// one evaluation.
struct WeightProfile: Sendable {
  /// N.
  let dimension: Int
  /// ω = ‖w‖.
  let norm: Double
  /// ‖w‖₁/‖w‖.
  let norm1: Double
  /// |ŵ_j|, ascending and distinct.
  let magnitudes: [Double]
  /// How many weights have each magnitude.
  let counts: [Double]

  /// - Throws: ``PrunedLawError`` if there are no weights or one is not finite.
  /// - Complexity: O(N log N).
  init(_ weights: [Double]) throws(PrunedLawError) {
    guard !weights.isEmpty else { throw .noWeights }
    if let index = weights.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index, value: weights[index]) }
    let largest = weights.reduce(0) { max($0, abs($1)) }
    // Scaled first: squares of weights near the ends of the range of numbers would not fit into it.
    let scaled = weights.map { largest > 0 ? abs($0) / largest : 0 }.sorted()
    let norm = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var (magnitudes, counts): ([Double], [Double]) = ([], [])
    for magnitude in scaled.lazy.map({ norm > 0 ? $0 / norm : 0 }) {
      if magnitude == magnitudes.last {
        counts[counts.count - 1] += 1
      } else {
        magnitudes.append(magnitude)
        counts.append(1)
      }
    }
    dimension = weights.count
    self.norm = largest * norm
    (self.magnitudes, self.counts) = (magnitudes, counts)
    norm1 = zip(magnitudes, counts).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// How many weights are not zero.
  var nonzeros: Int { dimension - (magnitudes.first == 0 ? Int(counts[0]) : 0) }
}
