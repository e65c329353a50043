// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// What can be proved of a program.
public enum SolveStatus: String, Sendable {
  /// Feasible to tolerance, and the duality gap proves the objective.
  case optimal
  /// No weights that doubles can hold satisfy the constraints.
  case infeasible
  /// Neither could be proved.
  case notConverged = "not-converged"
}

/// A layer's weights with the evidence for them: the one judge of what solvers return. Everything is recomputed, from the
/// candidate's numbers, on the program as it was given.
public struct LayerSolution: Sendable {
  /// U, N×M.
  public let weights: Matrix
  /// (ν, η), entries of the wrong sign set to 0.
  public let multipliers: LayerMultipliers
  /// ‖U‖₁, plus ‖residual‖²/(2λ) in the regularised form.
  public let objective: Double
  /// A proven lower bound on the optimum; infinite for an exact ray.
  public let lowerBound: Double
  /// ‖U‖₁ of every solution is at least this, by the solver's ray; nil without one.
  public let excludedNorm: Double?
  /// The Frobenius norm of the residuals on active entries.
  public let residualNorm: Double
  /// Largest u_mᵀx_p − v_{m,p} over inactive entries, at least 0.
  public let maxViolation: Double
  /// The same, each entry as a multiple of its own scale, max(‖Y‖_∞, |v_{m,p}|); in place of ‖Y‖_∞ max(−V) where Y = 0.
  public let relativeViolation: Double
  /// Whether residual and violation are within tolerance.
  public let isFeasible: Bool
  /// What is proved of the program.
  public let status: SolveStatus
  /// Why the solver stopped.
  public let stop: StopReason
  /// The method that produced the weights.
  public let method: String
  /// Iterations of the method, in its own unit.
  public let iterations: Int

  /// (objective − lower bound)/objective; 0 where the objective is 0.
  public var relativeGap: Double { objective == 0 ? 0 : (objective - lowerBound) / objective }

  /// Number of weights that are not 0.
  public var nonzeros: Int { weights.elements.count { $0 != 0 } }

  /// Measures `candidate` against `program`.
  ///
  /// - Complexity: two products with the inputs, 4·P·N·M flops; 20·P·N·M more for a ray.
  public init(_ program: LayerProgram, _ candidate: Candidate, _ settings: SolverSettings = SolverSettings()) {
    weights = candidate.weights
    multipliers = candidate.multipliers.clipped(to: program)
    (stop, method, iterations) = (candidate.stop, candidate.method, candidate.iterations)
    let misfit = Misfit(of: weights, in: program)
    (residualNorm, maxViolation, relativeViolation) = (misfit.residual, misfit.violation, misfit.relativeViolation)
    let exclusion = candidate.stop.ray.map { Exclusion(by: $0.clipped(to: program), in: program) }
    excludedNorm = exclusion?.norm
    lowerBound = max(multipliers.lowerBound(program), exclusion?.norm ?? 0)
    objective =
      weights.entrywiseNorm1 + (program.lambda.map { misfit.residual * misfit.residual / (2 * $0) } ?? 0)
    let norm = program.responses.frobeniusNorm
    // The last term is what rounding UᵀX costs. Beyond the range of doubles nothing is proved.
    let allowance = settings.residual * (program.epsilon > 0 ? program.epsilon : norm) + 1e-14 * norm
    isFeasible =
      norm.isFinite && residualNorm.isFinite && residualNorm <= program.epsilon + allowance
      && relativeViolation <= settings.violation
    let gap = objective == 0 ? 0 : (objective - lowerBound) / objective
    // An objective well below the bound means that the slight infeasibility is not slight for the objective.
    if isFeasible && abs(gap) <= settings.gap {
      status = .optimal
    } else if let exclusion, exclusion.cancellation > settings.cancellation {
      status = .infeasible
    } else {
      status = .notConverged
    }
  }

  /// The numbers as a solver would return them.
  func candidate(_ stop: StopReason? = nil) -> Candidate {
    Candidate(
      weights: weights, multipliers: multipliers, stop: stop ?? self.stop, method: method, iterations: iterations)
  }
}

/// How far weights are from meeting the constraints.
private struct Misfit {
  private(set) var residual = 0.0
  private(set) var violation = 0.0
  private(set) var relativeViolation = 0.0

  /// By blocks of neurons, so that activities are never held all at once.
  init(of weights: Matrix, in program: LayerProgram) {
    let (scale, width) = (program.violationScale, 64)
    var norms: [Double] = []
    for first in stride(from: 0, to: program.neurons, by: width) {
      let block = weights.selectingColumns(first..<min(first + width, program.neurons))
      let activities = program.source.activities(of: block)
      for m in 0..<block.columns { norms.append(residual(activities.column(m), of: first + m, in: program, scale)) }
    }
    residual = norms.norm2
  }

  /// The norm of one neuron's residuals; notes its violations.
  private mutating func residual(
    _ activities: ArraySlice<Double>, of m: Int, in program: LayerProgram, _ scale: Double
  ) -> Double {
    var residuals: [Double] = []
    for (activity, i) in zip(activities, m * program.samples..<(m + 1) * program.samples) {
      let target = program.target(i)
      let excess = activity - target
      if program.isActive(i) {
        residuals.append(excess)
      } else if !(excess <= 0) {
        violation = max(violation, excess.isNaN ? .infinity : excess)
        relativeViolation = max(relativeViolation, excess.isNaN ? .infinity : excess / max(scale, abs(target)))
      }
    }
    return residuals.norm2
  }
}
