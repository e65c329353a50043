// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Parallel

/// What Net-Trim at ε > 0 leaves of a layer whose M neurons share one Frobenius ball, for inputs x ~ N(m, Σ).
///
/// Each neuron follows ``CorrelatedPrunedNeuronLaw`` with its own ε_m, and the multiplier of the ball is common to all, Σε_m² = ε². The
/// ε_m are found to within a few per cent, the error that a handful of draws leaves: ln ε_m falls about as 0.7·ln μ, and its slope is
/// taken from the last two rounds afterwards.
public struct CorrelatedPrunedLayerLaw: Sendable {
  /// Of the neurons that have one, in their order.
  public let neurons: [CorrelatedPrunedNeuronLaw]
  /// Neurons without weights, or whose response does not vary: nothing is left of them, and nothing of them is counted.
  public let constantNeurons: Int
  /// ‖Û‖₁/‖W‖₁ of the neurons that have a law.
  public let norm1Ratio: Double

  private static let rounds = 4

  /// - Parameters:
  ///   - weights: the M neurons' weights, N each.
  ///   - samples: P ≥ 1.
  ///   - relativeEpsilon: R = ε/‖Y‖_F, between 0 and 1.
  ///   - draws: as in ``CorrelatedPrunedNeuronLaw``; the ε_m are found with the first.
  ///   - workers: neurons computed at the same time.
  /// - Throws: ``PrunedLawError``.
  /// - Complexity: a draw of every neuron for each of four rounds, and all draws once.
  public init(
    weights: [[Double]], samples: Int, relativeEpsilon: Double, inputs: GaussianInputs, draws: [[Double]],
    isLinear: Bool = false, workers: Int = 1
  ) throws(PrunedLawError) {
    let layer = Task(
      weights: weights, samples: samples, inputs: inputs, isLinear: isLinear, workers: workers)
    var shares = LayerShares(neurons: weights.count, relativeEpsilon: relativeEpsilon)
    for _ in 0..<(weights.count > 1 ? Self.rounds : 0) {
      shares.rebalance(try layer.laws(shares.relative, Array(draws.prefix(1))))
    }
    let laws = try layer.laws(shares.relative, draws)
    neurons = laws.compactMap(\.self)
    constantNeurons = laws.count { $0 == nil }
    let norms = zip(laws, weights).compactMap { law, w in law.map { (law: $0, norm: w.reduce(0) { $0 + abs($1) }) } }
    let before = norms.reduce(0) { $0 + $1.norm }
    norm1Ratio = before > 0 ? norms.reduce(0) { $0 + $1.law.norm1Ratio * $1.norm } / before : 0
  }

  /// E‖Û‖₀.
  public var kept: Double { neurons.reduce(0) { $0 + $1.kept } }

  /// √(Σ_m E(error on a fresh input)²/Σ_m E(response)²).
  public var freshError: Double {
    let power = neurons.reduce(0) { $0 + $1.responseNorm * $1.responseNorm }
    let error = neurons.reduce(0) { $0 + pow($1.freshError * $1.responseNorm, 2) }
    return power > 0 ? (error / power).squareRoot() : 0
  }

  /// The neurons at given ε_m.
  private struct Task: Sendable {
    let weights: [[Double]]
    let samples: Int
    let inputs: GaussianInputs
    let isLinear: Bool
    let workers: Int

    /// nil of a neuron without a law.
    func laws(_ relative: [Double], _ draws: [[Double]]) throws(PrunedLawError) -> [CorrelatedPrunedNeuronLaw?] {
      try concurrentMap(weights.count, workers: workers) { m throws(PrunedLawError) in
        do throws(PrunedLawError) {
          return try CorrelatedPrunedNeuronLaw(
            weights: weights[m], samples: samples, relativeEpsilon: relative[m], inputs: inputs, draws: draws,
            isLinear: isLinear)
        } catch .zeroWeights {
          return nil
        } catch .constantResponse {
          return nil
        }
      }
    }
  }
}
