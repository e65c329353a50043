// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **Sampling a whole network by sensitivity** (`CoreNetBound`, after Baykal et al. 2019). With the tolerances ε_ℓ of the theorem, Δ_ℓ
/// the largest cancellation over S, and (2 + 2ε_ℓ/3)·S_i·log(2E/δ)/ε_ℓ² draws for every part i of a neuron, E the parts times the
/// samples, all outputs on S stay within 1 ± ε, except with probability δ.
///
/// CoreNet's own count is measured beside it and not drawn: with its allowance κ it asks for many orders of magnitude more.
///
/// - Measured: a fresh network, S and draws a trial; the largest relative error of an output on S, and on as many fresh samples.
/// - Verdict: refuted by more failures than δ allows (exact binomial tail, Holm). Networks that ask for 2³² draws a part or more are
///   not drawn, and do not count: those of signed weights.
public struct CoreNetNetworkClaim: SamplingClaim {
  public typealias Sampled = NetworkSamplingExperiment

  public let name = "corenet-network"
  public let kind = ClaimClass.probabilistic
  public let statement =
    "Layers sampled to ε_ℓ = ((1+ε)^(1/L) − 1)/(Δ_ℓ⋯Δ_L) keep a network's outputs within 1 ± ε on S, except with probability δ."
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "networks of unsigned weights, 3 layers of 20, and of signed ones, 2 of 80", "fewer than 2³² draws a part")
  }

  public init() {}

  public static let trials = 120

  public static var verified: [(cell: Cell, shortage: Double)] {
    [(Sampled.Weights.nonnegative, 2, 200, 256.0), (.mixed, 1, 260, 48)].map { weights, depth, width, shortage in
      let cell = Sampled().cell([
        Sampled.weights.is(weights), Sampled.depth.is(depth), Sampled.width.is(width), Sampled.samples.is(2),
        Sampled.epsilon.is(0.9), Sampled.delta.is(0.3),
      ])
      return (cell, shortage)
    }
  }
}
