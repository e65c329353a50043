// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// What a solver says about a program, as far as the certificate bears it out.
public enum SolveStatus: String, Sendable {
  /// Feasible to tolerance, and the duality gap proves the objective.
  case optimal
  /// A Farkas ray proves that nothing satisfies the constraints.
  case infeasible
  /// Neither could be proved.
  case notConverged = "not-converged"
}

/// When a point counts as feasible and optimal.
public struct Tolerances: Sendable {
  /// Largest (‖u‖₁ − lower bound)/‖u‖₁ (relative).
  public var gap = 1e-8
  /// Largest residual beyond ε, as a multiple of ε; of ‖y‖ at ε = 0 (relative).
  public var residual = 1e-9
  /// Largest violation of an inequality, as a multiple of max(|y|, |v|) (relative).
  public var violation = 1e-9
  /// The program is infeasible when every solution would need ‖u‖₁·max|x| beyond this multiple of max(|y|, |v|): its
  /// responses would be what is left after cancelling nine digits, which the other tolerances could not tell from 0.
  public var infeasibility = 1e9

  public init(gap: Double = 1e-8) { self.gap = gap }
}

/// A neuron's weights with the evidence for them, all recomputed from the weights and multipliers.
public struct NeuronSolution: Sendable {
  public var weights: [Double]
  public var multipliers: NeuronMultipliers
  /// ‖u‖₁.
  public var objective: Double
  /// A proven lower bound on the optimum; infinite for an exact Farkas ray.
  public var lowerBound: Double
  /// ‖A·u − y‖₂.
  public var residualNorm: Double
  /// Largest B·u − v, at least 0.
  public var maxViolation: Double
  public var status: SolveStatus
  public var iterations: Int

  /// (‖u‖₁ − lower bound)/‖u‖₁; 0 at u = 0.
  public var relativeGap: Double { objective == 0 ? 0 : (objective - lowerBound) / objective }

  /// Measures `weights` and `multipliers` against `program`.
  public init(
    _ program: NeuronProgram, _ weights: [Double], _ multipliers: NeuronMultipliers, breakpoints: Int,
    tolerances: Tolerances = Tolerances()
  ) {
    self.weights = weights
    self.multipliers = multipliers
    objective = weights.norm1
    lowerBound = multipliers.lowerBound(program)
    residualNorm = program.residualNorm(weights)
    maxViolation = program.maxViolation(weights)
    iterations = breakpoints
    status = .notConverged
    status = judged(against: program, tolerances)
  }

  static func origin(of program: NeuronProgram) -> NeuronSolution {
    let multipliers = NeuronMultipliers(
      equality: Array(repeating: 0, count: program.targets.count),
      inequality: Array(repeating: 0, count: program.bounds.count))
    return NeuronSolution(program, Array(repeating: 0, count: program.dimension), multipliers, breakpoints: 0)
  }

  private func judged(against program: NeuronProgram, _ tolerances: Tolerances) -> SolveStatus {
    let feasible =
      residualNorm.isFinite && residualNorm <= tolerances.residual * program.targets.norm2
      && maxViolation <= tolerances.violation * program.scale
    if feasible && relativeGap <= tolerances.gap { return .optimal }
    let largest = max(program.equalities.elements.normInfinity, program.inequalities.elements.normInfinity)
    if lowerBound == .infinity || lowerBound * largest > tolerances.infeasibility * program.scale { return .infeasible }
    return .notConverged
  }
}
