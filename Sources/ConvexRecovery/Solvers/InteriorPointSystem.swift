// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Newton's equations of the interior-point method at one iterate, reduced to the weights.
///
/// All else eliminated, (D + XᵀΘX)·ΔU = b, where D = d⁺d⁻/(d⁺+d⁻) with d± = z±/u±, and Θ = η/s outside Ω and (I + 2w₁w₁ᵀ)/h² on Ω
/// (1/λ in the regularised form). Only w₁w₁ᵀ, the ball, ties the neurons: a change of rank one.
///
/// - Complexity: M·(N²·P + N³/3) flops to factor, 4·P·N·M + 2·N²·M a direction.
struct InteriorPointSystem {
  /// What the products aim at: each multiplier's change if its slack stood still.
  struct Aim {
    var positive: [Double]
    var negative: [Double]
    var multiplier: [Double]
    var radiusMultiplier: Double
  }

  let program: InteriorPointCone
  let point: InteriorPointIterate
  /// The ball's scaling; nil in the regularised form.
  let ball: ConeScaling?
  /// diag Θ without the ball's rank-one part.
  private let theta: [Double]
  /// z±/u±.
  private let positiveRate: [Double]
  private let negativeRate: [Double]
  /// S + XᵀU − T, and c − z± ± XZ: what is left of the linear conditions.
  private let slackResidual: [Double]
  private let positiveResidual: [Double]
  private let negativeResidual: [Double]
  /// One neuron's D + Xᵀdiag(θ)X each.
  private let factors: [Cholesky]
  /// X·w₁ and (D + Xᵀdiag(θ)X)⁻¹X·w₁.
  private let tie: (column: [Double], solved: [Double])?

  /// What is added to the diagonal (relative), so that rounding leaves it positive.
  private static let regularisation = 1e-15
  /// Steps of refinement: Sherman and Morrison's formula cancels near the border of the ball.
  private static let refinements = 1

  /// nil where rounding leaves no positive definite system.
  init?(_ program: InteriorPointCone, at point: InteriorPointIterate) {
    (self.program, self.point) = (program, point)
    let ball =
      program.hasBall
      ? ConeScaling(primal: point.ballPrimal(program, head: program.radius), dual: point.ballDual(program)) : nil
    var theta = [Double](repeating: 0, count: point.slack.count)
    for i in program.bounded { theta[i] = point.multiplier[i] / point.slack[i] }
    let fitRate = program.fitWeight ?? ball.map { 1 / ($0.size * $0.size) } ?? 0
    for i in program.active { theta[i] = fitRate }
    positiveRate = zip(point.positiveCost, point.positive).map { $0 / $1 }
    negativeRate = zip(point.negativeCost, point.negative).map { $0 / $1 }
    let activities = program.inputs * point.weights(program.program)
    slackResidual = zip(zip(point.slack, activities.elements), program.targets).map { $0.0 + $0.1 - $1 }
    let costs = program.adjoint(point.multiplier)
    positiveResidual = costs.indices.map { program.costs[$0] - point.positiveCost[$0] + costs[$0] }
    negativeResidual = costs.indices.map { program.costs[$0] - point.negativeCost[$0] - costs[$0] }
    let diagonal = zip(positiveRate, negativeRate).map { $0 / ($0 + $1) * $1 }
    guard let factors = Self.factors(program, theta, diagonal) else { return nil }
    (self.ball, self.theta, self.factors) = (ball, theta, factors)
    tie = ball.map { ball in
      let column = program.adjoint(program.spread(ball.axis.tail))
      return (column, Self.solve(factors, column))
    }
  }

  private static func factors(
    _ program: InteriorPointCone, _ theta: [Double], _ diagonal: [Double]
  ) -> [Cholesky]? {
    let (samples, dimension) = (program.samples, program.dimension)
    var factors: [Cholesky] = []
    for m in 0..<program.neurons {
      let roots = theta[m * samples..<(m + 1) * samples].map { $0.squareRoot() }
      var normal = program.inputs.scalingRows(by: roots).gram()
      for j in 0..<dimension { normal[j, j] = (1 + regularisation) * (normal[j, j] + diagonal[m * dimension + j]) }
      guard let factor = Cholesky(upper: normal) else { return nil }
      factors.append(factor)
    }
    return factors
  }

  /// The direction to `aim`.
  func direction(to aim: Aim) -> InteriorPointIterate {
    let (plus, minus) = (aim.positive - positiveResidual, aim.negative - negativeResidual)
    var pull = scaled(slackResidual)
    pull.add(aim.multiplier)
    var right = program.adjoint(pull)
    for j in right.indices {
      let (p, n) = (positiveRate[j], negativeRate[j])
      right[j] = (n * plus[j] - p * minus[j]) / (p + n) - right[j]
    }
    var weights = solve(right)
    for _ in 0..<Self.refinements { weights.add(solve(right - applied(to: weights))) }
    let activities = program.inputs * Matrix(rows: program.dimension, columns: program.neurons, elements: weights)
    let slack = zip(activities.elements, slackResidual).map { -$0 - $1 }
    let multiplier = aim.multiplier - scaled(slack)
    let costs = program.adjoint(multiplier)
    // Of Δu⁺ and Δu⁻ the one with the larger rate is accurate; ΔU gives the other.
    var (positive, negative) = (weights, weights)
    for j in weights.indices {
      if positiveRate[j] < negativeRate[j] {
        negative[j] = (minus[j] + costs[j]) / negativeRate[j]
        positive[j] = weights[j] + negative[j]
      } else {
        positive[j] = (plus[j] - costs[j]) / positiveRate[j]
        negative[j] = positive[j] - weights[j]
      }
    }
    return InteriorPointIterate(
      positive: positive, negative: negative,
      positiveCost: positive.indices.map { aim.positive[$0] - positiveRate[$0] * positive[$0] },
      negativeCost: negative.indices.map { aim.negative[$0] - negativeRate[$0] * negative[$0] },
      slack: slack, multiplier: multiplier,
      radiusMultiplier: aim.radiusMultiplier + radiusPull(of: slack))
  }

  /// Θ·x.
  private func scaled(_ x: [Double]) -> [Double] {
    var y = zip(theta, x).map { $0 * $1 }
    guard let ball else { return y }
    let product = 2 / (ball.size * ball.size) * ball.axis.tail.dot(x.selecting(program.active))
    for (i, w) in zip(program.active, ball.axis.tail) { y[i] += product * w }
    return y
  }

  /// 2w₀w₁ᵀΔS/h², what the ball's slack adds to κ.
  private func radiusPull(of slack: [Double]) -> Double {
    guard let ball else { return 0 }
    return 2 / (ball.size * ball.size) * ball.axis.head * ball.axis.tail.dot(slack.selecting(program.active))
  }

  /// (D + XᵀΘX)·x.
  private func applied(to x: [Double]) -> [Double] {
    let activities = program.inputs * Matrix(rows: program.dimension, columns: program.neurons, elements: x)
    var y = program.adjoint(scaled(activities.elements))
    for j in y.indices { y[j] += positiveRate[j] / (positiveRate[j] + negativeRate[j]) * negativeRate[j] * x[j] }
    return y
  }

  /// The whole system, by the formula of Sherman and Morrison.
  private func solve(_ right: [Double]) -> [Double] {
    var x = Self.solve(factors, right)
    guard let ball, let tie else { return x }
    let weight = 0.5 * ball.size * ball.size
    x.add(tie.solved, scale: -tie.column.dot(x) / (weight + tie.column.dot(tie.solved)))
    return x
  }

  private static func solve(_ factors: [Cholesky], _ right: [Double]) -> [Double] {
    factors.enumerated().flatMap { m, factor in factor.solve(Array(right[m * factor.order..<(m + 1) * factor.order])) }
  }
}

extension Matrix {
  /// diag(factors)·self.
  fileprivate func scalingRows(by factors: [Double]) -> Matrix {
    Matrix(rows: rows, columns: columns) { buffer in
      for j in 0..<columns { for i in 0..<rows { buffer[j * rows + i] = factors[i] * elements[j * rows + i] } }
    }
  }
}
