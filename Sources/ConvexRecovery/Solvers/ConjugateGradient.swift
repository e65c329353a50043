// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Conjugate gradients on (XXᵀ/scale² + I)·W = B, all columns at once.
///
/// - Complexity: 4·P·N·M flops a step; few steps, for ADMM starts it near the solution and XXᵀ is scaled.
///
/// Source: Hestenes, Stiefel (1952); its use here: Aghasi, Abdi, Romberg (2020), §3.2.
struct ConjugateGradient<Map: SampleMap>: NormalSolver {
  let map: Map
  let scale: Double

  /// When the residual counts as zero, relative to B.
  private static var tolerance: Double { 1e-13 }

  func solve(_ right: Matrix, near start: Matrix) -> Matrix {
    var solution = start
    var residual = right
    residual.elements.add(image(of: start).elements, scale: -1)
    var direction = residual
    var squared = residual.elements.dot(residual.elements)
    let goal = Self.tolerance * right.frobeniusNorm
    // In exact arithmetic N·M steps suffice.
    for _ in 0..<right.elements.count where squared.squareRoot() > goal {
      let image = image(of: direction)
      let step = squared / direction.elements.dot(image.elements)
      solution.elements.add(direction.elements, scale: step)
      residual.elements.add(image.elements, scale: -step)
      let next = residual.elements.dot(residual.elements)
      for i in direction.elements.indices {
        direction.elements[i] = residual.elements[i] + next / squared * direction.elements[i]
      }
      squared = next
    }
    return solution
  }

  /// (XXᵀ/scale² + I)·W.
  private func image(of weights: Matrix) -> Matrix {
    var result = map.adjoint(map.activities(of: weights))
    for i in result.elements.indices { result.elements[i] = result.elements[i] / (scale * scale) + weights.elements[i] }
    return result
  }
}
