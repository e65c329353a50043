// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// A vector (t, x) of the space of the second-order cone ‖x‖₂ ≤ t, with the cone's Jordan algebra.
///
/// Source: Alizadeh, Goldfarb, "Second-order cone programming" (2003), §4.
struct ConeVector {
  var head: Double
  var tail: [Double]

  /// t² − ‖x‖², as a product so that nothing cancels that need not.
  var determinant: Double {
    let norm = tail.norm2
    return (head - norm) * (head + norm)
  }

  func dot(_ other: ConeVector) -> Double { head * other.head + tail.dot(other.tail) }

  /// a∘b = (⟨a, b⟩, a₀b₁ + b₀a₁).
  static func * (a: ConeVector, b: ConeVector) -> ConeVector {
    var tail = a.head * b.tail
    tail.add(a.tail, scale: b.head)
    return ConeVector(head: a.dot(b), tail: tail)
  }

  /// The x with self∘x = `product`.
  func dividing(_ product: ConeVector) -> ConeVector {
    let head = (head * product.head - tail.dot(product.tail)) / determinant
    var rest = product.tail
    rest.add(tail, scale: -head)
    return ConeVector(head: head, tail: (1 / self.head) * rest)
  }

  /// The largest α for which self + α·`direction` is in the cone, self being inside.
  func largestStep(along direction: ConeVector) -> Double {
    let norm = direction.tail.norm2
    let square = (direction.head - norm) * (direction.head + norm)
    let product = head * direction.head - tail.dot(direction.tail)
    let discriminant = product * product - square * determinant
    guard discriminant >= 0 else { return .infinity }
    let denominator = discriminant.squareRoot() - product
    return denominator > 0 ? determinant / denominator : .infinity
  }
}

/// The Nesterov–Todd scaling W of a primal–dual pair (q, k) inside the cone: W⁻¹q = W·k = λ.
///
/// With w on the hyperbola w₀² − ‖w₁‖² = 1, W/h = [w₀ w₁ᵀ; w₁ I + w₁w₁ᵀ/(1+w₀)] and h²·W⁻² = 2(Jw)(Jw)ᵀ − J.
///
/// Source: Vandenberghe, "The CVXOPT linear and quadratic cone program solvers" (2010), §4.2.
struct ConeScaling {
  /// w.
  let axis: ConeVector
  /// h.
  let size: Double

  init(primal: ConeVector, dual: ConeVector) {
    let (p, d) = (primal.determinant.squareRoot(), dual.determinant.squareRoot())
    let angle = (0.5 + 0.5 * primal.dot(dual) / (p * d)).squareRoot()
    var tail = (0.5 / (angle * p)) * primal.tail
    tail.add(dual.tail, scale: -0.5 / (angle * d))
    // w₀ from w₁ keeps w on the hyperbola.
    let norm = tail.norm2
    axis = ConeVector(head: (1 + norm * norm).squareRoot(), tail: tail)
    size = (p / d).squareRoot()
  }

  /// W·x.
  func scaling(_ x: ConeVector) -> ConeVector { applied(to: x, sign: 1, size) }
  /// W⁻¹·x.
  func unscaling(_ x: ConeVector) -> ConeVector { applied(to: x, sign: -1, 1 / size) }

  private func applied(to x: ConeVector, sign: Double, _ factor: Double) -> ConeVector {
    let product = axis.tail.dot(x.tail)
    var tail = x.tail
    tail.add(axis.tail, scale: sign * x.head + product / (1 + axis.head))
    return ConeVector(head: factor * (axis.head * x.head + sign * product), tail: factor * tail)
  }
}
