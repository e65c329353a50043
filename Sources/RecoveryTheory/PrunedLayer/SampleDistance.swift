// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The distance D(m_u, α, τ) of a pruned neuron's responses to what the samples allow, and its derivatives, for inputs N(m, Σ).
///
/// With g, h standard normal, y = ReLU(ωg + m_w) and z = αg + τh + m_u the old and the new response before the new ReLU,
///
///     D² = ((√(P·E[1{ωg + m_w > 0}(z − ωg − m_w)²]) − ε)₊)² + P·E[1{ωg + m_w ≤ 0} z₊²]
///
/// The first expectation is closed; the second is a quadrature in g of ψ(s, τ) = E(s + τh)₊². A linear neuron has no second term and
/// the first over all g.
package struct SampleDistance: Sendable {
  /// P.
  let samples: Double
  /// ω² = wᵀΣw and m_w = wᵀm.
  let deviation: Double
  let mean: Double
  let isLinear: Bool
  /// ε.
  package let epsilon: Double
  /// ‖y‖² = P·E y².
  package let energy: Double
  /// E[1{g > c}gᵏ], k = 0, 1, 2, for c = −m_w/ω.
  private let active: (Double, Double, Double)
  private let edge: Double
  /// What D is at least, so that it has a gradient where all samples are satisfied: D² is larger by its square.
  private let floor: Double

  package init(samples: Double, deviation ω: Double, mean: Double, relativeEpsilon: Double, isLinear: Bool) {
    (self.samples, deviation, self.mean, self.isLinear) = (samples, ω, mean, isLinear)
    edge = -mean / ω
    let tail = Tail(at: edge)
    active = isLinear ? (1, 0, 1) : (tail.upper, tail.density, tail.upper + edge * tail.density)
    energy = samples * (ω * ω * active.2 + 2 * ω * mean * active.1 + mean * mean * active.0)
    epsilon = relativeEpsilon * energy.squareRoot()
    floor = 1e-4 * epsilon
  }

  /// D and its derivatives by m_u, α and (over τ) by τ.
  package struct Value: Sendable {
    package var (distance, byMean, byAlong, byAcrossOverAcross) = (0.0, 0.0, 0.0, 0.0)
  }

  package func value(mean mᵤ: Double, along α: Double, across τ: Double) -> Value {
    let (lag, shift) = (α - deviation, mᵤ - mean)
    let r = reach(mean: mᵤ, along: α, across: τ)
    let excess = max(r - epsilon, 0)
    let ball = r > 0 ? excess * samples / r : 0
    let silent = silentMoments(mᵤ, α, τ)
    let distance = (excess * excess + samples * silent.square + floor * floor).squareRoot()
    return Value(
      distance: distance,
      byMean: (ball * (lag * active.1 + shift * active.0) + samples * silent.byMean) / distance,
      byAlong: (ball * (lag * active.2 + shift * active.1) + samples * silent.byAlong) / distance,
      byAcrossOverAcross: (ball * active.0 + samples * silent.positive) / distance)
  }

  /// −∂D/∂(½ε²) = (r − ε)/(Dε).
  func relief(mean mᵤ: Double, along α: Double, across τ: Double) -> Double {
    let r = reach(mean: mᵤ, along: α, across: τ)
    return max(r - epsilon, 0) / (value(mean: mᵤ, along: α, across: τ).distance * epsilon)
  }

  /// r, the distance on the active samples.
  private func reach(mean mᵤ: Double, along α: Double, across τ: Double) -> Double {
    let (lag, shift) = (α - deviation, mᵤ - mean)
    let square = lag * lag * active.2 + 2 * lag * shift * active.1 + (shift * shift + τ * τ) * active.0
    return (samples * max(square, 0)).squareRoot()
  }

  /// E(new response − old response)² on an input that was not among the samples.
  package func freshError(mean mᵤ: Double, along α: Double, across τ: Double) -> Double {
    guard !isLinear else {
      return (α - deviation) * (α - deviation) + τ * τ + (mᵤ - mean) * (mᵤ - mean)
    }
    let answered = integral(from: max(edge, -Self.farthest), to: Self.farthest, α, mᵤ, τ) { g in
      let (part, y) = (PositivePart(α * g + mᵤ, τ), deviation * g + mean)
      return part.square - 2 * y * part.mean + y * y
    }
    return answered + silentMoments(mᵤ, α, τ).square
  }

  /// E[1{g ≤ c}·] of z₊², z₊, g·z₊ and 1{z > 0}: the second term of D²/P and halves of its derivatives.
  private func silentMoments(
    _ mᵤ: Double, _ α: Double, _ τ: Double
  ) -> (square: Double, byMean: Double, byAlong: Double, positive: Double) {
    guard !isLinear else { return (0, 0, 0, 0) }
    var sums = (square: 0.0, byMean: 0.0, byAlong: 0.0, positive: 0.0)
    for (lower, upper) in panels(from: -Self.farthest, to: min(edge, Self.farthest), α, mᵤ, τ) {
      let half = (upper - lower) / 2
      for (node, weight) in zip(Self.rule.nodes, Self.rule.weights) {
        let g = lower + half * (1 + node)
        let part = PositivePart(α * g + mᵤ, τ)
        let mass = weight * half * Tail.density(g)
        sums.square += mass * part.square
        sums.byMean += mass * part.mean
        sums.byAlong += mass * g * part.mean
        sums.positive += mass * part.probability
      }
    }
    return sums
  }

  private func integral(
    from start: Double, to end: Double, _ α: Double, _ mᵤ: Double, _ τ: Double, of function: (Double) -> Double
  ) -> Double {
    panels(from: start, to: end, α, mᵤ, τ).reduce(0) { sum, panel in
      sum + Self.rule.integral(over: panel.0...panel.1) { g in function(g) * Tail.density(g) }
    }
  }

  /// The range cut where αg + m_u changes sign, within which ψ bends.
  private func panels(
    from start: Double, to end: Double, _ α: Double, _ mᵤ: Double, _ τ: Double
  ) -> [(Double, Double)] {
    guard start < end else { return [] }
    let (bend, width) = (-mᵤ / α, 6 * τ / abs(α))
    guard α != 0, bend.isFinite, width.isFinite else { return [(start, end)] }
    let cuts = [bend - width, bend + width].map { min(max($0, start), end) }
    return [(start, cuts[0]), (cuts[0], cuts[1]), (cuts[1], end)].filter { $0.0 < $0.1 }
  }

  /// Where the density of g has fallen to 1e-18.
  private static let farthest = 9.0
  private static let rule = GaussLegendre(points: 40)
}

/// Moments of (s + τh)₊, h ~ N(0, 1).
private struct PositivePart {
  let probability: Double
  let mean: Double
  let square: Double

  init(_ s: Double, _ τ: Double) {
    // From 9τ on the tail is below the rounding of what it is added to.
    guard abs(s) < 9 * τ else {
      (probability, mean, square) = s > 0 ? (1, s, s * s + τ * τ) : (0, 0, 0)
      return
    }
    let tail = Tail(at: -s / τ)
    probability = tail.upper
    mean = s * tail.upper + τ * tail.density
    square = (s * s + τ * τ) * tail.upper + s * τ * tail.density
  }
}

extension Tail {
  /// φ(x).
  static func density(_ x: Double) -> Double { 0.3989422804014326779 * exp(-x * x / 2) }
}
