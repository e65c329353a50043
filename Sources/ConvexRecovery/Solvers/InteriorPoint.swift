// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Mehrotra's predictor–corrector method on a `LayerProgram`:
///
///     min Σc(U⁺ + U⁻)  subject to  S = T − Xᵀ(U⁺ − U⁻),  ‖S_Ω‖_F ≤ ε,  S ≥ 0 outside Ω,  U⁺, U⁻ ≥ 0,
///
/// T holding Y on Ω and V elsewhere, with Nesterov–Todd scaling of the ball. At ε = 0, where the ball has no inside, the equations S_Ω = 0
/// are met by the proximal method of multipliers, one step of it an iteration: ν ← ν + S_Ω/δ. It starts anywhere, needs no active sets, and does not mind if the
/// solution is not unique: it ends inside the optimal face, which `FaceVertex` then leaves for a corner.
///
/// - Complexity: 15 to 40 iterations of M·(N²·P + N³/3) flops.
///
/// Source: Mehrotra (1992); Vandenberghe, "The CVXOPT linear and quadratic cone program solvers" (2010), §5; for ε = 0
/// Pougkakiotis, Gondzio, "An interior point–proximal method of multipliers for convex quadratic programming" (2021).
struct InteriorPoint {
  /// How far inside the cones the start is.
  let distance: Double
  let settings: SolverSettings

  /// The iterate with the best certificate, and the one before it, against which the crossover reads what vanishes.
  struct Outcome {
    let program: ScaledProgram
    let iterate: InteriorPointIterate
    let previous: InteriorPointIterate
    let solution: LayerSolution
  }

  func solve(_ program: ScaledProgram) -> Outcome {
    let cone = InteriorPointCone(program, proximity: settings.interiorPoint.proximity)
    var point = InteriorPointIterate(startOf: cone, distance: distance)
    var previous = point
    var best: Outcome?
    var (least, misses, suspicious) = (Double.infinity, 0, 0.0)
    for count in 0..<settings.interiorPoint.iterationLimit {
      let mu = point.complementarity(cone)
      let outcome = outcome(program, point, previous, .iterationLimit, count)
      // Bounds far above every objective so far mean that the multipliers grow along a ray.
      suspicious = count == 0 ? 1e3 * outcome.solution.objective : suspicious
      if outcome.solution.lowerBound > suspicious {
        suspicious = 100 * outcome.solution.lowerBound
        if let proof = proved(outcome) { return proof }
      }
      let isBest = best.map { outcome.error < 0.9 * $0.error } ?? true
      if isBest { best = outcome }
      misses = isBest || mu < 0.9 * least ? 0 : misses + 1
      least = min(least, mu)
      guard outcome.error > aim else { break }
      guard misses < settings.interiorPoint.patience, let next = advanced(point, mu, cone) else {
        return proved(outcome) ?? ended(best ?? outcome, .stalled)
      }
      previous = point
      point = next
    }
    guard let best else { preconditionFailure("the start is an iterate") }
    return best.error <= aim ? ended(best, .converged) : proved(best) ?? best
  }

  private var aim: Double { min(max(settings.interiorPoint.aim, settings.gap > 1e-8 ? settings.gap / 4 : 0), 1) }

  private func outcome(
    _ program: ScaledProgram, _ point: InteriorPointIterate, _ previous: InteriorPointIterate, _ stop: StopReason,
    _ count: Int
  ) -> Outcome {
    let candidate = program.candidate(
      weights: point.weights(program),
      signed: Matrix(rows: program.samples, columns: program.neurons, elements: -1 * point.multiplier), stop,
      method: .interiorPoint, iterations: count)
    return Outcome(
      program: program, iterate: point, previous: previous,
      solution: LayerSolution(program.original, candidate, settings))
  }

  private func ended(_ outcome: Outcome, _ stop: StopReason) -> Outcome {
    Outcome(
      program: outcome.program, iterate: outcome.iterate, previous: outcome.previous,
      solution: LayerSolution(outcome.program.original, outcome.solution.candidate(stop), settings))
  }

  /// The same with a ray, if the multipliers are near one.
  private func proved(_ outcome: Outcome) -> Outcome? {
    let program = outcome.program
    guard outcome.solution.status != .optimal, outcome.solution.lowerBound > outcome.solution.objective else {
      return nil
    }
    let signed = Matrix(
      rows: program.samples, columns: program.neurons, elements: -1 * outcome.iterate.multiplier)
    guard let ray = program.ray(near: signed) else { return nil }
    let proof = ended(outcome, .ray(ray))
    return proof.solution.status == .infeasible ? proof : nil
  }

  /// The next iterate: the step to the optimum as the linear model has it, corrected by its own second order and centred
  /// the more, the less of it could be taken.
  private func advanced(
    _ point: InteriorPointIterate, _ mu: Double, _ cone: InteriorPointCone
  ) -> InteriorPointIterate? {
    guard let system = InteriorPointSystem(cone, at: point) else { return nil }
    let predictor = system.direction(to: system.aim(mu: 0, correcting: nil))
    let reach = min(1, point.largestStep(along: predictor, cone))
    let shortfall = 1 - reach
    let target = max(shortfall * shortfall * shortfall, 1e-6) * mu
    let direction = system.direction(to: system.aim(mu: target, correcting: predictor))
    let step = min(1, settings.interiorPoint.stepFraction * point.largestStep(along: direction, cone))
    guard step > 1e-10 else { return nil }
    var next = point
    next.add(direction, step: step)
    return next
  }
}

extension InteriorPoint.Outcome {
  /// The largest of the relative gap, residual and violation beyond what is allowed.
  var error: Double {
    let layer = program.original
    let residual =
      layer.epsilon > 0
      ? max(solution.residualNorm / layer.epsilon - 1, 0)
      : solution.residualNorm / max(layer.responses.frobeniusNorm, layer.violationScale)
    let error = max(abs(solution.relativeGap), residual, solution.relativeViolation)
    return error.isNaN ? .infinity : error
  }
}
