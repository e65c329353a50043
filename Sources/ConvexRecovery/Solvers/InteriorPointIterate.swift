// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// A point of the interior-point method, or a direction: U = U⁺ − U⁻ with its reduced costs, and the constraints' slack with its multipliers.
struct InteriorPointIterate {
  /// U⁺ and U⁻, N×M by columns.
  var positive: [Double]
  var negative: [Double]
  /// z⁺ and z⁻.
  var positiveCost: [Double]
  var negativeCost: [Double]
  /// S = T − XᵀU: y − A·u on Ω and v − B·u elsewhere, P×M by columns.
  var slack: [Double]
  /// Z: −ν on Ω and η elsewhere.
  var multiplier: [Double]
  /// κ ≥ ‖ν‖, the multiplier of ε.
  var radiusMultiplier: Double

  /// self ← self + step·direction.
  mutating func add(_ direction: Self, step: Double) {
    positive.add(direction.positive, scale: step)
    negative.add(direction.negative, scale: step)
    positiveCost.add(direction.positiveCost, scale: step)
    negativeCost.add(direction.negativeCost, scale: step)
    slack.add(direction.slack, scale: step)
    multiplier.add(direction.multiplier, scale: step)
    radiusMultiplier += step * direction.radiusMultiplier
  }

  /// (ε, y − A·u), whose head does not move.
  func ballPrimal(_ program: InteriorPointCone, head: Double) -> ConeVector {
    ConeVector(head: head, tail: slack.selecting(program.active))
  }

  /// (κ, −ν).
  func ballDual(_ program: InteriorPointCone) -> ConeVector {
    ConeVector(head: radiusMultiplier, tail: multiplier.selecting(program.active))
  }

  /// The mean complementarity product μ.
  func complementarity(_ program: InteriorPointCone) -> Double {
    var sum = positive.dot(positiveCost) + negative.dot(negativeCost)
    for i in program.bounded { sum += slack[i] * multiplier[i] }
    if program.hasBall { sum += ballPrimal(program, head: program.radius).dot(ballDual(program)) }
    return sum / program.degree
  }

  /// The largest step along `direction` that leaves no cone.
  func largestStep(along direction: Self, _ program: InteriorPointCone) -> Double {
    var step = Double.infinity
    func limit(_ values: [Double], _ rates: [Double]) {
      for i in values.indices where rates[i] < 0 { step = min(step, -values[i] / rates[i]) }
    }
    limit(positive, direction.positive)
    limit(negative, direction.negative)
    limit(positiveCost, direction.positiveCost)
    limit(negativeCost, direction.negativeCost)
    for i in program.bounded {
      if direction.slack[i] < 0 { step = min(step, -slack[i] / direction.slack[i]) }
      if direction.multiplier[i] < 0 { step = min(step, -multiplier[i] / direction.multiplier[i]) }
    }
    guard program.hasBall else { return step }
    let primal = ballPrimal(program, head: program.radius).largestStep(along: direction.ballPrimal(program, head: 0))
    return min(step, primal, ballDual(program).largestStep(along: direction.ballDual(program)))
  }

  /// U, N×M.
  func weights(_ program: ScaledProgram) -> Matrix {
    Matrix(rows: program.dimension, columns: program.neurons, elements: positive - negative)
  }
}

extension InteriorPointIterate {
  /// Around the weights of ridge regression, and from every border `distance` times as far as the largest of them.
  init(startOf program: InteriorPointCone, distance: Double) {
    let (dimension, neurons, norm) = (program.dimension, program.neurons, program.spectralNorm)
    // The largest of Y is between 1 and 2; bounds far above it are no targets.
    let right = Matrix(
      rows: dimension, columns: neurons,
      elements: 1 / (norm * norm) * program.adjoint(program.targets.map { min($0, 2) }))
    let ridge = program.inputs.normalSolver(scale: norm).solve(right, near: right)
    let typical = distance * max(ridge.elements.normInfinity, 1e-3 / norm)
    positive = ridge.elements.map { typical + max($0, 0) }
    negative = ridge.elements.map { typical + max(-$0, 0) }
    positiveCost = program.costs
    negativeCost = positiveCost
    slack = Array(repeating: 0, count: program.targets.count)
    multiplier = slack
    let activities = (program.inputs * ridge).elements
    let lengths = program.lengths
    for i in program.bounded {
      slack[i] = max(program.targets[i] - activities[i], norm * typical * lengths[i % program.samples])
      multiplier[i] = typical / slack[i]
    }
    radiusMultiplier = program.hasBall ? typical / program.radius : 0
    guard let fitWeight = program.fitWeight else { return }
    for i in program.active {
      slack[i] = program.targets[i] - activities[i]
      multiplier[i] = program.accumulates ? 0 : -fitWeight * slack[i]
    }
  }
}
