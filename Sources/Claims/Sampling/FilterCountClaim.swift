// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **PFP's count of filters.** (6 + 2ε)·S·log(4η/δ)/ε² draws of channels, S the sum of their sensitivities and η the filters that take
/// them times the patches they are applied to, keep both parts of every filter's response to a *fresh* sample within 1 ± ε,
/// except with probability δ (Liebenwein et al. 2020).
///
/// The constant is Bernstein's for shares of up to 3 times the sensitivity; that larger ones are rare is an assumption,
/// `fresh-sensitivity`.
///
/// The authors' code draws K·2C = 18 times as many, with sensitivities that are a maximum over the entries of a kernel (`FilterCount`).
///
/// - Measured: a fresh layer, dense or convolutional, a fresh S and one fresh sample a trial.
/// - Verdict: refuted by more failures than δ allows (exact binomial tail, Holm).
public struct FilterCountClaim: SamplingClaim {
  /// What its studies draw.
  public typealias Sampled = FilterSamplingExperiment

  /// Its name on the command line and in studies.
  public let name = "pfp-count"
  /// A bound on a probability.
  public let kind = ClaimClass.probabilistic
  /// The statement in one sentence.
  public let statement =
    "(6 + 2ε)·S·log(4η/δ)/ε² channels drawn by sensitivity keep a layer's answer to a fresh sample within 1 ± ε, up to δ."
  /// What was promised before any trial was run.
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "a dense layer of 2000 channels, a convolution of 300, δ = 0.3; grouped filters, 30 of 5940 channels, whose shares are three times "
        + "their sensitivities, δ = 0.1; the count of the authors' code is vacuous in layers of such sizes, and measured in a study",
      "shares on fresh samples of at most 3 times the sensitivity",
      [
        .vacuousSampling,
        Amendment(
          "2026-12-01",
          what: "grouped filters are tested, where the bound is sharpest",
          why:
            "the count could be cut by 40 to 90 before it failed, so that a sharper constant would have passed as well",
          firstVerdict: "claim consistent, control refuted"),
      ])
  }

  /// The claim as it is registered.
  public init() {}

  /// The cells of `verify`, each with the factor by which a cut count must fail.
  public static var verified: [(cell: Cell, cut: Double)] {
    [
      (cell(.dense, channels: 2_000, filters: 2, samples: 10, delta: 0.3), 40),
      (cell(.convolution, channels: 300, filters: 1, samples: 5, delta: 0.3), 90),
      (cell(.grouped, channels: 5_940, filters: 30, samples: 1, delta: 0.1), 2.1),
    ]
  }

  private static func cell(
    _ layer: Sampled.Kind, channels: Int, filters: Int, samples: Int, delta: Double
  ) -> Cell {
    Sampled().cell([
      Sampled.layer.is(layer), Sampled.channels.is(channels), Sampled.filters.is(filters), Sampled.samples.is(samples),
      Sampled.epsilon.is(0.9), Sampled.delta.is(delta),
    ])
  }
}
