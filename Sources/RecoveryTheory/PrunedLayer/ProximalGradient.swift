// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra

/// Minimises ‖u‖₁ + λ(D(u) − zᵀu) by accelerated proximal gradient steps in the metric of the inputs' second moments.
///
/// The step halves where the smooth part lies above its model, and the acceleration starts anew where it points uphill
/// (O'Donoghue, Candès 2015).
struct ProximalGradient {
  private let program: DrawnProgram
  private let lambda: Double
  private let noise: [Double]
  private let curvatures: [Double]

  private static let iterationLimit = 3000
  /// The relative change of the weights below which they have settled.
  private static let tolerance = 1e-6

  init(_ program: DrawnProgram, lambda: Double, noise: [Double]) {
    (self.program, self.lambda, self.noise) = (program, lambda, noise)
    curvatures = program.curvatures
  }

  /// - Complexity: one product with Σ an iteration, 2·N² flops.
  func minimiser(from start: [Double]) -> [Double] {
    var (u, extrapolated, momentum) = (start, start, 1.0)
    var place = DrawnProgram.Place(extrapolated, program)
    var stiffness = max(lambda * place.value.byAcrossOverAcross, .leastNormalMagnitude)
    for _ in 0..<Self.iterationLimit {
      let gradient = self.gradient(place)
      let (next, nextPlace) = step(from: extrapolated, place, gradient, &stiffness)
      let change = next - u
      if change.norm2 <= Self.tolerance * max(next.norm2, .leastNormalMagnitude) {
        return next
      }
      // The optimum is a positive norm, so a negative Lagrangian shows that λ is too large; there may be no minimum to wait for.
      if next.norm1 + smoothPart(next, nextPlace) < 0 { return next }
      let uphill = zip(extrapolated - next, change).reduce(0) { $0 + $1.0 * $1.1 } > 0
      let following = uphill ? 1 : (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      extrapolated = next
      if !uphill { extrapolated.add(change, scale: (momentum - 1) / following) }
      (u, momentum) = (next, following)
      place = uphill ? nextPlace : DrawnProgram.Place(extrapolated, program)
      stiffness *= 0.95
    }
    return u
  }

  private func smoothPart(_ u: [Double], _ place: DrawnProgram.Place) -> Double {
    lambda * (place.value.distance - noise.dot(u))
  }

  private func gradient(_ place: DrawnProgram.Place) -> [Double] {
    var gradient = lambda * program.gradient(place)
    gradient.add(noise, scale: -lambda)
    return gradient
  }

  /// The proximal step, with a stiffness at which the model is above the smooth part.
  private func step(
    from u: [Double], _ place: DrawnProgram.Place, _ gradient: [Double], _ stiffness: inout Double
  ) -> ([Double], DrawnProgram.Place) {
    let base = smoothPart(u, place)
    for _ in 0..<200 {
      let next = u.indices.map { j in
        let curvature = stiffness * curvatures[j]
        guard curvature > 0 else { return 0.0 }
        let target = u[j] - gradient[j] / curvature
        return target > 0 ? max(target - 1 / curvature, 0) : min(target + 1 / curvature, 0)
      }
      let nextPlace = DrawnProgram.Place(next, program)
      let change = next - u
      let square = zip(change, curvatures).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
      let model = base + gradient.dot(change) + stiffness / 2 * square
      if smoothPart(next, nextPlace) <= model + 1e-12 * abs(base) { return (next, nextPlace) }
      stiffness *= 2
    }
    return (u, place)
  }
}
