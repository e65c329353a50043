// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What Net-Trim at ε > 0 leaves of a layer whose M neurons share one Frobenius ball, for standard Gaussian inputs.
///
/// Each neuron follows ``PrunedNeuronLaw`` with its own ε_m, and one multiplier μ = λ_m(r_m − ε_m)/(D_m ε_m) is common to all, such that
/// Σε_m² = ε². A neuron whose ε_m reaches ‖y_m‖ is pruned away whole.
public struct PrunedLayerLaw: Sendable {
  /// Each with its own share ε_m of the ball.
  public let neurons: [PrunedNeuronLaw]
  /// P.
  public let samples: Double
  /// Σ‖w_m‖₁.
  private let norm1: Double
  /// Σ‖û_m‖₁.
  private let prunedNorm1: Double

  /// - Parameters:
  ///   - weights: the M neurons' weights, N each.
  ///   - samples: P ≥ 1.
  ///   - goal: what ε is chosen for.
  ///   - isLinear: whether the neurons have no ReLU.
  /// - Throws: ``PrunedLawError``.
  /// - Complexity: about 60 sums over the distinct weights of each neuron, two error functions a term.
  public init(
    weights: [[Double]], samples: Int, goal: Goal, isLinear: Bool = false
  ) throws(PrunedLawError) {
    var solvers: [StationarySolver] = []
    for w in weights { solvers.append(try StationarySolver(weights: w, samples: samples, isLinear: isLinear)) }
    try self.init(solvers, goal)
  }

  init(_ solvers: [StationarySolver], _ goal: Goal) throws(PrunedLawError) {
    var search = try PrunedLayerSearch(solvers, goal)
    self = try search.law()
  }

  init(_ neurons: [PrunedNeuronLaw], of solvers: [StationarySolver]) {
    self.neurons = neurons
    samples = neurons.first?.samples ?? 0
    let norms = solvers.map { $0.profile.norm * $0.profile.norm1 }
    norm1 = norms.reduce(0, +)
    prunedNorm1 = zip(neurons, norms).reduce(0) { $0 + $1.0.norm1Ratio * $1.1 }
  }
}

extension PrunedLayerLaw {
  /// ε/‖Y‖_F.
  public var relativeEpsilon: Double { rootMeanSquare(\.relativeEpsilon) }
  /// E‖Û‖₀.
  public var kept: Double { neurons.reduce(0) { $0 + $1.kept } }
  /// The share of the N·M weights that stays.
  public var keptFraction: Double { kept / neurons.reduce(0) { $0 + Double($1.dimension) } }
  /// E‖Û‖₁/‖W‖₁.
  public var norm1Ratio: Double { prunedNorm1 / norm1 }
  /// √(Σ_m E(error on a fresh input)²/Σ_m E(response)²).
  public var freshError: Double { rootMeanSquare(\.freshError) }
  /// ‖Û − W‖_F/‖W‖_F.
  public var weightError: Double { rootMeanSquare(\.weightError) }
  /// ‖ReLU(UᵀX) − Y‖_F/‖Y‖_F on the samples.
  public var sampleError: Double { rootMeanSquare(\.sampleError) }

  /// Neurons weigh as E‖y_m‖², which is ω_m².
  private func rootMeanSquare(_ quantity: (PrunedNeuronLaw) -> Double) -> Double {
    let largest = neurons.reduce(0) { max($0, $1.norm) }
    let squares = neurons.reduce((0.0, 0.0)) { sums, neuron in
      let weight = neuron.norm / largest
      return (sums.0 + weight * weight, sums.1 + pow(weight * quantity(neuron), 2))
    }
    return (squares.1 / squares.0).squareRoot()
  }
}
