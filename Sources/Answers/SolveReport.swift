// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery

/// What `trimlab solve` says at the end.
package struct SolveReport: Encodable {
  package let status: SolveStatus
  /// The relative gap that was asked for, and how far beyond ε the residual and beyond max|Y| the violations may then be.
  package let tolerance, residualTolerance, violationTolerance: Double
  @FiniteOrNull package var objective: Double
  @FiniteOrNull package var dualBound: Double
  /// No U with a smaller ‖U‖₁ meets the constraints, by a ray; null without one, or if none does.
  @FiniteOrNull package var excludedNorm: Double
  @FiniteOrNull package var relativeGap: Double
  @FiniteOrNull package var residualNorm: Double
  @FiniteOrNull package var epsilon: Double
  /// Absent in the constrained form.
  package let lambda: Double?
  @FiniteOrNull package var maxViolation: Double
  /// The largest violation as a multiple of its own scale, max(max|Y|, |v|).
  @FiniteOrNull package var relativeViolation: Double
  package let nonzeros: Int
  package let method: String
  package let iterations: Int
  /// Why the solver stopped.
  package let stop: String
  /// Seconds the solve took, without reading and writing files.
  package let seconds: Double

  package let shape: (inputs: Int, neurons: Int, samples: Int)

  package init(_ program: LayerProgram, _ solution: LayerSolution, _ settings: SolverSettings, seconds: Double) {
    status = solution.status
    (tolerance, residualTolerance, violationTolerance) = (settings.gap, settings.residual, settings.violation)
    objective = solution.objective
    // Without a U the optimum is ∞; what the ray alone proves is the excluded norm.
    dualBound = status == .infeasible ? .infinity : solution.lowerBound
    excludedNorm = solution.excludedNorm ?? .nan
    relativeGap = status == .infeasible ? .nan : solution.relativeGap
    residualNorm = solution.residualNorm
    epsilon = program.epsilon
    lambda = program.lambda
    maxViolation = solution.maxViolation
    relativeViolation = solution.relativeViolation
    nonzeros = solution.nonzeros
    method = solution.method
    iterations = solution.iterations
    stop = solution.stop.name
    self.seconds = seconds
    shape = (program.dimension, program.neurons, program.samples)
  }

  private enum CodingKeys: CodingKey {
    case status, tolerance, residualTolerance, violationTolerance, objective, dualBound, excludedNorm, relativeGap
    case residualNorm, epsilon, lambda, maxViolation, relativeViolation, nonzeros
    case method, iterations, stop, seconds
  }

  package var json: String { get throws { try printedJSON(self) } }

  /// The shape of the program and what came of it, in a line.
  package var heading: String { "N = \(shape.inputs), M = \(shape.neurons), P = \(shape.samples): \(verdict)" }

  private var verdict: String {
    switch status {
    case .optimal: "optimal"
    case .infeasible: "infeasible, no U meets the constraints"
    case .notConverged: "not converged, neither optimal nor infeasible by proof"
    }
  }
}

extension SolveStatus: Encodable {}
