// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Why there is no law of a pruned neuron or layer for the numbers asked about.
public enum PrunedLawError: Error, Hashable, Sendable, CustomStringConvertible {
  case noWeights
  case notFinite(index: Int, value: Double)
  case zeroWeights
  /// The neuron responds alike to all inputs, so that no sample says anything about its weights.
  case constantResponse
  case samples(Int)
  /// ε/‖y‖ outside (0, 1).
  case relativeEpsilon(Double)
  /// No ε leads to what was asked for.
  case outOfReach(quantity: String, asked: Double, nearest: [Double])
  /// More samples than can be counted would be needed.
  case tooManySamples(limit: Int)
  /// The stationarity equations were not met to the tolerance of ``PrunedNeuronLaw``; no root is returned.
  case notConverged(residual: Double)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .noWeights: "there are no weights"
    case .notFinite(let index, let value): "weight \(index) is \(value); weights must be finite"
    case .zeroWeights: "all weights are zero: there is nothing to prune"
    case .constantResponse: "the neuron responds alike to all inputs"
    case .samples(let count): "\(count) samples; give at least 1"
    case .relativeEpsilon(let value):
      "a relative tolerance of \(value); give a number between 0 and 1, both excluded: at 0 the question is exact recovery, "
        + "at 1 all weights go"
    case .outOfReach(let quantity, let asked, let nearest):
      "no tolerance leads to \(quantity) of \(asked); the nearest: "
        + nearest.map { String(format: "%.6g", $0) }.joined(separator: ", ")
    case .tooManySamples(let limit): "more than \(limit) samples would be needed"
    case .notConverged(let residual):
      "the stationarity equations of the law were not solved (largest relative residual \(residual))"
    }
  }
}
