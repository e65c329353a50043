// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra

/// The convex program of one draw z: min ‖u‖₁ subject to D(u) ≤ zᵀu, for inputs N(m, Σ).
///
/// For each λ the Lagrangian ‖u‖₁ + λ(D(u) − zᵀu) is minimised by accelerated proximal gradient steps; D(u_λ) − zᵀu_λ falls as λ rises,
/// and λ is narrowed to where it is zero.
struct DrawnProgram {
  let distance: SampleDistance
  private let inputs: GaussianInputs
  private let weights: [Double]
  /// Σw/ω.
  private let direction: [Double]
  /// Σ_jj + m_j², the curvature an input has; 0 for one that is always 0.
  let curvatures: [Double]

  init(
    _ weights: [Double], covaried: [Double], _ inputs: GaussianInputs, samples: Double, _ relativeEpsilon: Double,
    isLinear: Bool
  ) {
    let ω = weights.dot(covaried).squareRoot()
    distance = SampleDistance(
      samples: samples, deviation: ω, mean: weights.dot(inputs.mean), relativeEpsilon: relativeEpsilon,
      isLinear: isLinear)
    (self.inputs, self.weights) = (inputs, weights)
    direction = (1 / ω) * covaried
    curvatures = inputs.mean.indices.map { inputs.covariance[$0, $0] + inputs.mean[$0] * inputs.mean[$0] }
  }

  /// E(error)² of u on a fresh input.
  func freshError(_ u: [Double]) -> Double {
    let place = Place(u, self)
    return distance.freshError(mean: place.mean, along: place.along, across: place.across)
  }

  /// û for the draw q of N standard normal numbers, and the multiplier μ = −∂‖û‖₁/∂(½ε²) of the ball.
  func solution(_ q: [Double]) throws(PrunedLawError) -> (weights: [Double], multiplier: Double) {
    var z = inputs.factor * q
    z.add(direction, scale: -weights.dot(z) / distance.deviation)
    // The minimisers at the largest λ that does not meet the constraint and at the smallest that does.
    var (below, above) = ([Double](repeating: 0, count: q.count), [Double](repeating: 0, count: q.count))
    func slack(_ logLambda: Double) -> Double {
      let u = ProximalGradient(self, lambda: exp(logLambda), noise: z).minimiser(from: below)
      let value = self.slack(u, z)
      if value < 0 { below = u } else { above = u }
      return value
    }
    var enclosure = try enclosed(slack)
    enclosure.narrow(tolerance: 1e-4) { slack($0) }
    let u = between(below, above, z)
    let place = Place(u, self)
    // D falls with ½ε² at this rate, and ‖û‖₁ with D at the rate λ.
    let relief = distance.relief(mean: place.mean, along: place.along, across: place.across)
    return (u, exp(enclosure.nearest.x) * relief)
  }

  /// zᵀu/D − 1, which is 0 at û.
  private func slack(_ u: [Double], _ z: [Double]) -> Double { z.dot(u) / Place(u, self).value.distance - 1 }

  /// The point between the minimisers at two close λ that just meets the constraint.
  ///
  /// The Lagrangian being convex, its ‖u‖₁ is at most the larger of the two minima, between which the optimum lies.
  private func between(_ below: [Double], _ above: [Double], _ z: [Double]) -> [Double] {
    let step = above - below
    func point(_ share: Double) -> [Double] { zip(below, step).map { $0 + share * $1 } }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if slack(point(middle), z) < 0 { low = middle } else { high = middle }
    }
    return point(high)
  }

  /// Two λ between which the constraint begins to be met, from where noise and threshold are about equal.
  private func enclosed(_ slack: (Double) -> Double) throws(PrunedLawError) -> Enclosure {
    let scale = curvatures.reduce(0, +) / Double(curvatures.count)
    var last: (x: Double, value: Double) = (-0.7 - 0.5 * log(scale), 0)
    last.value = slack(last.x)
    let isBelow = last.value < 0
    for _ in 0..<100 {
      let x: Double = last.x + (isBelow ? 0.3 : -0.3)
      let next: (x: Double, value: Double) = (x, slack(x))
      guard (next.value < 0) == isBelow else {
        return isBelow ? Enclosure(low: last, high: next) : Enclosure(low: next, high: last)
      }
      last = next
    }
    throw .notConverged(residual: abs(last.value))
  }

  /// What D depends on at u, and the products needed for its gradient.
  struct Place {
    /// Σu.
    let covaried: [Double]
    let (mean, along, across): (Double, Double, Double)
    let value: SampleDistance.Value

    init(_ u: [Double], _ program: DrawnProgram) {
      covaried = program.inputs.covariance.timesSparse(u)
      mean = u.dot(program.inputs.mean)
      along = u.dot(program.direction)
      across = max(u.dot(covaried) - along * along, 0).squareRoot()
      value = program.distance.value(mean: mean, along: along, across: across)
    }
  }

  /// ∇D = D_m·m + D_α·Σw/ω + (D_τ/τ)(Σu − αΣw/ω).
  func gradient(_ place: Place) -> [Double] {
    let value = place.value
    var gradient = value.byAcrossOverAcross * place.covaried
    gradient.add(direction, scale: value.byAlong - value.byAcrossOverAcross * place.along)
    gradient.add(inputs.mean, scale: value.byMean)
    return gradient
  }
}
