// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **Sampling the edges of a neuron by sensitivity** (`BernsteinCount`, `CoreNetCount`). With so many draws, all samples that the
/// sensitivities were taken from keep their sum within 1 ± ε, except with probability δ.
///
/// - `bernstein`: (2 + 2ε/3)·S·log(2|S|/δ)/ε², which needs no assumption.
/// - `pfp`: PFP's (6 + 2ε)·S·log(4/δ)/ε², stated for one fresh sample.
/// - `corenet`: CoreNet's 8·log(n)·S·log(8/δ)/ε², likewise.
///
/// - Measured: fresh weights and samples in every trial, the largest relative error over the samples.
/// - Verdict: refuted by more failures than δ allows (exact binomial tail, Holm).
public struct SamplingPerNeuronClaim: SamplingClaim {
  public typealias Sampled = NeuronSamplingExperiment

  public let name = "sampling-per-neuron"
  public let kind = ClaimClass.probabilistic
  public let statement =
    "(2 + 2ε/3)·S·log(2|S|/δ)/ε² edges drawn by sensitivity keep a neuron within 1 ± ε on all of S, except with probability δ."
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "three laws of activations, (n, ε) = (1000, 0.5) and (2000, 0.4), δ = 0.2", "none")
  }

  public init() {}

  public static let trials = 250

  public static var verified: [(cell: Cell, shortage: Double)] {
    [(ActivationLaw.relu, 7.0), (.uniform, 18), (.rare, 4)].flatMap { law, shortage in
      [(1_000, 0.5), (2_000, 0.4)].map { inputs, epsilon in
        let cell = Sampled().cell([
          Sampled.activations.is(law), Sampled.inputs.is(inputs), Sampled.samples.is(20), Sampled.epsilon.is(epsilon),
          Sampled.delta.is(0.2),
        ])
        return (cell, shortage)
      }
    }
  }
}
