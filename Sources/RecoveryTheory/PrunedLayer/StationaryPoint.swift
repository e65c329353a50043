// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The law of a pruned neuron in the two numbers that do not depend on its scale: u_j ∝ soft(λq_j + aŵ_j; 1).
///
/// Given (a, λ), the stationarity equations of MATHEMATICS §11 can be solved for all else. With K = ΣP(u_j ≠ 0), k = K/n, θ the angle
/// between û and w, and ρ = 1 − ε/r the share of the ball's residual that is taken away:
///
///     K = n(ρ + hθ/π)                                     (from b = λD_τ/τ and λK/b = D)
///     bω = (a − βT)/(1 − βθ),   β = h/(πk)                (from a = −λD_α + bα)
///     λ²n = (A − a − β(Aθ − T))² + ((1 − βθ)T)² + hF(A, T)/k²   (from D² = ((r − ε)₊)² + nF)
///     α/ω − 1 = (A − a − β(Aθ − T))/(a − βT)
///     ε/‖y‖ = (1 − ρ)·√(the two squares)/(a − βT)
///
/// Errors of norm tε of the responses make r² = n((α − ω)² + τ²) + t²ε², so that the two squares are multiplied by c = 1/(1 − t²(1 − ρ)²) in
/// the third equation and under the root; all else stays.
///
/// The third equation does not know ε: it is a curve in the (a, λ) plane, along which ε runs from ‖y‖ to 0. h is 1 for ReLU and 0 for
/// a linear neuron; values between make a path from the one to the other, as do those of t between 0 and 1.
struct StationaryPoint {
  /// What of the full problem is there.
  struct Terms {
    /// h.
    var halfSpace: Double
    /// t.
    var noise: Double
  }

  let moments: ThresholdMoments
  /// (left − right)/(left + right) of the third equation.
  let mismatch: Differential
  /// ε/‖y‖.
  let relativeEpsilon: Differential
  /// μω, the multiplier of ½ε² times ‖w‖: ∂‖û‖₁/∂(½ε²) = −μ.
  let multiplier: Differential
  /// ρ.
  let active: Double
  /// bω.
  let scale: Double
  /// θ.
  let angle: Double
  /// α/ω − 1.
  let lag: Double

  /// nil outside the region in which an ε ≥ 0 belongs to (a, λ).
  init?(_ profile: WeightProfile, samples n: Double, _ terms: Terms, a: Double, lambda λ: Double) {
    let h = terms.halfSpace
    moments = ThresholdMoments(profile, a: a, lambda: λ)
    let kept = (1 / n) * moments.kept
    let (along, across) = (moments.along, moments.acrossSquared.squareRoot)
    let (tangent, half) = (across / along, Differential(h / .pi))
    guard h == 0 || (tangent.value.isFinite && kept.value > 0) else { return nil }
    let β = h == 0 ? Differential(0) : half / kept
    angle = atan2(across.value, along.value)
    let θ = h == 0 ? Differential(0) : tangent.mapped(to: angle, slope: 1 / (1 + tangent.value * tangent.value))
    let ρ = kept - half * θ
    let one = Differential(1)
    let drift = moments.bias - (h == 0 ? Differential(0) : β * along * Self.defect(tangent))
    let shrunk = one - β * θ
    let exact = h == 0 ? moments.error : drift * drift + shrunk * shrunk * moments.acrossSquared
    let squares = exact / (one - (terms.noise * terms.noise) * (one - ρ) * (one - ρ))
    let right = h == 0 ? squares : squares + β * along * along * Self.cubic(tangent) / kept
    let left = Differential(n * λ * λ, 0, 2 * n * λ)
    let lever = Differential(a, 1, 0) - (h == 0 ? Differential(0) : β * across)
    guard ρ.value < 1, lever.value > 0, squares.value > 0, terms.noise == 0 || ρ.value > 0 else { return nil }
    mismatch = (left - right) / (left + right)
    relativeEpsilon = (one - ρ) * squares.squareRoot / lever
    multiplier = (1 / n) * lever / (one - ρ)
    active = ρ.value
    lag = drift.value / lever.value
    scale = lever.value / shrunk.value
  }

  private static func defect(_ t: Differential) -> Differential {
    t.mapped(to: HalfSpaceTerm.defect(t.value), slope: -t.value * t.value / (1 + t.value * t.value))
  }

  private static func cubic(_ t: Differential) -> Differential {
    t.mapped(to: HalfSpaceTerm.cubic(t.value), slope: 2 * t.value * atan(t.value))
  }
}
