// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
package import Networks

/// How a gradient becomes a step.
public enum Optimiser: Hashable, Sendable {
  /// w ← w − rate·g.
  case sgd(rate: Double)
  /// w ← w − rate·m̂/(√v̂ + epsilon), with m̂ and v̂ the bias-corrected running means of g and g², which forget by the
  /// factors `momentum` and `memory` a step.
  ///
  /// Source: Kingma and Ba, "Adam: a method for stochastic optimization" (ICLR 2015), algorithm 1.
  case adam(rate: Double = 0.001, momentum: Double = 0.9, memory: Double = 0.999, epsilon: Double = 1e-8)

  var name: String {
    switch self {
    case .sgd(let rate): "sgd(rate=\(rate))"
    case .adam(let rate, let momentum, let memory, let epsilon):
      "adam(rate=\(rate), momentum=\(momentum), memory=\(memory), epsilon=\(epsilon))"
    }
  }
}

extension Optimiser {
  /// The optimiser with `share` of its rate.
  fileprivate func slowed(to share: Double) -> Optimiser {
    switch self {
    case .sgd(let rate): .sgd(rate: share * rate)
    case .adam(let rate, let momentum, let memory, let epsilon):
      .adam(rate: share * rate, momentum: momentum, memory: memory, epsilon: epsilon)
    }
  }
}

/// An optimiser on its way: its step count, and what it remembers of the gradients.
package struct OptimiserState: Sendable {
  private let optimiser: Optimiser
  private var steps = 0
  /// Of each layer's weights, and of each layer's biases.
  private var weightMoments: [Moments]
  private var biasMoments: [Moments]

  package init(_ optimiser: Optimiser, for layers: [Layer]) {
    self.optimiser = optimiser
    weightMoments = layers.map { Moments(count: $0.weights.elements.count) }
    biasMoments = layers.map { Moments(count: $0.bias?.count ?? 0) }
  }

  /// One step against `gradient` at `share` of the rate, then the proximal map of l1·‖W‖₁: see ``Penalty``.
  ///
  /// - Complexity: O(number of weights), without allocation.
  package mutating func update(_ layers: inout [Layer], along gradient: [Layer], share: Double, l1: Double) {
    steps += 1
    let optimiser = optimiser.slowed(to: share)
    for index in layers.indices {
      optimiser.update(
        &layers[index].weights.elements, gradient[index].weights.elements, l1, &weightMoments[index], steps)
      guard let bias = gradient[index].bias, layers[index].bias != nil else { continue }
      optimiser.update(&layers[index].bias!, bias, 0, &biasMoments[index], steps)
    }
  }
}

/// The running means of gradients and of their squares.
private struct Moments: Sendable {
  var means: [Double]
  var squares: [Double]

  init(count: Int) {
    means = Array(repeating: 0, count: count)
    squares = means
  }
}

extension Optimiser {
  fileprivate func update(
    _ parameters: inout [Double], _ gradient: [Double], _ l1: Double, _ moments: inout Moments, _ number: Int
  ) {
    let count = parameters.count
    parameters.withUnsafeMutableBufferPointer { w in
      gradient.withUnsafeBufferPointer { g in
        switch self {
        case .sgd(let rate):
          for i in 0..<count { w[i] = softThreshold(w[i] - rate * g[i], rate * l1) }
        case .adam(let rate, let momentum, let memory, let epsilon):
          let (meanScale, squareScale) = (1 / (1 - pow(momentum, number)), 1 / (1 - pow(memory, number)))
          moments.means.withUnsafeMutableBufferPointer { m in
            moments.squares.withUnsafeMutableBufferPointer { v in
              for i in 0..<count {
                m[i] = momentum * m[i] + (1 - momentum) * g[i]
                v[i] = memory * v[i] + (1 - memory) * g[i] * g[i]
                let size = rate / ((squareScale * v[i]).squareRoot() + epsilon)
                w[i] = softThreshold(w[i] - size * meanScale * m[i], size * l1)
              }
            }
          }
        }
      }
    }
  }

  private func pow(_ base: Double, _ exponent: Int) -> Double { Foundation.pow(base, Double(exponent)) }
}

/// argmin_u |u − x|²/2 + t|u|: x itself at t = 0, exactly zero for |x| ≤ t.
@inline(__always)
private func softThreshold(_ x: Double, _ t: Double) -> Double { max(x - t, 0) + min(x + t, 0) }
