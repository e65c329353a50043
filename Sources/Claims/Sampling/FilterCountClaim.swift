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
  public let falseVariant = "50 times fewer draws"
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "a dense layer of 60 channels and a convolution of 12",
      "shares on fresh samples of at most 3 times the sensitivity")
  }

  public init() {}

  public static var verified: [Cell] {
    Sampled.Kind.allCases.map { layer in
      Sampled().cell([
        Sampled.layer.is(layer), Sampled.channels.is(layer == .dense ? 60 : 12), Sampled.filters.is(6),
        Sampled.samples.is(20),
      ])
    }
  }
}
