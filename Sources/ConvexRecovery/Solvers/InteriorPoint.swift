// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Mehrotra's predictor–corrector method on a `LayerProgram` with ε > 0, or of the regularised form:
///
///     min Σ(U⁺ + U⁻)  subject to  S = T − Xᵀ(U⁺ − U⁻),  ‖S_Ω‖_F ≤ ε,  S ≥ 0 outside Ω,  U⁺, U⁻ ≥ 0,
///
/// T holding Y on Ω and V elsewhere, with Nesterov–Todd scaling of the ball. It starts anywhere, needs no active sets, and does not mind if the
/// solution is not unique: it ends inside the optimal face, which `FaceVertex` then leaves for a corner.
///
/// - Complexity: 15 to 40 iterations of M·(N²·P + N³/3) flops.
///
/// Source: Mehrotra (1992); Vandenberghe, "The CVXOPT linear and quadratic cone program solvers" (2010), §5.
struct InteriorPoint {
  /// How far inside the cones the start is (relative to the weights of ridge regression). Where samples are nearly collinear the
  /// solution is that much larger, and a start that is too near the border creeps along it.
  var distance = 1e3
  /// Iterations after which the method gives up.
  var iterationLimit = 100

  /// What the method aims at: well below what the certificate asks, so that the active sets can be read off (relative).
  private static let gap = 1e-12
  /// How much of the way to the border a step goes.
  private static let stepFraction = 0.99
  /// Iterations that bring neither a smaller error nor a smaller μ after which rounding has won.
  private static let patience = 15

  /// The iterate with the best certificate, and the one before it, against which the crossover reads what vanishes.
  struct Outcome {
    let program: InteriorPointProgram
    let iterate: InteriorPointIterate
    let previous: InteriorPointIterate
    let solution: LayerSolution
  }

  func solve(_ layer: LayerProgram, _ tolerances: Tolerances) -> Outcome {
    let program = InteriorPointProgram(layer)
    var point = InteriorPointIterate(startOf: program, distance: distance)
    var previous = point
    var best: Outcome?
    var (least, misses) = (Double.infinity, 0)
    for count in 0..<iterationLimit {
      let mu = point.complementarity(program)
      let outcome = Outcome(
        program: program, iterate: point, previous: previous, solution: program.certified(point, count, tolerances))
      if outcome.solution.status == .infeasible { return outcome }
      let isBest = best.map { outcome.error < 0.9 * $0.error } ?? true
      if isBest { best = outcome }
      misses = isBest || mu < 0.9 * least ? 0 : misses + 1
      least = min(least, mu)
      guard outcome.error > Self.gap, misses < Self.patience, let next = advanced(point, mu, program) else { break }
      previous = point
      point = next
    }
    guard let best else { preconditionFailure("the start is an iterate") }
    return best
  }

  /// The next iterate: the step to the optimum as the linear model has it, corrected by its own second order and centred
  /// the more, the less of it could be taken.
  private func advanced(
    _ point: InteriorPointIterate, _ mu: Double, _ program: InteriorPointProgram
  ) -> InteriorPointIterate? {
    guard let system = InteriorPointSystem(program, at: point) else { return nil }
    let predictor = system.direction(to: system.aim(mu: 0, correcting: nil))
    let reach = min(1, point.largestStep(along: predictor, program))
    let shortfall = 1 - reach
    let target = max(shortfall * shortfall * shortfall, 1e-6) * mu
    let direction = system.direction(to: system.aim(mu: target, correcting: predictor))
    let step = min(1, Self.stepFraction * point.largestStep(along: direction, program))
    guard step > 1e-10 else { return nil }
    var next = point
    next.add(direction, step: step)
    return next
  }
}

extension InteriorPoint.Outcome {
  /// The largest of the relative gap, residual and violation beyond what is allowed.
  var error: Double {
    let excess = max(solution.residualNorm / program.layer.epsilon - 1, 0)
    let violation = solution.maxViolation / program.layer.violationScale
    let error = max(abs(solution.relativeGap), excess, violation)
    return error.isNaN ? .infinity : error
  }
}

extension InteriorPointProgram {
  func certified(_ point: InteriorPointIterate, _ count: Int, _ tolerances: Tolerances) -> LayerSolution {
    solution(
      weights: point.weights(self), multipliers: Matrix(rows: samples, columns: neurons, elements: point.multiplier),
      iterations: count, tolerances)
  }
}
