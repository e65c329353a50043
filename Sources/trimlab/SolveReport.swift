// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation

/// What `trimlab solve` says at the end.
struct SolveReport: Encodable {
  let status: SolveStatus
  /// The relative gap that was asked for, and how far beyond ε the residual and beyond max|Y| the violations may then be.
  let tolerance, residualTolerance, violationTolerance: Double
  @FiniteOrNull var objective: Double
  @FiniteOrNull var dualBound: Double
  /// No U with a smaller ‖U‖₁ meets the constraints, by a ray; null without one, or if none does.
  @FiniteOrNull var excludedNorm: Double
  @FiniteOrNull var relativeGap: Double
  @FiniteOrNull var residualNorm: Double
  @FiniteOrNull var epsilon: Double
  /// Absent in the constrained form.
  let lambda: Double?
  @FiniteOrNull var maxViolation: Double
  /// The largest violation as a multiple of its own scale, max(max|Y|, |v|).
  @FiniteOrNull var relativeViolation: Double
  let nonzeros: Int
  let method: String
  let iterations: Int
  /// Why the solver stopped.
  let stop: String
  /// Seconds the solve took, without reading and writing files.
  let seconds: Double

  private let shape: (inputs: Int, neurons: Int, samples: Int)

  init(_ program: LayerProgram, _ solution: LayerSolution, _ settings: SolverSettings, seconds: Double) {
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

  var json: String { get throws { try printedJSON(self) } }

  var text: String {
    let rows = [
      (lambda == nil ? "‖U‖₁" : "‖U‖₁ + ‖R‖²/(2λ)", number(objective)),
      ("lower bound", number(dualBound)),
      ("relative gap", number(relativeGap)),
      ("residual", "\(number(residualNorm)) (\(fit))"),
      ("largest violation", number(maxViolation)),
      ("non-zeros", "\(nonzeros) of \(shape.inputs * shape.neurons)"),
      ("method", "\(method), \(iterations) iterations, \(String(format: "%.3g", seconds)) s"),
    ]
    let heading = "N = \(shape.inputs), M = \(shape.neurons), P = \(shape.samples): \(verdict)"
    let table = rows.map { "  " + $0.padding(toLength: 20, withPad: " ", startingAt: 0) + $1 }
    return ([heading] + table).joined(separator: "\n")
  }

  private var fit: String { lambda.map { "λ = \(number($0))" } ?? "ε = \(number(epsilon))" }

  private var verdict: String {
    switch status {
    case .optimal: "optimal"
    case .infeasible: "infeasible, no U meets the constraints"
    case .notConverged: "not converged, neither optimal nor infeasible by proof"
    }
  }

  private func number(_ value: Double) -> String {
    if value.isNaN { return "none" }
    return value.isFinite ? String(format: "%.8g", value) : "∞"
  }
}

extension SolveStatus: Encodable {}

/// A number that JSON shows as null where it is infinite or undefined.
@propertyWrapper struct FiniteOrNull: Encodable {
  var wrappedValue: Double

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if wrappedValue.isFinite { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
