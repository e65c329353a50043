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
  /// What its studies draw.
  public typealias Sampled = NetworkSamplingExperiment

  /// Its name on the command line and in studies.
  public let name = "corenet-network"
  /// A bound on a probability.
  public let kind = ClaimClass.probabilistic
  /// The statement in one sentence.
  public let statement =
    "Layers sampled to ε_ℓ = ((1+ε)^(1/L) − 1)/(Δ_ℓ⋯Δ_L) keep a network's outputs within 1 ± ε on S, except with probability δ."
  /// What was promised before any trial was run.
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "unsigned weights, 2 layers of 200, and one weight in ten negative, 1 of 260, |S| = 2; one layer of 400 on disjoint samples, |S| = 10; ε = 0.9, "
        + "δ = 0.3", "fewer than 2³² draws a part",
      [
        .vacuousSampling,
        Amendment(
          "2026-12-01",
          what:
            "one layer on disjoint samples is tested, where the bound is sharpest; the union is over sums that there are",
          why:
            "the count could be cut by 48 to 256 before it failed, so that a sharper constant would have passed as well; inputs without signs were "
            + "counted as if they had them", firstVerdict: "claim consistent, control refuted"),
      ])
  }

  /// The claim as it is registered.
  public init() {}

  /// The cells of `verify`, each with the factor by which a cut count must fail.
  public static var verified: [(cell: Cell, cut: Double)] {
    [
      (cell(.nonnegative, .uniform, depth: 2, width: 200, samples: 2), 256),
      (cell(.mixed, .uniform, depth: 1, width: 260, samples: 2), 48),
      (cell(.nonnegative, .disjoint, depth: 1, width: 400, samples: 10), 2),
    ]
  }

  private static func cell(
    _ weights: Sampled.Weights, _ activations: ActivationLaw, depth: Int, width: Int, samples: Int
  ) -> Cell {
    Sampled().cell([
      Sampled.weights.is(weights), Sampled.activations.is(activations), Sampled.depth.is(depth),
      Sampled.width.is(width),
      Sampled.samples.is(samples), Sampled.epsilon.is(0.9), Sampled.delta.is(0.3),
    ])
  }

  /// CoreNet's own count, for fresh samples.
  public static func remarks(_ cells: [CellTrials]) -> [String] {
    let ratios = cells.compactMap { $0.mean(Sampled.logPublishedRatio) }
    guard let least = ratios.min(), let most = ratios.max() else { return [] }
    let met = cells.count { ($0.mean(Sampled.samplesRatio) ?? 0) >= 1 }
    return [
      "CoreNet's own count asks for 10^\(rounded(least)) to 10^\(rounded(most)) draws an edge, vacuous in \(ratios.count { $0 >= 0 }) of "
        + "\(ratios.count) cells; |S| is what its theorem asks for in \(met)"
    ]
  }
}
