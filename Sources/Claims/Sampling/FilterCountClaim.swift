// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **PFP's count of filters.** (6 + 2ε)·S·log(4η/δ)/ε² draws of channels, S the sum of their sensitivities and η the filters that take
/// them times the patches they are applied to, keep both parts of every filter's response to a *fresh* sample within 1 ± ε,
/// except with probability δ (Liebenwein et al. 2020).
///
/// The constant is Bernstein's for shares of up to 3 times the sensitivity; that larger ones are rare is an assumption,
/// `fresh-sensitivity`.
///
/// - Measured: a fresh layer, dense or convolutional, a fresh S and one fresh sample a trial.
/// - Verdict: refuted by more failures than δ allows (exact binomial tail, Holm).
public struct FilterCountClaim: SamplingClaim {
  public typealias Sampled = FilterSamplingExperiment

  public let name = "pfp-count"
  public let kind = ClaimClass.probabilistic
  public let statement =
    "(6 + 2ε)·S·log(4η/δ)/ε² channels drawn by sensitivity keep a layer's answer to a fresh sample within 1 ± ε, up to δ."
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "a dense layer of 60 channels and a convolution of 12",
      "shares on fresh samples of at most 3 times the sensitivity")
  }

  public init() {}

  public static let trials = 120

  public static var verified: [(cell: Cell, shortage: Double)] {
    [(Sampled.Kind.dense, 2_000, 2, 10, 40.0), (.convolution, 300, 1, 5, 90)].map {
      layer, channels, filters, samples, shortage in
      let cell = Sampled().cell([
        Sampled.layer.is(layer), Sampled.channels.is(channels), Sampled.filters.is(filters),
        Sampled.samples.is(samples),
        Sampled.epsilon.is(0.9), Sampled.delta.is(0.3),
      ])
      return (cell, shortage)
    }
  }
}
