// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
public import Networks

/// How exact the sampling of each layer must be for the outputs of a whole network to stay within 1 ± ε.
///
/// **Theorem** (on the samples S, no assumption). Let Δ_ℓ bound the cancellation of layer ℓ over S and its neurons, and let
/// both parts of every neuron of layer ℓ be kept within 1 ± ε_ℓ on S, ε_ℓ = ((1 + ε)^{1/L} − 1)/(Δ_ℓ ⋯ Δ_L). Then every
/// output of the pruned network on S is within 1 ± ε of the original one, for ε < 1.
///
/// *Proof.* Let â be within 1 ± e of the original inputs a ≥ 0 of layer ℓ. Then each part of its sums is within
/// (1 ± ε_ℓ)(1 ± e), and |ẑ − z| ≤ ((1 + ε_ℓ)(1 + e) − 1)·Σ|w_j a_j| ≤ Δ_ℓ((1 + ε_ℓ)(1 + e) − 1)·|z|; ReLU keeps it. With E_ℓ this
/// factor times Δ_{ℓ+1} ⋯ Δ_L and ε′ = (1 + ε)^{1/L} − 1: E_ℓ = ε′(1 + e_{ℓ−1}) + E_{ℓ−1} ≤ ε′ + (1 + ε′)E_{ℓ−1}, as e ≤ E for Δ ≥ 1, so
/// E_L ≤ (1 + ε′)^L − 1 = ε. ∎
///
/// CoreNet's theorem has the same shape, with ε/(2L) for ε′, estimates Δ̂_ℓ + κ in place of the maxima, and fresh samples.
public struct CoreNetBound: Hashable, Sendable {
  /// ε_1, …, ε_L.
  public let tolerances: [Double]

  /// `cancellations`: Δ_1, …, Δ_L.
  public init(epsilon: Double, cancellations: [Double]) {
    let step = expm1(log1p(epsilon) / Double(cancellations.count))
    tolerances = CoreNetBound.products(cancellations).map { step / $0 }
  }

  /// As published: ε_ℓ = ε/(2L·Π_{k≥ℓ} Δ̂_k).
  public init(published epsilon: Double, cancellations: [Double]) {
    let step = epsilon / (2 * Double(cancellations.count))
    tolerances = CoreNetBound.products(cancellations).map { step / $0 }
  }

  /// Δ_ℓ ⋯ Δ_L for every ℓ.
  private static func products(_ values: [Double]) -> [Double] {
    var product = 1.0
    return Array(
      values.reversed().map { value in
        product *= value
        return product
      }.reversed())
  }
}

/// The sizes of a network that CoreNet's theorem speaks of.
public struct CoreNetConstants: Hashable, Sendable {
  /// η.
  public let neurons: Int
  /// η*.
  public let width: Int
  /// δ, the probability to fail, at most.
  public let delta: Double

  /// The bound for networks of these widths, with the failure probability δ.
  public init(_ network: Network, delta: Double) {
    let widths = network.layers.map(\.neurons)
    (neurons, width) = (widths.reduce(0, +), widths.max() ?? 0)
    self.delta = delta
  }

  /// K = log(η·η*).
  public var spread: Double { log(Double(neurons * width)) }
  /// log(8η/δ), of the count.
  public var logarithm: Double { log(8 * Double(neurons) / delta) }
  /// κ = √(2λ)·(1 + √(2λ)·log(8ηη*/δ)) with λ = log(ηη*)/2, which the theorem adds to every Δ̂.
  public var allowance: Double {
    let root = spread.squareRoot()
    return root * (1 + root * log(8 * Double(neurons * width) / delta))
  }
}
