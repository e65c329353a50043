// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **SiPP's guarantee with its deterministic part.** m = (2 + 2ε/3)·S·log(2|S|/δ)/ε² draws, or in their place the largest sensitivities, as
/// many as the draws are expected to find, where the sum E of those left out is at most ε: the neuron stays within 1 ± min(E, ε) on all
/// of S, except with probability δ (after Baykal et al. 2022).
///
/// *Proof.* Which of the two is chosen depends on the sensitivities alone. Draws: `BernsteinCount`. The largest: what is left out is
/// Σ w_j a_j ≤ Σ s_j·z over what is left out, on every sample of S. ∎
///
/// The part that keeps the largest never fails; only where edges are drawn can failures come near δ, and they do on disjoint samples.
///
/// - Measured: fresh weights and samples in every trial; the largest relative error over the samples, beside the stated one.
/// - Verdict: refuted by more failures than δ allows (exact binomial tail, Holm).
public struct SippHybridClaim: SamplingClaim {
  /// What its studies draw.
  public typealias Sampled = NeuronSamplingExperiment

  /// Its name on the command line and in studies.
  public let name = "sipp-hybrid"
  /// A bound on a probability.
  public let kind = ClaimClass.probabilistic
  /// The statement in one sentence.
  public let statement =
    "SiPP's draws, or its largest sensitivities where those left out sum to E ≤ ε, keep a neuron within 1 ± min(E, ε) on S, up to δ."
  /// What was promised before any trial was run.
  public var registered: ClaimProtocol {
    Self.samplingProtocol(
      "disjoint samples, n = 4000, |S| = 100, ε = 0.9, δ = 0.1, where edges are drawn; heavy weights, uniform and ReLU activations, n = 1000, "
        + "|S| = 20, ε = 0.5, δ = 0.2, where the largest are mostly kept", "none")
  }

  /// The claim as it is registered.
  public init() {}

  /// The cells of `verify`, each with the factor by which a cut count must fail.
  public static var verified: [(cell: Cell, cut: Double)] {
    [
      (cell(.disjoint, .normal, inputs: 4_000, samples: 100, epsilon: 0.9, delta: 0.1), 2.05),
      (cell(.uniform, .heavy, inputs: 1_000, samples: 20, epsilon: 0.5, delta: 0.2), 2.5),
      (cell(.relu, .heavy, inputs: 1_000, samples: 20, epsilon: 0.5, delta: 0.2), 6.5),
    ]
  }

  /// How often the largest are kept.
  public static func remarks(_ cells: [CellTrials]) -> [String] {
    cells.compactMap { cell in
      cell.mean(Sampled.largest).map { "the largest kept in \(rounded($0)) of the trials at \(cell.cell)" }
    }
  }

  private static func cell(
    _ law: ActivationLaw, _ weights: Sampled.Weights, inputs: Int, samples: Int, epsilon: Double, delta: Double
  ) -> Cell {
    Sampled().cell([
      Sampled.activations.is(law), Sampled.weights.is(weights), Sampled.inputs.is(inputs), Sampled.samples.is(samples),
      Sampled.bound.is(.hybrid), Sampled.epsilon.is(epsilon), Sampled.delta.is(delta),
    ])
  }

  /// Why a cell does not speak of this claim; nil where it does.
  public static func unmet(_ cell: CellTrials) -> String? {
    cell.cell[Sampled.bound] == .hybrid ? nil : "the count is not the hybrid's"
  }
}
