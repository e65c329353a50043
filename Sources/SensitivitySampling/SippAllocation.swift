// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// How SiPP's authors share a size m among the parts of a network's neurons: the convex program
///
///     minimise Σ_i w_i·f_i(m_i)   subject to   Σ_i m_i ≤ m,  0 ≤ m_i ≤ n_i,
///     f_i(m) = ½(u + √(u² + 6u)),  u = 2C·L·S_i/(3m),  L = log(16/δ),
///
/// with n_i the edges of part i, S_i their sensitivities' sum, and w_i one over the filters of its layer. C = 3 and δ = 10⁻¹⁶
/// are their code's; L is theirs for fully connected layers.
///
/// *Solution.* f is convex and falls, with −f′(m) = g(u)/(cS) for c = 2C·L/3 and g(u) = ½u²(1 + (u + 3)/√(u² + 6u)), which
/// grows with u. So a multiplier λ has m_i = min(n_i, cS_i/u_i) with g(u_i) = λ·c·S_i/w_i, and Σ m_i falls as λ grows: one root.
///
/// Source: Baykal, Liebenwein, Gilitschenski, Feldman, Rus (arXiv 1910.05422), and the allocators of
/// github.com/lucaslie/torchprune, which leave the program to a general solver.
public struct SippAllocation: Sendable {
  /// What is known of a part: S, its edges, and the weight of its error.
  public struct Part: Hashable, Sendable {
    public let total, weight: Double
    /// Edges of the part.
    public let edges: Int

    /// A part by its S, its edges and the weight of its error.
    public init(total: Double, edges: Int, weight: Double) {
      (self.total, self.edges, self.weight) = (total, edges, weight)
    }
  }

  private let parts: [Part]

  /// The shares of the size among these parts.
  public init(_ parts: [Part]) { self.parts = parts }

  /// C.
  public static let spread = 3.0
  /// c = 2C·L/3.
  private static let scale = 2 * spread * log(16 / 1e-16) / 3

  /// f(m), the relative error that the code states for `size` of the edges.
  public static func error(total: Double, size: Double) -> Double {
    let u = scale * total / size
    return (u + (u * u + 6 * u).squareRoot()) / 2
  }

  /// m_i, real numbers: Σ m_i = `size` unless all edges are fewer.
  ///
  /// - Complexity: some 15 × 18 evaluations of g a part.
  public func sizes(_ size: Double) -> [Double] {
    guard size > 0 else { return parts.map { _ in 0 } }
    let all = parts.map { Double($0.edges) }
    guard size < all.reduce(0, +) else { return all }
    let root = brentRoot(in: -200...200, absolute: 1e-12, relative: 0) { multiplier in
      sizes(logMultiplier: multiplier).reduce(0, +) - size
    }
    return root.map { sizes(logMultiplier: $0) } ?? all
  }

  private func sizes(logMultiplier: Double) -> [Double] {
    parts.map { part in
      let scaled = Self.scale * part.total
      return min(Double(part.edges), scaled / exp(logMarginal(inverseAt: logMultiplier + log(scaled / part.weight))))
    }
  }
}

/// log u with log g(u) = `value`: steps with the slope 1.75 in place of one between 1.5 and 2, each leaves a seventh of the error.
private func logMarginal(inverseAt value: Double) -> Double {
  var logarithm = value / 1.75
  for _ in 0..<18 {
    let u = exp(logarithm)
    // √(u² + 6u) = √u·√(u + 6), which does not overflow where u² would.
    let factor = 1 + (u + 3) / (u.squareRoot() * (u + 6).squareRoot())
    logarithm -= (2 * logarithm + log(factor / 2) - value) / 1.75
  }
  return logarithm
}
