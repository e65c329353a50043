// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import RecoveryTheory

/// The statements on pruned layers; each false variant leaves out one part of the derivation.
extension PrunedLawClaim {
  /// The claims on what pruning leaves of a layer.
  public static let all = [neuron, layer, freshError, coordinates, stability]

  /// **How sparse and how large a pruned neuron is.** False: without the half-space term F and with all samples active, the law of a
  /// linear neuron.
  public static let neuron = PrunedLawClaim(
    name: "pruned-neuron-law",
    statement: "A pruned ReLU neuron keeps ΣP(|λq + aŵ_j| > 1) weights and has ‖û‖₁ = ΣE|u_j|, as N grows.",
    falseVariant: "the law of a linear neuron",
    limits: { cell, variant in
      let law = try Layer.law(cell, isLinear: variant == .falsified ? true : nil)
      return [(Layer.keptFraction, law.keptFraction), (Layer.norm1Ratio, law.norm1Ratio)]
    },
    shapes: [
      Shape(samplesPerInput: 3, epsilon: 0.2), Shape(samplesPerInput: 8, epsilon: 0.1),
      Shape(density: 0.2, samplesPerInput: 2, epsilon: 0.3),
    ])

  /// **How neurons share one ball.** False: every neuron has the layer's relative tolerance for its own.
  public static let layer = PrunedLawClaim(
    name: "pruned-layer-law",
    statement: "Neurons under one ball share its multiplier μ = λ_m(r_m − ε_m)/(D_m ε_m), Σε_m² = ε², as N grows.",
    falseVariant: "each neuron with a ball of its own of the same relative size",
    limits: { cell, variant in
      let law = try Layer.law(cell)
      guard variant == .falsified else {
        return [(Layer.keptFraction, law.keptFraction), (Layer.norm1Ratio, law.norm1Ratio)]
      }
      let own = try Layer.law(cell.with(Layer.neurons, 1))
      return [(Layer.keptFraction, own.keptFraction), (Layer.norm1Ratio, own.norm1Ratio)]
    },
    shapes: [
      Shape(neurons: 5, samplesPerInput: 3, epsilon: 0.2),
      Shape(density: 0.3, neurons: 4, samplesPerInput: 2, epsilon: 0.3),
    ])

  /// **The error on inputs not seen.** False: that it is R, what the program allows for on the samples.
  public static let freshError = PrunedLawClaim(
    name: "fresh-error-law",
    statement: "On a fresh input the pruned neuron is off by the arc-cosine kernel at the law's α and τ, as N grows.",
    falseVariant: "an error of R, as on the samples",
    limits: { cell, variant in
      let error = variant == .falsified ? cell[Layer.epsilon] : try Layer.law(cell).freshError
      return [(Layer.freshSquare, error * error)]
    },
    shapes: [
      Shape(samplesPerInput: 3, epsilon: 0.2), Shape(density: 0.2, samplesPerInput: 2, epsilon: 0.3),
      Shape(neurons: 5, samplesPerInput: 3, epsilon: 0.2),
    ])

  /// **Every weight has a law.** u_j = soft(λq_j + aŵ_j; 1)/b: where it lies in its law is uniform, so that the mean of these places is
  /// ½ and that of their squares ⅓. False: the places in the law of all samples instead of the active half.
  public static let coordinates = PrunedLawClaim(
    name: "coordinate-law",
    statement: "û_j is distributed as soft(λq + aŵ_j; 1)/b, its mass at 0 included, as N grows.",
    falseVariant: "n = P, the law of twice as many samples", experiment: PrunedWeightsExperiment(),
    falseExperiment: PrunedWeightsExperiment(toldSamples: 2),
    limits: { _, _ in
      typealias Weights = PrunedWeightsExperiment
      return [(Weights.place, 0.5), (Weights.placeSquare, 1.0 / 3), (Weights.placeZero, 1)]
    },
    amendments: [
      Amendment(
        "2026-11-24", what: "the false variant was a mean square of 1.05/3",
        why: "it stood at the quick budget, which finds 7 to 11 %",
        firstVerdict: "claim consistent, control not refuted")
    ],
    shapes: [Shape(samplesPerInput: 3, epsilon: 0.2), Shape(density: 0.2, samplesPerInput: 2, epsilon: 0.3)])

  /// **How far off the weights themselves are.** With more active samples than the descent cone at w is large, at most a constant times ε,
  /// for sparse and for compressible w; with fewer they stay off as ε → 0. False: an error of R, as on the samples.
  static let stability = PrunedLawClaim(
    name: "stability-law",
    statement:
      "‖û − w‖/‖w‖ = √((α/ω − 1)² + (τ/ω)²): of the order of ε above the transition, not below it, as N grows.",
    falseVariant: "an error of R, as on the samples",
    limits: { cell, variant in
      let error = variant == .falsified ? cell[Layer.epsilon] : try Layer.law(cell).weightError
      return [(Layer.weightSquare, error * error)]
    },
    amendments: [
      Amendment(
        "2026-11-24",
        what: "the false variant was the error of the outputs on fresh inputs, and a shape was sparse at P = N/2",
        why: "the variant stood, and that shape, next to its transition, finds no less than 24 %",
        firstVerdict: "claim consistent, control not refuted")
    ],
    shapes: [
      Shape(density: 0.1, samplesPerInput: 1.5, epsilon: 0.05), Shape(samplesPerInput: 1, epsilon: 0.05),
      Shape(decay: 1, samplesPerInput: 2, epsilon: 0.1),
    ])
}
