// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What Net-Trim at ε > 0 leaves of a neuron's weights, for standard Gaussian inputs, in the limit of many weights and samples.
///
/// û minimises ‖u‖₁ subject to ‖X_Ωᵀu − y_Ω‖ ≤ ε and, for a ReLU neuron, X_Ωᶜᵀu ≤ 0; x_p ~ N(0, I_N), p = 1 … P. Its coordinates are
/// as if independent, with ŵ = w/ω and ω = ‖w‖:
///
///     u_j = soft(λq_j + aŵ_j; 1)/b,   q_j ~ N(0, 1)
///
/// where λ, a and b follow from α = ŵᵀû and τ² = ‖û‖² − α², and these three numbers solve
///
///     Σŵ_j E u_j = α,   ΣE u_j² = α² + τ²,   (λ/b)·ΣP(u_j ≠ 0) = D(α, τ)
///     D² = (r − ε)² + nF,   r = √(n((α − ω)² + τ²)),   F = E(τh − α|g|)₊²
///
/// with n = P/2 for a ReLU neuron; for a linear neuron n = P and F = 0. Where y has independent errors of norm σ, r² has σ² more: the w
/// that is pruned is then not the w that answers best. The ball always binds (r > ε). They are the stationarity
/// equations of a convex program, so a point that meets them is its solution; they are recomputed from (α, τ, λ) in the form above,
/// and a point that misses one of them by more than ``tolerance`` is an error.
///
/// What follows at once: kept = n(ρ + θ/π) with ρ = 1 − ε/r and θ the angle between û and w (no θ for a linear neuron), and a linear
/// neuron's error on fresh inputs is R/(1 − kept/P).
///
/// - SeeAlso: Thrampoulidis, Oymak, Hassibi, "Regularized linear regression: a precise analysis of the estimation error" (2015), for
///   the convex Gaussian min–max theorem the law is derived by.
public struct PrunedNeuronLaw: Sendable {
  /// The largest relative error of a stationarity equation that is let pass.
  public static let tolerance = 1e-8

  /// N, the number of weights.
  public let dimension: Int
  /// P.
  public let samples: Double
  /// Whether all samples bind, as in a last layer.
  public let isLinear: Bool
  /// ω = ‖w‖.
  public let norm: Double
  /// R = ε/‖y‖ with ‖y‖ = ω√n; 1 for a neuron that is pruned away whole, 0 for one without weights.
  public let relativeEpsilon: Double
  /// α/ω.
  public let alphaOverOmega: Double
  /// τ/ω.
  public let tauOverOmega: Double
  /// The multiplier λ of the scalar problem, which is the standard deviation of the noise the weights are thresholded in.
  public let lambda: Double
  /// E‖û‖₀.
  public let kept: Double
  /// E‖û‖₁/‖w‖₁.
  public let norm1Ratio: Double
  /// ∂‖û‖₁/∂(½ε²) = −μ, the multiplier of the ball.
  public let multiplier: Double
  /// α/ω − 1.
  let lag: Double
  /// a and bω of the coordinates.
  let signalGain: Double
  let scale: Double
  /// The largest relative error of the three stationarity equations.
  public let residual: Double

  /// The law for the weights `weights` and `samples` samples at ε = `relativeEpsilon`·‖y‖.
  ///
  /// - Parameters:
  ///   - weights: w, of any length and signs.
  ///   - samples: P ≥ 1, those on which the neuron is silent included.
  ///   - relativeEpsilon: R, between 0 and 1.
  ///   - isLinear: whether the program has no inequalities and sums over all samples.
  ///   - noise: σ/ε between 0 and 1, the norm of normal errors of y over ε; at 1, ε is just what keeps w feasible.
  /// - Throws: ``PrunedLawError``.
  /// - Complexity: about 30 sums over the distinct |w_j|, two error functions a term: 2 ms for 1,000 weights.
  public init(
    weights: [Double], samples: Int, relativeEpsilon: Double, isLinear: Bool = false, noise: Double = 0
  ) throws(PrunedLawError) {
    precondition((0...1).contains(noise), "errors of a norm between 0 and ε")
    let solver = try StationarySolver(weights: weights, samples: samples, isLinear: isLinear, noise: noise)
    guard solver.profile.norm > 0 else { throw .zeroWeights }
    guard relativeEpsilon > 0, relativeEpsilon < 1 else { throw .relativeEpsilon(relativeEpsilon) }
    guard let place = solver.place(relativeEpsilon: relativeEpsilon) else { throw .notConverged(residual: .infinity) }
    try self.init(solver, at: place)
  }

  /// - Parameter isChecked: false for a step of a search, whose end is checked.
  /// - Throws: ``PrunedLawError/notConverged(residual:)`` if the stationarity equations do not hold at `place`.
  init(_ solver: StationarySolver, at place: StationarySolver.Place, isChecked: Bool = true) throws(PrunedLawError) {
    guard let point = solver.point(place) else { throw .notConverged(residual: .infinity) }
    (dimension, norm) = (solver.profile.dimension, solver.profile.norm)
    (samples, isLinear) = (solver.isLinear ? solver.samples : 2 * solver.samples, solver.isLinear)
    relativeEpsilon = point.relativeEpsilon.value
    lag = point.lag
    alphaOverOmega = point.moments.along.value / point.scale
    tauOverOmega = point.moments.acrossSquared.value.squareRoot() / point.scale
    lambda = exp(place.lambda)
    kept = point.moments.kept.value
    norm1Ratio = point.moments.norm1 / point.scale / solver.profile.norm1
    multiplier = point.multiplier.value / norm
    (signalGain, scale) = (exp(place.a), point.scale)
    residual =
      !isChecked
      ? 0
      : solver.residual(
        alpha: alphaOverOmega, lag: lag, tau: tauOverOmega, lambda: lambda, active: point.active,
        relativeEpsilon: relativeEpsilon)
    guard residual <= Self.tolerance else { throw .notConverged(residual: residual) }
  }

  /// A neuron of which nothing is left, because ε ≥ ‖y‖ (R = 1) or because it has no weights (R = 0).
  init(emptyOf solver: StationarySolver) {
    (dimension, norm) = (solver.profile.dimension, solver.profile.norm)
    (samples, isLinear) = (solver.isLinear ? solver.samples : 2 * solver.samples, solver.isLinear)
    relativeEpsilon = norm > 0 ? 1 : 0
    (alphaOverOmega, tauOverOmega, lambda, kept, norm1Ratio, multiplier) = (0, 0, 0, 0, 0, 0)
    (lag, signalGain, scale, residual) = (-1, 0, .infinity, 0)
  }
}

extension PrunedNeuronLaw {
  /// √(E(ReLU(ûᵀx) − ReLU(wᵀx))²/E ReLU(wᵀx)²) on an input x that was not among the samples; without ReLU for a linear neuron.
  ///
  /// (α/ω − 1)² + (τ/ω)² less (2/π)(τ − αθ)/ω for ReLU: the arc-cosine kernel of order 1.
  public var freshError: Double {
    guard norm > 0 else { return 0 }
    let (α, τ) = (alphaOverOmega, tauOverOmega)
    guard α > 0 else { return 1 }
    let linear = lag * lag + τ * τ
    return (isLinear ? linear : linear + 2 / .pi * α * HalfSpaceTerm.defect(τ / α)).squareRoot()
  }

  /// ‖û − w‖/‖w‖ = √((α/ω − 1)² + (τ/ω)²), the error of the weights themselves.
  ///
  /// With n > δ(w) active samples, δ the statistical dimension of the ℓ₁ descent cone at w, it is at most a constant times R; with fewer
  /// it stays as R → 0.
  public var weightError: Double { norm > 0 ? hypot(lag, tauOverOmega) : 0 }

  /// ‖ReLU(Xᵀû) − y‖/‖y‖ on the samples; R for a linear neuron, at most R for a ReLU neuron.
  ///
  /// On an active sample ûᵀx = α'|g| + τ'h, α' = ω + (1 − ρ)(α − ω), τ' = (1 − ρ)τ with 1 − ρ = ε/r, whose negative part the ReLU cuts
  /// off; on a silent one there is no error.
  public var sampleError: Double {
    guard !isLinear, kept > 0 else { return relativeEpsilon }
    let remaining = relativeEpsilon / hypot(lag, tauOverOmega)
    let (α, τ) = (1 + remaining * lag, remaining * tauOverOmega)
    let square = α * α + τ * τ - HalfSpaceTerm.value(α, τ)
    let product = α - HalfSpaceTerm.slope(byAlong: α, τ) / 2
    return max(square - 2 * product + 1, 0).squareRoot()
  }
}
